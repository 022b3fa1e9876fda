import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['spec/**/*.test.ts'],
    setupFiles: ['spec/testing/setup.ts'],
    environment: 'node',
    pool: 'forks',
    // Our modules keep no state between files, and loading them anew for each took longer than many tests.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A missing golden is a failure, not a new golden; `npm run golden` overrides this.
    update: 'none',
  },
});
