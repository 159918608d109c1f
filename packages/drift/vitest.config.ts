import { configDefaults, defineConfig } from 'vitest/config';

/** Everything but the hours-long part, which has a configuration of its own. */
export default defineConfig({
  test: {
    // Nothing here keeps a state or changes a global: one process runs many files.
    isolate: false,
    setupFiles: '../../tools/test/property-seed.ts',
    exclude: [...configDefaults.exclude, '**/*.long.test.ts'],
    // Laws over all tests run hundreds of exact p-values; a busy machine takes a while.
    testTimeout: 60_000,
  },
});
