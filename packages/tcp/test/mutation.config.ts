import { defineConfig } from 'vitest/config';

/** The tests that mutants face: all but those that play thousands of conversations, too slow to repeat for each. */
export default defineConfig({
  test: {
    include: ['packages/tcp/{src,test}/**/*.test.ts'],
    exclude: ['packages/tcp/test/{conversations,fuzz}.test.ts'],
  },
});
