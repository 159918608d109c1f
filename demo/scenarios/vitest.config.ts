import { defineConfig } from 'vitest/config';

// Some tests generate a whole week; on a busy machine that takes longer than the usual five seconds.
export default defineConfig({ test: { setupFiles: '../../tools/test/property-seed.ts', testTimeout: 60_000 } });
