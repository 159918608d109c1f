import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, Problem } from '../problem.ts';

/** A holder touches its lock this often; one on another machine that has not for `staleAfter` is taken for dead. */
const beatEvery = 5_000;
const staleAfter = 30_000;

export interface Lock {
  release(): void;
}

/**
 * Makes this process the only writer of a folder. A dead holder on this machine is known by its process at once, one
 * elsewhere by its silence, for which this waits. `onLoss` is called if the lock is found in other hands.
 * @throws Problem where another process holds it.
 */
export async function takeLock(folder: string, onLoss: () => void): Promise<Lock> {
  const file = join(folder, 'lock');
  const mine = JSON.stringify({ host: hostname(), pid: process.pid, began: beganAt(process.pid), id: randomUUID() });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, mine);
  const deadline = Date.now() + staleAfter + beatEvery;
  try {
    while (!link(own, file)) {
      const holder = read(file);
      if (holder !== undefined && isDead(file, holder)) {
        await removeStale(file, holder);
      } else if (holder !== undefined && (isHere(holder) || Date.now() > deadline)) {
        throw new Problem(
          `Another gateway (${describe(holder)}) writes to ${folder}. Stop it, or give this one a journal folder of its own.`
        );
      } else {
        await sleep(500);
      }
    }
  } finally {
    rmSync(own, { force: true });
  }
  const beat = setInterval(() => {
    if (read(file) === mine) {
      const now = new Date();
      utimesSync(file, now, now);
    } else {
      clearInterval(beat);
      onLoss();
    }
  }, beatEvery);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      if (read(file) === mine) {
        rmSync(file, { force: true });
      }
    },
  };
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** By renaming first: of two that find it stale only one gets it, and one that got a fresh lock by mistake puts it back. */
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return;
    }
    throw error;
  }
  if (read(aside) !== stale) {
    link(aside, file);
  }
  rmSync(aside, { force: true });
}

interface Holder {
  host: string;
  pid: number;
  began: string;
}

function parse(holder: string): Holder | undefined {
  try {
    const { host, pid, began } = JSON.parse(holder);
    return typeof host === 'string' && typeof pid === 'number' && typeof began === 'string'
      ? { host, pid, began }
      : undefined;
  } catch {
    return undefined;
  }
}

const isHere = (holder: string) => parse(holder)?.host === hostname();

function describe(holder: string): string {
  const parsed = parse(holder);
  return parsed ? `process ${parsed.pid} on ${parsed.host}` : 'of an unreadable lock file';
}

function isDead(file: string, holder: string): boolean {
  const parsed = parse(holder);
  if (parsed?.host === hostname()) {
    return beganAt(parsed.pid) !== parsed.began;
  }
  try {
    return Date.now() - statSync(file).mtimeMs > staleAfter;
  } catch {
    return false;
  }
}

/** Distinguishes a process from a later one with its number, which is 1 for every container. Empty: no such process. */
function beganAt(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // Field 22 of proc(5) stat; the name in parentheses may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ') ?? [];
    return fields[0] === 'Z' ? '' : `${boot}/${fields[19]}`;
  } catch {
    return isRunning(pid) && process.platform !== 'linux' ? 'running' : '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
