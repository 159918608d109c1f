import type { DriftError } from '../types.ts';

/** Values as near to each other as this, relative to their size, are one value: rounding, not chance. */
const sameValue = 1e-9;

/** How far the level may be from alpha, as a share of alpha: nominal 5 % is 3–7 %. */
const levelTolerance = 0.4;

/** What values without drift say of one limit. */
export interface CriticalValue {
  limit: number;
  /** Share of the values without drift that are past it. */
  level: number;
}

/**
 * Mid-p: the share of values without drift above a value, plus half of those equal to it (Lancaster 1961; Agresti,
 * Categorical Data Analysis, 2013, 1.4.4). Half a draw is added, so that it is never 0.
 */
function midP(above: number, equal: number, draws: number): number {
  return (above + equal / 2 + 0.5) / (draws + 1);
}

/** The mid-p of a value, given ascending values without drift. */
export function midPValue(value: number, sorted: Float64Array): number {
  let above = 0;
  let equal = 0;
  for (const drawn of sorted) {
    const apart = Math.abs(drawn - value) > sameValue * Math.max(Math.abs(drawn), Math.abs(value));
    above += apart && drawn > value ? 1 : 0;
    equal += apart || drawn === Infinity ? 0 : 1;
    equal += drawn === Infinity && value === Infinity ? 1 : 0;
  }
  return midP(above, equal, sorted.length);
}

/** Where each different value begins, ascending. */
function startsOfValues(sorted: Float64Array): number[] {
  const starts: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    const [before, here] = [sorted[i - 1] ?? -Infinity, sorted[i] ?? NaN];
    if (i === 0 || here - before > sameValue * Math.max(Math.abs(here), Math.abs(before))) {
      starts.push(i);
    }
  }
  return starts;
}

/**
 * The limit past which the mid-p is under alpha, of ascending values without drift: no other attainable limit has a share
 * of false alarms nearer to alpha. Where values are few (small samples, few categories) even that share may be far from
 * alpha: `too few rows`, since a verdict would alarm too often or hardly ever.
 */
export function criticalValue(sorted: Float64Array, alpha: number): CriticalValue | DriftError {
  const starts = startsOfValues(sorted);
  const n = sorted.length;
  let first = starts.length;
  while (first > 0) {
    const [start, end] = [starts[first - 1] ?? 0, starts[first] ?? n];
    if (!(midP(n - end, end - start, n) < alpha)) {
      break;
    }
    first -= 1;
  }
  const start = starts[first] ?? n;
  const level = (n - start) / n;
  const within = sorted[start - 1] ?? NaN;
  if (!(Math.abs(level - alpha) <= levelTolerance * alpha) || !Number.isFinite(within)) {
    const percent = (share: number) => `${Number((share * 100).toPrecision(2))} %`;
    return {
      error: 'too few rows',
      message: `By chance the value takes so few different values that no limit is passed by about ${percent(alpha)} of windows without drift; the nearest is passed by ${percent(level)}: more rows or fewer cells are needed.`,
    };
  }
  // Between two attainable values the mid-p counts none as equal.
  const gapIsPast = midP(n - start, 0, n) < alpha;
  const limit = gapIsPast ? within * (1 + sameValue) : (sorted[start] ?? within) * (1 - sameValue);
  return { limit, level };
}
