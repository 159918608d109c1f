import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../progress.ts';
import type { Child, Children, Program } from './children.ts';

const pauseMs = 1000;

/**
 * Starts a program, and again whenever it ends, as a cluster does with a pod. Its log goes on.
 * @returns the first process
 */
export function keepRunning(program: Program, children: Children): Child {
  const first = children.start(program);
  void watch(first, program, children);
  return first;
}

async function watch(first: Child, program: Program, children: Children): Promise<void> {
  let child = first;
  for (;;) {
    const outcome = await child.ended;
    if (children.stopping) {
      return;
    }
    say(`  ${program.name} has ended (${outcome}): it is started again. Log: ${child.log}`);
    await sleep(pauseMs);
    if (children.stopping) {
      return;
    }
    child = children.start({ ...program, keepLog: true });
  }
}
