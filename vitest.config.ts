import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that need modules of their own: engines and pools of the server, and a language that is replaced. */
const APART = ['apps/server/**/*.test.ts', 'apps/web/src/host/lesson-words.test.ts'];

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    // Vitest leaves one core free, which of two is half; the tests of the server wait more than they work.
    maxWorkers: '100%',
    setupFiles: ['scripts/seed.ts'],
    unstubGlobals: true,
    // Finds what hangs; how fast anything is depends on the machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          // To load the modules anew takes longer than most tests, and none of these remembers anything.
          isolate: false,
          include: [
            'packages/*/{src,test}/**/*.test.ts',
            'apps/*/{src,test}/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: [...configDefaults.exclude, ...APART],
        },
      },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.test.ts'],
      reporter: ['text', 'json-summary'],
      thresholds: { branches: 95 },
    },
  },
});
