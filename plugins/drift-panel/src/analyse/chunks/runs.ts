import { persists, type Persistence } from '@soundcheck/drift';
import { LEVELS } from '../../report/level.ts';

/** A run over the limit that still goes on. */
export interface Run {
  /** The step with which it began. */
  from: number;
  /** It fills all steps, so it may have begun before. */
  open: boolean;
}

/** More steps than this without a judgement at the end, and the run is not known to go on. */
const MOST_SILENT = 3;

/** Whether drift is on at each step by the persistence rule; a rule that is none becomes the nearest that is one. */
export function onAt(over: ReadonlyArray<boolean | null>, { need, of }: Persistence): boolean[] {
  const last = Math.max(1, Math.round(of) || 1);
  return persists(over, { need: Math.min(last, Math.max(1, Math.round(need) || 1)), of: last });
}

/**
 * The run that goes on at the last judged step: since when the persistence rule has said drift without a break.
 * @param over null: no judgement, which counts as not over; a few at the end are waited for
 */
export function currentRunOf(over: ReadonlyArray<boolean | null>, persistence: Persistence): Run | undefined {
  const last = lastJudged(over);
  const on = onAt(over, persistence);
  if (last < 0 || over.length - 1 - last > MOST_SILENT || !on[last]) {
    return undefined;
  }
  let from = last;
  while (from > 0 && on[from - 1]) {
    from -= 1;
  }
  return { from, open: from === 0 };
}

const FIRST_OVER = LEVELS.indexOf('over');
const FIRST_JUDGED = LEVELS.indexOf('low');

/** Levels (places in `LEVELS`) as over, not over, or not judged. */
export function overOf(levels: ArrayLike<number>): Array<boolean | null> {
  return Array.from(levels, (level) => (level < FIRST_JUDGED ? null : level >= FIRST_OVER));
}

function lastJudged(over: ReadonlyArray<boolean | null>): number {
  let at = over.length - 1;
  while (at >= 0 && over[at] === null) {
    at -= 1;
  }
  return at;
}
