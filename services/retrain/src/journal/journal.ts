import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { open, rm, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Event } from '../incident/event.ts';
import type { State } from '../incident/state.ts';
import { codeOf, Problem, reasonOf } from '../problem.ts';
import { replay, writeEvents, writeSnapshot } from './lines.ts';

/** Steps at which a test may kill the process. */
export type JournalStep = 'writing' | 'written' | 'synced' | 'snapshot written' | 'snapshot in place';

/** Append-only file of events that survives a kill at any moment. One process writes it (see lock.ts). */
export class Journal {
  private constructor(
    private readonly file: string,
    private handle: FileHandle,
    private length: number,
    private readonly step: (step: JournalStep) => void
  ) {}

  /** @throws Problem where the folder cannot be used or the file is damaged. */
  static async open(folder: string, step: (step: JournalStep) => void): Promise<{ journal: Journal; state: State }> {
    const file = join(folder, 'journal.ndjson');
    let handle: FileHandle | undefined;
    try {
      handle = await open(file, 'a+');
      const { state, length } = replay(readFileSync(file), file);
      const journal = new Journal(file, handle, length, step);
      await journal.cut();
      syncFolder(folder);
      return { journal, state };
    } catch (error) {
      await handle?.close();
      throw error instanceof Problem ? error : cannotWrite(folder, error);
    }
  }

  /** Bytes. */
  get size(): number {
    return this.length;
  }

  /** On disk when it resolves. Each decision is a line, so that its events come back together or not at all. */
  async append(decisions: Event[][]): Promise<void> {
    const bytes = Buffer.from(decisions.map(writeEvents).join(''));
    try {
      this.step('writing');
      await this.handle.appendFile(bytes);
      this.step('written');
      await this.handle.datasync();
    } catch (error) {
      await this.cut();
      throw error;
    }
    this.length += bytes.length;
    this.step('synced');
  }

  /** Replaces all lines by the state that they give. */
  async compact(state: State): Promise<void> {
    const bytes = Buffer.from(writeSnapshot(state));
    const next = `${this.file}.next`;
    rmSync(next, { force: true });
    const handle = await open(next, 'a+');
    try {
      await handle.appendFile(bytes);
      await handle.sync();
      this.step('snapshot written');
      renameSync(next, this.file);
    } catch (error) {
      await handle.close();
      throw error;
    }
    const old = this.handle;
    this.handle = handle;
    this.length = bytes.length;
    await old.close();
    syncFolder(dirname(this.file));
    this.step('snapshot in place');
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  /** Whether bytes still reach the disk. */
  async check(): Promise<void> {
    await this.handle.datasync();
    const probe = `${this.file}.probe`;
    await writeFile(probe, 'ok');
    await rm(probe, { force: true });
  }

  /** Half a line from a failed or cut write must not stand before later ones. */
  private async cut(): Promise<void> {
    await this.handle.truncate(this.length);
    await this.handle.datasync();
  }
}

/** @throws Problem where it cannot be made. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

function cannotWrite(folder: string, error: unknown): Problem {
  const hint =
    codeOf(error) === 'EROFS' || codeOf(error) === 'EACCES' ? 'Mount a writable volume there, or' : 'Mend it, or';
  return new Problem(
    `The journal cannot be kept in ${folder}: ${reasonOf(error)}. ${hint} set "journal" to a folder that this user may write.`
  );
}

/** So that the name of a new file survives a power cut too. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
