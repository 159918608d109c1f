import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Some tests start promtool, Prometheus or Alertmanager; a busy machine takes its time.
  test: { include: ['src/**/*.test.ts'], exclude: ['**/*.long.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
