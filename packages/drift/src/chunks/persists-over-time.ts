import { notDefined } from '../errors.ts';
import type { DriftError } from '../types.ts';
import { persists } from '../verdict/persistence.ts';
import type { Persistence } from '../verdict/persistence.ts';
import { mostChunks, tooManyChunks } from './chunk.ts';

/** At least `need` of the last `of` steps of `every` ms. Steps start at whole multiples of `every` since the epoch. */
export interface TimedPersistence extends Persistence {
  every: number;
}

/** A value at a time in ms: over its limit or not. null: there was none. */
export interface TimedPoint {
  time: number;
  over: boolean | null;
}

/** One step [start, end) in ms. */
export interface PersistenceStep {
  start: number;
  end: number;
  /** The last point in the step is over its limit. */
  over: boolean;
  /** No point, or none with a value at its end: counts as not over. */
  missing: boolean;
  /** Drift is on: at least `need` of the last `of` steps are over. */
  on: boolean;
}

/** The last point of each step by number of step; of points at one time the later in the list. */
function lastPoints(points: readonly TimedPoint[], every: number): Map<number, TimedPoint> {
  const last = new Map<number, TimedPoint>();
  for (const point of points) {
    const step = Math.floor(point.time / every);
    const before = last.get(step);
    if (Number.isFinite(step) && (before === undefined || point.time >= before.time)) {
      last.set(step, point);
    }
  }
  return last;
}

function settingsProblem({ need, of, every }: TimedPersistence): DriftError | undefined {
  const whole = [need, of].every((count) => Number.isInteger(count) && count >= 1);
  return whole && need <= of && every > 0 && Number.isFinite(every)
    ? undefined
    : notDefined(
        `At least ${need} of the last ${of} steps of ${every} ms is no rule: give whole numbers, 1 ≤ need ≤ of, and ms above 0.`
      );
}

/**
 * Whether drift is on at every step that overlaps [from, to). Steps are aligned to the epoch, whatever the range.
 * A step is over its limit where its last point is; a step without one counts as not over; no other memory. Points before
 * `from` count in the steps that look back on them, so a step says the same in every range that shows it.
 * `not defined` unless 1 ≤ need ≤ of in whole numbers and `every` is above 0, or past 100,000 steps.
 */
export function persistsOverTime(
  points: readonly TimedPoint[],
  persistence: TimedPersistence,
  [from, to]: readonly [from: number, to: number]
): PersistenceStep[] | DriftError {
  const { of, every } = persistence;
  const problem = settingsProblem(persistence);
  if (problem) {
    return problem;
  }
  const first = Math.floor(from / every);
  const length = from < to ? Math.ceil(to / every) - first : 0;
  if (!(length + of <= mostChunks)) {
    return tooManyChunks();
  }
  const last = lastPoints(points, every);
  const lead = of - 1;
  const over = Array.from({ length: lead + length }, (_, i) => last.get(first - lead + i)?.over);
  const on = persists(over, persistence);
  return Array.from({ length }, (_, i) => ({
    start: (first + i) * every,
    end: (first + i + 1) * every,
    over: over[lead + i] === true,
    missing: typeof over[lead + i] !== 'boolean',
    on: on[lead + i] ?? false,
  }));
}
