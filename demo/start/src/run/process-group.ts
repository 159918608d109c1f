import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildProcess, SpawnOptions } from 'node:child_process';

/** Whether a process of this id exists. A negative id asks for a whole group. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Starts a program as the leader of its own process group, so that everything it starts can be ended with it. */
export function spawnGroup(command: string, args: string[], options: SpawnOptions): ChildProcess {
  return spawn(command, args, { ...options, detached: true });
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // Gone already.
  }
}

/**
 * Ends a process group and waits until no process of it is left: SIGTERM, and SIGKILL where that does not do.
 * @param leader process id of the group's leader; the leader itself may be gone
 */
export async function stopGroup(leader: number, graceMs = 5000): Promise<void> {
  signalGroup(leader, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (isAlive(-leader)) {
    if (Date.now() > deadline) {
      signalGroup(leader, 'SIGKILL');
      return gone(leader);
    }
    await sleep(25);
  }
}

async function gone(leader: number): Promise<void> {
  // A killed process that nobody has waited for stays visible for a moment.
  for (let tries = 0; tries < 80 && isAlive(-leader); tries++) {
    await sleep(25);
  }
}
