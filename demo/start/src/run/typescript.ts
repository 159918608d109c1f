import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../paths.ts';
import type { Program } from './children.ts';

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Command line that runs a TypeScript file of the repository in one process. */
export function typescript(file: string, args: string[]): Pick<Program, 'command' | 'args'> {
  return { command: process.execPath, args: ['--import', loader, join(root, file), ...args] };
}
