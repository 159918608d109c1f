import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Some tests start promtool, Prometheus or Alertmanager; a busy machine takes its time.
  test: {
    include: ['src/**/*.test.ts'],
    exclude: ['**/*.long.test.ts'],
    // Nothing here keeps a state or changes a global: one process runs many files.
    isolate: false,
    setupFiles: '../../tools/test/property-seed.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
