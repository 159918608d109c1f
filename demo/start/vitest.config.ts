import { defineConfig } from 'vitest/config';

// Real child processes: each test takes its time, none waits for long.
export default defineConfig({ test: { include: ['src/**/*.test.ts'], testTimeout: 30_000 } });
