import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Gone when the tests of the file are over. */
export function makeJournalFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-retrain-'));
  folders.push(folder);
  return folder;
}
