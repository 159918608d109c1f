import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { CoreError } from '@soundcheck/query';

/** A lock not renewed for so long is nobody's: its run was killed. */
const EXPIRES_MS = 90_000;
const RENEW_EVERY_MS = 20_000;
const LOOK_EVERY_MS = 200;

interface Holder {
  owner: string;
  host: string;
  pid: number;
  /** Epoch milliseconds. */
  expires: number;
}

/** A lock that this process holds. */
export interface Lock {
  /** Before each change. @throws CoreError where the lock went to another run meanwhile */
  check(): Promise<void>;
  release(): Promise<void>;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** undefined where the file is not there; a file that is no lock counts as one that expired. */
async function readHolder(path: string): Promise<{ text: string; holder?: Holder } | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw error;
  }
  try {
    const json: unknown = JSON.parse(text);
    const known = typeof json === 'object' && json !== null ? json : {};
    const { owner, host, pid, expires } = { owner: '', host: '', pid: 0, expires: 0, ...known };
    return { text, holder: { owner: String(owner), host: String(host), pid: Number(pid), expires: Number(expires) } };
  } catch {
    return { text };
  }
}

function isAlive({ host, pid, expires }: Holder): boolean {
  if (!(expires > Date.now())) {
    return false;
  }
  if (host !== hostname() || !(pid > 0)) {
    return true;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal is alive, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Takes a dead run's lock away. Of several that try, one renames it; whoever got a fresh one puts it back. */
async function clear(path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isMissing(error)) {
      return;
    }
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== dead) {
    await link(aside, path).catch(() => undefined);
  }
  await rm(aside);
}

async function create(path: string, text: string): Promise<boolean> {
  // Under its name only with its content: nobody may read half a lock.
  const aside = `${path}.${randomUUID()}`;
  const file = await open(aside, 'wx');
  await file.writeFile(text);
  await file.close();
  try {
    await link(aside, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      return false;
    }
    throw error;
  } finally {
    await rm(aside);
  }
}

/**
 * Takes the lock of a state file, so that two runs on it make no doubles. It names its owner and expires; that of a
 * process that is gone on this machine is free at once.
 * @throws CoreError where another run holds it for longer than `waitMs`, or it cannot be written
 */
export async function takeLock(path: string, waitMs: number, say: (sentence: string) => void): Promise<Lock> {
  const owner = randomUUID();
  const mine = (): string =>
    JSON.stringify({ owner, host: hostname(), pid: process.pid, expires: Date.now() + EXPIRES_MS } satisfies Holder);
  const until = Date.now() + waitMs;
  let told = false;
  try {
    while (!(await create(path, mine()))) {
      const found = await readHolder(path);
      if (found === undefined) {
        continue;
      }
      const { holder } = found;
      if (holder === undefined || !isAlive(holder)) {
        await clear(path, found.text);
        continue;
      }
      const who = `process ${String(holder.pid)} on ${holder.host}`;
      if (Date.now() >= until) {
        throw new CoreError(
          `Another run (${who}) is at work and holds ${path}: wait until it ends. Its lock expires at ${new Date(holder.expires).toISOString()}.`
        );
      }
      if (!told) {
        say(`Another run (${who}) is at work: waiting for it.`);
        told = true;
      }
      await pause(LOOK_EVERY_MS);
    }
  } catch (error) {
    if (error instanceof CoreError) {
      throw error;
    }
    throw new CoreError(
      `The lock ${path} cannot be written (${error instanceof Error ? error.message : String(error)}): choose a folder that can with --state.`
    );
  }
  const isMine = async () => (await readHolder(path))?.holder?.owner === owner;
  const renew = async (): Promise<void> => {
    if (await isMine()) {
      const aside = `${path}.${owner}`;
      await writeFile(aside, mine());
      await rename(aside, path);
    }
  };
  // A renewal that fails is seen at the next check.
  let renewing: Promise<void> = Promise.resolve();
  const timer = setInterval(() => (renewing = renew().catch(() => undefined)), RENEW_EVERY_MS);
  return {
    async check() {
      if (!(await isMine())) {
        throw new CoreError(
          `Another run took ${path} over, as this one stood still for long: nothing more is changed.`
        );
      }
    },
    async release() {
      clearInterval(timer);
      await renewing;
      if (await isMine()) {
        await rm(path, { force: true });
      }
    },
  };
}
