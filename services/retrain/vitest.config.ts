import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Some tests start processes; a busy machine takes its time.
  test: {
    include: ['src/**/*.test.ts'],
    exclude: ['**/*.long.test.ts'],
    setupFiles: '../../tools/test/property-seed.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
