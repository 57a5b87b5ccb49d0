import { test as base, type Page } from '@playwright/test';
import { type GameServer, gameServer } from './server.ts';
import { watch } from './watcher.ts';

export type NewPlayer = (options?: {
  width?: number;
  height?: number;
  locale?: string;
  theme?: 'light' | 'dark';
}) => Promise<Page>;

/** One server for each worker, and as many players, each in a browser context of its own, as a test asks for. */
export const test = base.extend<{ newPlayer: NewPlayer }, { server: GameServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern
    async ({}, use) => {
      const server = await gameServer();
      await use(server);
      await server.remove();
    },
    { scope: 'worker' },
  ],
  newPlayer: async ({ browser, server }, use) => {
    await use(async ({ width = 1280, height, locale = 'en-GB', theme = 'light' } = {}) => {
      const context = await browser.newContext({
        baseURL: server.url,
        locale,
        colorScheme: theme,
        viewport: { width, height: height ?? (width < 500 ? 740 : 800) },
        hasTouch: width < 500,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      watch(page);
      return page;
    });
    await Promise.all(browser.contexts().map((context) => context.close()));
  },
});

export { expect } from '@playwright/test';
