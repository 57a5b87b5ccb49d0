import { defineConfig } from '@playwright/test';

const executablePath = process.env['ACKADE_BROWSER'];
// As root, as in most containers, Chromium's sandbox cannot start.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  // More than the cores of a small machine: players often wait for each other.
  workers: 3,
  // Finds what hangs, also on a machine that is busy.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    // A trace costs a fifth of the time: ask for one with `--trace on` where a test fails.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [...sandbox, '--disable-background-networking', '--disable-component-update'],
    },
  },
});
