import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Sentence } from '../sentence.ts';
import { noteGroup } from './leftovers.ts';
import { spawnGroup, stopGroup } from './process-group.ts';
import type { ChildProcess } from 'node:child_process';

export interface Program {
  /** Names the log file; for people too. */
  name: string;
  command: string;
  args: string[];
  cwd?: string;
  env?: Record<string, string>;
  /** Goes on with the log of a process of the same name, instead of a new one. */
  keepLog?: boolean;
}

export interface Child {
  name: string;
  log: string;
  /** Ends with the process: its exit code, or the signal that ended it. */
  ended: Promise<string>;
  /** Set once the process has ended. */
  readonly outcome: string | undefined;
}

/** All processes of a start. Each has its own group and its own log. */
export class Children {
  private readonly groups = new Map<number, Child>();
  private readonly folder: string;
  /** Names the groups for `endLeftovers`. */
  readonly groupsFile: string;
  private closing = false;

  constructor(logFolder: string) {
    this.folder = logFolder;
    this.groupsFile = join(logFolder, 'groups');
    mkdirSync(logFolder, { recursive: true });
  }

  /** Whether everything is being stopped: an end of a process is no news then. */
  get stopping(): boolean {
    return this.closing;
  }

  /** Starts a program; its output goes to `<log folder>/<name>.log`. */
  start(program: Program): Child {
    const log = join(this.folder, `${program.name}.log`);
    const output = openSync(log, program.keepLog ? 'a' : 'w');
    const process_ = spawnGroup(program.command, program.args, {
      cwd: program.cwd,
      env: { ...process.env, ...program.env },
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    const child = follow(process_, program.name, log);
    if (process_.pid !== undefined) {
      this.groups.set(process_.pid, child);
      noteGroup(this.groupsFile, process_.pid);
      if (this.closing) {
        void stopGroup(process_.pid);
      }
    }
    return child;
  }

  /**
   * Runs a program to its end.
   * @throws Sentence where everything is being stopped: its end means nothing then
   */
  async run(program: Program): Promise<{ ok: boolean; outcome: string; log: string }> {
    const child = this.start(program);
    const outcome = await child.ended;
    if (this.closing) {
      throw new Sentence(`${program.name} was stopped.`);
    }
    return { ok: outcome === 'exit code 0', outcome, log: child.log };
  }

  /** Ends every group, those whose leader is gone included, and waits until none is left. */
  async stopAll(): Promise<void> {
    this.closing = true;
    await Promise.all([...this.groups.keys()].map((pid) => stopGroup(pid)));
  }
}

function follow(process_: ChildProcess, name: string, log: string): Child {
  let outcome: string | undefined;
  const ended = new Promise<string>((resolve) => {
    const end = (how: string) => resolve((outcome = how));
    process_.once('error', (error) => end(error.message));
    process_.once('exit', (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  return {
    name,
    log,
    ended,
    get outcome() {
      return outcome;
    },
  };
}
