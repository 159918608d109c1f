import { defineConfig } from 'vitest/config';

/** The hours-long part. `pnpm test:long`. */
export default defineConfig({
  test: { include: ['src/**/*.long.test.ts'], testTimeout: 3_600_000, reporters: ['verbose'] },
});
