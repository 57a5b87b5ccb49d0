import { defineConfig } from '@playwright/test';

const executablePath = process.env['ACKADE_BROWSER'];
// As root, as in most containers, Chromium's sandbox cannot start.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    // Without the film: it costs a fifth of the time.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [...sandbox, '--disable-background-networking', '--disable-component-update'],
    },
  },
});
