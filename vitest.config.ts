import { defineConfig } from 'vitest/config';

/** `values` needs nothing but Node; `tools` runs the real browser, EPUBCheck and the like, one file at a time. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'values',
          setupFiles: ['tests/support/seed.ts'],
          testTimeout: 60_000,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.tools.test.ts'],
        },
      },
      {
        test: {
          name: 'tools',
          setupFiles: ['tests/support/seed.ts'],
          include: ['tests/**/*.tools.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
