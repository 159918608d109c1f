import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cache } from './paths.ts';
import { isAlive } from './run/process-group.ts';
import { Sentence } from './sentence.ts';

const defaultFile = join(cache, 'start.lock');

/**
 * Makes this process the only start of this clone.
 * @returns gives the lock back
 * @throws Sentence where another start lives
 */
export function takeLock(file = defaultFile): () => void {
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        throw error;
      }
      const holder = readHolder(file);
      if (holder !== undefined && isAlive(holder)) {
        throw new Sentence(
          `Another start runs from this folder (process ${holder}). Use its page, or end it with Ctrl-C in its terminal or: kill ${holder}`
        );
      }
      // Left behind by a start that was killed.
      rmSync(file, { force: true });
    }
  }
}

function readHolder(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8').trim());
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
