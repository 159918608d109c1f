import { changePoints, cusum, isDriftError } from '@soundcheck/drift';
import type { OverTime } from '../../../report/history.ts';
import type { Formats } from '../../format.ts';

/** Effect ÷ limit at a time. */
export interface TimedEffect {
  time: number;
  /** NaN where nothing was judged. */
  effect: number;
}

/** Fewer judged points tell no level. */
const LEAST_POINTS = 14;
/** The level is learned from a third of the points, within these bounds. */
const [LEAST_LEARNED, MOST_LEARNED] = [10, 30];
/** In standard deviations; 5 is the textbook's where mean and deviation are known, and here they are learned. */
const LIMIT = 8;

/**
 * Changes of the level of a history, with a sentence each.
 *
 * CUSUM, because it says where a change began and not only where it was noticed, finds one within few points, and needs no
 * unit: Page–Hinkley's thresholds are in that of the series, ADWIN looks at dozens of values between 0 and 1. It looks at
 * effect ÷ limit, not at the number itself, which rises and falls with n.
 */
export function changesOf(points: readonly TimedEffect[], formats: Formats): OverTime['changes'] {
  const judged = points.filter(({ effect }) => Number.isFinite(effect));
  const learn = Math.min(MOST_LEARNED, Math.max(LEAST_LEARNED, Math.round(judged.length / 3)));
  const detector = cusum({ learn, limit: LIMIT });
  if (judged.length < LEAST_POINTS || isDriftError(detector)) {
    return [];
  }
  const found = changePoints(
    judged.map(({ effect }) => effect),
    detector
  );
  return found.points.flatMap(({ start, direction, before, after }) => {
    const time = judged[start]?.time;
    const from = Number.isFinite(before) ? ` from ${formats.effect(before)}` : '';
    const verb = direction === 'down' ? 'fell' : 'rose';
    return time === undefined
      ? []
      : [
          {
            time,
            text: `The level ${verb}${from} to ${formats.effect(after)} × limit at ${formats.time(time)} (CUSUM)`,
          },
        ];
  });
}
