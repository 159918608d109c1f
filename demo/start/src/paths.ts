import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Everything that a start leaves behind; git ignores it. */
export const cache = join(root, '.cache');

/** Native programs built here. */
export const binFolder = join(cache, 'bin');

/** Data of this start: emptied at the beginning of each. */
export const runFolder = join(cache, 'run');

/** One log for each process. */
export const logFolder = join(runFolder, 'logs');
