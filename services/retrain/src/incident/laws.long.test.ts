import fc from 'fast-check';

/** The laws in many more stories. */
fc.configureGlobal({ numRuns: 5_000 });
await import('./laws.test.ts');
