import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The recorded exchanges are played in order, one test each; large uploads take their time on a busy machine.
  test: { include: ['src/**/*.test.ts'], setupFiles: '../../tools/test/property-seed.ts', testTimeout: 60_000 },
});
