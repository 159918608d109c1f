import type { DriftError } from '../types.ts';
import { adwinWindow } from './adwin-window.ts';
import type { AdwinWindow } from './adwin-window.ts';
import { changeDetector } from './change-detector.ts';
import type { ChangeDetector, DetectorCore } from './change-detector.ts';
import { optionProblem } from '../option-problem.ts';

/** How sensitive ADWIN is, and how often it looks. */
export interface AdwinOptions {
  /** Confidence: the bound of a false alarm at one look. Default 0.002. */
  delta?: number;
  /** Values between two looks. Default 32. */
  clock?: number;
  /** Buckets of one size before two become one. Default 5. */
  maxBuckets?: number;
  /** Least values on either side of a cut. Default 5. */
  minWindowLength?: number;
  /** Values before the first look. Default 10. */
  gracePeriod?: number;
  /** `restart` (river): all is forgotten. `keep` (Bifet & Gavaldà): the window goes on without its oldest values. */
  afterDetection?: 'restart' | 'keep';
  /** `all`, or `river-0.21`: the newest bucket of every size is passed over, as river to 0.21 did. Default `all`. */
  cuts?: 'all' | 'river-0.21';
}

type Settings = Required<Omit<AdwinOptions, 'afterDetection'>>;

/** A cut of the window: means of the older and the newer part, and how far apart they may be. */
interface Cut {
  older: number;
  newer: number;
  limit: number;
}

/** ε of Bifet & Gavaldà 2007, (3.1): how far apart the means of n and m values may be. */
function limitOf(window: AdwinWindow, [n, m]: readonly [number, number], settings: Settings): number {
  const { delta, minWindowLength } = settings;
  const confidence = Math.log((2 * Math.log(window.width)) / delta);
  const reciprocal = 1 / (n - minWindowLength + 1) + 1 / (m - minWindowLength + 1);
  const variance = window.squares / window.width;
  return Math.sqrt(2 * reciprocal * variance * confidence) + (2 / 3) * confidence * reciprocal;
}

/** The first cut, from the oldest bucket on, with means too far apart. O(log n). */
function firstCut(window: AdwinWindow, settings: Settings): Cut | undefined {
  const { minWindowLength, cuts } = settings;
  let [n, m] = [0, window.width];
  let [ofOlder, ofNewer] = [0, window.total];
  for (let i = window.rows.length - 1; i >= 0; i--) {
    const row = window.rows[i] ?? [];
    const looked = cuts === 'all' ? row : row.slice(0, -1);
    for (const bucket of looked) {
      n += 2 ** i;
      m -= 2 ** i;
      ofOlder += bucket.total;
      ofNewer -= bucket.total;
      if (m < minWindowLength) {
        return undefined;
      }
      const [older, newer] = [ofOlder / n, ofNewer / m];
      if (n >= minWindowLength) {
        const limit = limitOf(window, [n, m], settings);
        if (Math.abs(older - newer) > limit) {
          return { older, newer, limit };
        }
      }
    }
  }
  return undefined;
}

/**
 * ADWIN (adaptive windowing) for a change of the mean: the latest values, as many as have one mean. At every look the
 * oldest bucket is dropped as long as some cut parts the window in two with means further apart than
 * ε = √(2 σ²/μ ln(2 ln W / δ)) + 2/(3 μ) ln(2 ln W / δ), 1/μ the sum of 1 / (n − minWindowLength + 1) of both parts.
 *
 * Bifet & Gavaldà, Learning from time-changing data with adaptive windowing (2007), as river 0.22 to 0.26 has it. The
 * bound is meant for values in [0, 1]: scale others, or the second addend of ε is too small or too large.
 * `not defined` where an option is out of its range.
 */
export function adwin(options: AdwinOptions = {}): ChangeDetector | DriftError {
  const { delta = 0.002, clock = 32, maxBuckets = 5, minWindowLength = 5, gracePeriod = 10 } = options;
  const { afterDetection = 'restart', cuts = 'all' } = options;
  const problem = optionProblem([
    ['delta', delta, Number.MIN_VALUE, 1],
    ['clock', clock, 1, Number.MAX_SAFE_INTEGER, 'whole'],
    ['maxBuckets', maxBuckets, 1, Number.MAX_SAFE_INTEGER, 'whole'],
    ['minWindowLength', minWindowLength, 1, Number.MAX_SAFE_INTEGER, 'whole'],
    ['gracePeriod', gracePeriod, 0, Number.MAX_SAFE_INTEGER, 'whole'],
  ]);
  if (problem) {
    return problem;
  }
  const settings = { delta, clock, maxBuckets, minWindowLength, gracePeriod, cuts };
  let window = adwinWindow(maxBuckets);
  let ticks = 0;
  let found: Cut | undefined;
  const startAfresh = () => {
    window = adwinWindow(maxBuckets);
    [ticks, found] = [0, undefined];
  };
  const core: DetectorCore = {
    name: 'ADWIN',
    take(x) {
      window.add(x);
      ticks += 1;
      found = undefined;
      if (ticks % clock !== 0 || window.width <= gracePeriod) {
        return false;
      }
      for (let cut = firstCut(window, settings); cut; cut = firstCut(window, settings)) {
        found = found ?? cut;
        window.dropOldest();
      }
      return found !== undefined;
    },
    state: () => ({
      n: window.width,
      estimate: window.width > 0 ? window.total / window.width : NaN,
      statistic: found ? Math.abs(found.newer - found.older) : 0,
      limit: found?.limit ?? NaN,
      ...(found ? { direction: found.newer > found.older ? 'up' : 'down' } : {}),
      sinceChange: found ? window.width : 0,
    }),
    restart: startAfresh,
    keepsOn: afterDetection === 'keep',
  };
  return changeDetector(core);
}
