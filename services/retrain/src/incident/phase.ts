import type { Incident } from './state.ts';

export const phases = ['firing', 'training', 'verifying', 'cooling_down', 'closed', 'failed'] as const;
/** Where an incident stands, in one word. */
export type Phase = (typeof phases)[number];

/** A closed incident whose run goes on is still `training`. */
export function phaseOf({ run, closedAt }: Incident): Phase {
  if (run?.phase === 'training') {
    return 'training';
  }
  if (closedAt !== undefined) {
    return 'closed';
  }
  if (!run) {
    return 'cooling_down';
  }
  if (run.phase === 'dead' || run.result === 'failed') {
    return 'failed';
  }
  return run.phase === 'ended' ? 'verifying' : 'firing';
}
