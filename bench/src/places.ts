import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the inputs lie while the benchmark runs. */
export const dataFolder = join(root, '.cache/bench/data');

/** The document that the benchmark writes. */
export const document = join(root, 'docs/benchmarks.md');
