import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'soundcheck-files-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A path in a folder that goes after the tests. */
export function newPath(name: string): string {
  files += 1;
  return join(folder, `${String(files)}-${name}`);
}

/** A file with this text. */
export function fileOf(text: string, name = 'train.csv'): string {
  const path = newPath(name);
  writeFileSync(path, text);
  return path;
}

/** Rows of a table without randomness: multiples of an irrational, spread evenly over the unit interval. */
export function spread(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, c) => (i * Math.sqrt(c + 2)) % 1));
}

export function csvText(header: readonly string[], rows: ReadonlyArray<readonly unknown[]>): string {
  return [header, ...rows].map((row) => row.join(',')).join('\n');
}
