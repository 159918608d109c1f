import { formatCount, formatNumber } from '../verdict/format.ts';
import type { ChangeDetector, DetectorState } from './change-detector.ts';

/** One change of the level of a series. Positions are indices of the series. */
export interface ChangePoint {
  /** Where it was detected. */
  index: number;
  /** Where it began, as the detector sees it: the first value of the new level. */
  start: number;
  direction?: 'up' | 'down';
  /** Means of the values from the last change to `start`, and from `start` to `index`. NaN where there is none. */
  before: number;
  after: number;
  nBefore: number;
  nAfter: number;
  /** What was held against the limit. */
  statistic: number;
  limit: number;
  /** One sentence. */
  sentence: string;
}

/** The changes of a whole series. */
export interface ChangePoints {
  points: ChangePoint[];
  /** Values taken in. */
  n: number;
  missing: number;
  infinite: number;
  /** What the detector holds at the end. */
  state: DetectorState;
  detector: string;
}

function meanOf(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, x) => sum + x, 0) / values.length : NaN;
}

function sentenceOf(point: Omit<ChangePoint, 'sentence'>, detector: string): string {
  const moved = point.direction === undefined ? 'changed' : point.direction === 'up' ? 'rose' : 'fell';
  const from = point.nBefore > 0 ? ` from ${formatNumber(point.before, 3)}` : '';
  const held = `${formatNumber(point.statistic, 3)} against ${formatNumber(point.limit, 3)}`;
  return `the level ${moved}${from} to ${formatNumber(point.after, 3)} over the last ${formatCount(point.nAfter)} values (${detector}: ${held})`;
}

/** Runs a detector over a series from its beginning. `null` counts as missing. O(n) steps of the detector. */
export function changePoints(series: ArrayLike<number | null>, detector: ChangeDetector): ChangePoints {
  detector.reset();
  const points: ChangePoint[] = [];
  // Values since the last detection, and where they stand.
  let values: number[] = [];
  let indices: number[] = [];
  let n = 0;
  for (let index = 0; index < series.length; index++) {
    const x = series[index] ?? NaN;
    const detected = detector.update(x);
    if (!Number.isFinite(x)) {
      continue;
    }
    n += 1;
    values.push(x);
    indices.push(index);
    if (!detected) {
      continue;
    }
    const { direction, statistic, limit, sinceChange } = detector.state();
    // A sum may pass its limit at once: the value that did it is new in any case.
    const nAfter = Math.min(values.length, Math.max(1, sinceChange));
    const nBefore = values.length - nAfter;
    const point = {
      index,
      start: indices[nBefore] ?? index,
      ...(direction ? { direction } : {}),
      before: meanOf(values.slice(0, nBefore)),
      after: meanOf(values.slice(nBefore)),
      nBefore,
      nAfter,
      statistic,
      limit,
    };
    points.push({ ...point, sentence: sentenceOf(point, detector.name) });
    [values, indices] = [[], []];
  }
  const { missing, infinite, name } = detector;
  return { points, n, missing, infinite, state: detector.state(), detector: name };
}
