import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeJournalFolder } from '../testing/folder.ts';
import { takeLock } from './lock.ts';

const quiet = () => {};
const holder = (fields: object) =>
  JSON.stringify({ host: hostname(), pid: process.pid, began: 'x', id: '1', ...fields });

it('is had by one process at a time', async () => {
  const folder = makeJournalFolder();
  const lock = await takeLock(folder, quiet);
  await expect(takeLock(folder, quiet)).rejects.toThrow(
    `Another gateway (process ${process.pid} on ${hostname()}) writes to ${folder}. Stop it, or give this one a journal folder of its own.`
  );
  lock.release();
  expect(existsSync(join(folder, 'lock'))).toBe(false);
  (await takeLock(folder, quiet)).release();
});

it('is taken at once from a dead process, and from one whose number another has now', async () => {
  const folder = makeJournalFolder();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  for (const dead of [{ pid }, { pid: process.pid, began: 'another boot/1' }]) {
    writeFileSync(join(folder, 'lock'), holder(dead));
    (await takeLock(folder, quiet)).release();
  }
});

it('is taken from another machine that has been silent', async () => {
  const folder = makeJournalFolder();
  const file = join(folder, 'lock');
  writeFileSync(file, holder({ host: 'another' }));
  const then = new Date(Date.now() - 60_000);
  utimesSync(file, then, then);
  const lock = await takeLock(folder, quiet);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ host: hostname(), pid: process.pid });
  lock.release();
});

it('does not take away a lock that others got since', async () => {
  const folder = makeJournalFolder();
  const lock = await takeLock(folder, quiet);
  writeFileSync(join(folder, 'lock'), holder({ host: 'another' }));
  lock.release();
  expect(existsSync(join(folder, 'lock'))).toBe(true);
});
