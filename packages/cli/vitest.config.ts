import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Some tests start the command, or an emulator, as a process of its own; a busy machine takes its time.
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: '../../tools/test/property-seed.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
