import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { isAlive, stopGroup } from './process-group.ts';

/** Notes the leader of a process group, so that the next start can end it where this one is killed. */
export function noteGroup(file: string, leader: number): void {
  appendFileSync(file, `${leader}\n`);
}

/**
 * Ends the process groups that a start has noted and, having been killed, has left.
 * @param own text that stands in the command line of each of them; process ids come round again, and another program
 *   may have one now
 * @returns how many there were
 */
export async function endLeftovers(file: string, own: string): Promise<number> {
  if (!existsSync(file)) {
    return 0;
  }
  const leaders = readFileSync(file, 'utf8')
    .split('\n')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid > 1 && isAlive(pid) && commandLine(pid).includes(own));
  await Promise.all(leaders.map((pid) => stopGroup(pid)));
  return leaders.length;
}

function commandLine(pid: number): string {
  return spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}
