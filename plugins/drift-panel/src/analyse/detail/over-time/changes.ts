import { changePoints, isDriftError, pageHinkley, type ChangePoint } from '@soundcheck/drift';
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
/** Points before the first verdict; change that is tolerated, and limit, in standard deviations. */
const SENSITIVITY = { minInstances: 8, delta: 0.5, threshold: 8, alpha: 1 };
/** Mean |x − y| of two normal values, in standard deviations: 2 / √π. */
const MEAN_RANGE = 1.128;

/**
 * Changes of the level of a history, up and down, with a sentence each.
 *
 * Page–Hinkley on effect ÷ limit (the number itself rises and falls with n), in units of the standard deviation by moving
 * ranges, which a few changes of the level do not inflate (Montgomery, Introduction to Statistical Quality Control, 6.4).
 * It learns the level as it goes. CUSUM wants mean and deviation first: learned from ten chunks they raise a false alarm in
 * one history of nine, here it is one of fifty (28 to 100 chunks of KS without drift), and a shift by one limit is found
 * within three or four chunks. ADWIN looks at dozens of values between 0 and 1.
 */
export function changesOf(points: readonly TimedEffect[], formats: Formats): OverTime['changes'] {
  const judged = points.filter(({ effect }) => Number.isFinite(effect));
  const deviation = byMovingRanges(judged.map(({ effect }) => effect));
  const detector = pageHinkley(SENSITIVITY);
  if (judged.length < LEAST_POINTS || !(deviation > 0) || isDriftError(detector)) {
    return [];
  }
  const scaled = judged.map(({ effect }) => effect / deviation);
  return changePoints(scaled, detector).points.flatMap((point) => {
    const first = firstOfNewLevel(point, scaled);
    const time = judged[first]?.time;
    const levelOf = (from: number, to: number) => formats.effect(deviation * (meanOf(scaled.slice(from, to)) ?? NaN));
    const verb = point.direction === 'down' ? 'fell' : 'rose';
    const [before, after] = [levelOf(point.start - point.nBefore, first), levelOf(first, point.index + 1)];
    const text = `The level ${verb} from ${before} to ${after} × limit`;
    // Too small a change to be told in words is none to a reader.
    return time === undefined || before === after
      ? []
      : [{ time, text: `${text} at ${formats.time(time)} (Page–Hinkley)` }];
  });
}

function meanOf(values: readonly number[]): number | undefined {
  return values.length > 0 ? values.reduce((sum, value) => sum + value / values.length, 0) : undefined;
}

function byMovingRanges(values: readonly number[]): number {
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
  return ranges.reduce((sum, range) => sum + range / ranges.length, 0) / MEAN_RANGE;
}

/** The detector's start is where its sum last was 0, some noise before the change: take the first value of the new level. */
function firstOfNewLevel({ start, index, before, after }: ChangePoint, values: readonly number[]): number {
  for (let i = start; i <= index; i++) {
    const value = values[i] ?? NaN;
    if (Math.abs(value - after) < Math.abs(value - before)) {
      return i;
    }
  }
  return start;
}
