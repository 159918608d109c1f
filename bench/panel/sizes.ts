import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** kB of the built scripts after gzip: what is loaded first, and all of it. */
export function bundleSizes(dist: string): { first: number; all: number } {
  const size = (name: string) => gzipSync(readFileSync(join(dist, name)), { level: 9 }).length / 1000;
  const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'));
  return { first: size('module.js'), all: scripts.reduce((sum, name) => sum + size(name), 0) };
}
