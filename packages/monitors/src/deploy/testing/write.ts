/** Writes the example's files below the folder of the first argument. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { rendered } from './example.ts';

const out = resolve(process.argv[2] ?? '.');
for (const { path, text } of rendered()) {
  const file = join(out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
