import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { basename, dirname } from 'node:path';
import { expect, it } from 'vitest';
import { newPath } from '../testing/csv-file.ts';
import { takeLock } from './lock.ts';

const quiet = () => undefined;
/** The id of a process that has ended. */
const deadPid = spawnSync(process.execPath, ['-e', '']).pid;

function lockOf(changes: object): string {
  const path = newPath('state.json.lock');
  const alive = { owner: 'x', host: hostname(), pid: process.pid, expires: Date.now() + 60_000 };
  writeFileSync(path, JSON.stringify({ ...alive, ...changes }));
  return path;
}

it.each([
  ['whose process on this machine is gone', { pid: deadPid }],
  ['that expired', { expires: Date.now() - 1 }],
  ['that expired on another machine', { host: 'elsewhere', expires: Date.now() - 1 }],
])('takes a lock %s', async (_, changes) => {
  const path = lockOf(changes);
  const lock = await takeLock(path, 0, quiet);
  await lock.check();
  await lock.release();
  expect(existsSync(path)).toBe(false);
});

it('takes a file that is no lock', async () => {
  const path = newPath('broken.lock');
  writeFileSync(path, '{');
  await (await takeLock(path, 0, quiet)).release();
});

it.each([
  ['a living process', {}, new RegExp(`process ${String(process.pid)} on `)],
  ['another machine', { host: 'elsewhere' }, /on elsewhere\) is at work and holds .*Its lock expires at \d{4}-/],
])('does not take that of %s', async (_, changes, sentence) => {
  await expect(takeLock(lockOf(changes), 0, quiet)).rejects.toThrow(sentence);
});

it('is held by one at a time, of many that want it, also where a dead one is in the way', async () => {
  const path = lockOf({ pid: deadPid });
  let holders = 0;
  let most = 0;
  const one = async () => {
    const lock = await takeLock(path, 60_000, quiet);
    holders += 1;
    most = Math.max(most, holders);
    await new Promise((next) => setImmediate(next));
    holders -= 1;
    await lock.release();
  };
  await Promise.all(Array.from({ length: 8 }, one));
  expect(most).toBe(1);
  // Nothing is left beside it.
  expect(readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)))).toEqual([]);
});

it('stops a run whose lock went to another', async () => {
  const path = newPath('lost.lock');
  const lock = await takeLock(path, 0, quiet);
  writeFileSync(
    path,
    JSON.stringify({ owner: 'other', host: hostname(), pid: process.pid, expires: Date.now() + 1000 })
  );
  await expect(lock.check()).rejects.toThrow(/Another run took .* nothing more is changed/);
  await lock.release();
  expect(existsSync(path)).toBe(true);
});

it('says where it cannot be written', async () => {
  await expect(takeLock('/no/such/folder/state.json.lock', 0, quiet)).rejects.toThrow(
    /^The lock \/no\/such\/folder\/state\.json\.lock cannot be written \(.*\): choose a folder that can with --state\.$/
  );
});
