import { readFile, rename, writeFile } from 'node:fs/promises';
import { CoreError } from '@soundcheck/query';
import { decodeRemembered, encodeRemembered } from '@soundcheck/monitors';
import type { Remembered } from '@soundcheck/monitors';

/** What was remembered in earlier runs; nothing where the file is not there yet. @throws CoreError */
export async function readState(path: string): Promise<Remembered> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return new Map();
    }
    throw new CoreError(
      `The state file ${path} cannot be read (${error instanceof Error ? error.message : String(error)}).`
    );
  }
  const read = decodeRemembered(text);
  if ('wrong' in read) {
    throw new CoreError(
      `The state file ${path} is none of soundcheck reconcile (${read.wrong}): name another, or delete it and run again with --adopt.`
    );
  }
  return read;
}

/** Writes what is remembered, all or nothing, and only where it changed: the file may be mounted for reading. @throws CoreError */
export async function writeState(path: string, remembered: Remembered): Promise<void> {
  const text = encodeRemembered(remembered);
  if ((await readFile(path, 'utf8').catch(() => '')) === text) {
    return;
  }
  const aside = `${path}.new`;
  try {
    await writeFile(aside, text);
    await rename(aside, path);
  } catch (error) {
    throw new CoreError(
      `The schedules are made, but the state file ${path} cannot be written (${error instanceof Error ? error.message : String(error)}): without it their limits and groups cannot be checked on a Python service.`
    );
  }
}
