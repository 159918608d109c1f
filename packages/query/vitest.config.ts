import { defineConfig } from 'vitest/config';

// Nothing here keeps a state or changes a global: one process runs many files.
export default defineConfig({ test: { isolate: false, setupFiles: '../../tools/test/property-seed.ts' } });
