import type { TestOptions } from '../compare.ts';
import { isDriftError, notNumeric } from '../errors.ts';
import { chiSquareOfCounts, chiSquareTerm } from '../tests/chi-square.ts';
import { fitOfCounts } from '../tests/goodness-of-fit.ts';
import type { DriftError } from '../types.ts';
import { bhattacharyyaOfShares, bhattacharyyaStatistic } from './bhattacharyya.ts';
import { cumulatedGap } from './cumulated-counts.ts';
import { ruledShares } from './empty-bins.ts';
import type { EmptyBinOptions } from './empty-bins.ts';
import { hellingerOfShares } from './hellinger.ts';
import { intersectionFormula } from './histogram-intersection.ts';
import { jensenShannonOfShares, jensenShannonStatistic } from './jensen-shannon.ts';
import { kullbackLeiblerOfShares } from './kullback-leibler.ts';
import { lInfinityOfShares, lInfinityProblem, lInfinityStatistic } from './l-infinity.ts';
import { psiOfShares } from './psi.ts';
import { shares } from './shares.ts';
import { totalVariationOfShares } from './total-variation.ts';

/** The tests that `compareChunks` takes. */
export type ChunkTest =
  | 'psi'
  | 'kullback-leibler'
  | 'jensen-shannon'
  | 'hellinger'
  | 'total-variation'
  | 'bhattacharyya'
  | 'histogram-intersection'
  | 'l-infinity'
  | 'ks'
  | 'chi-square';

/** The side that all chunks are compared with. */
export interface ReferenceCounts {
  counts: Float64Array;
  rows: number;
  /** True for bins, which have an order. */
  ordered: boolean;
}

/** The value of one chunk: its counts, of the same cells as the reference's, begin at `from` and add up to `rows`. */
export type ChunkDistance = (counts: Float64Array, from: number, rows: number) => number;

/** The same from the counts of this chunk alone. */
type CountsDistance = (current: Float64Array, rows: number) => number;

/** Takes the counts of a chunk out, always into the same memory. */
function ofCounts(cells: number, distance: CountsDistance): ChunkDistance {
  const current = new Float64Array(cells);
  return (counts, from, rows) => {
    for (let i = 0; i < current.length; i++) {
      current[i] = counts[from + i] ?? 0;
    }
    return distance(current, rows);
  };
}

type Formula = (p: Float64Array, q: Float64Array) => number;

/** A distance of the plain shares. */
function ofShares(reference: ReferenceCounts, formula: Formula): ChunkDistance {
  const p = shares(reference.counts);
  const q = new Float64Array(p.length);
  return (counts, from, rows) => {
    for (let i = 0; i < q.length; i++) {
      q[i] = (counts[from + i] ?? 0) / rows;
    }
    return formula(p, q);
  };
}

/** A distance of the shares by a rule for empty bins. */
function ofRuledShares(
  { counts, rows: referenceRows }: ReferenceCounts,
  options: EmptyBinOptions,
  formula: Formula
): ChunkDistance | DriftError {
  const ruled = ruledShares(counts, referenceRows, options);
  if (isDriftError(ruled)) {
    return ruled;
  }
  return ofCounts(counts.length, (current, rows) => {
    ruled.fill(current, rows);
    return formula(ruled.p, ruled.q);
  });
}

type ChunkDistances = {
  [T in ChunkTest]: (reference: ReferenceCounts, options?: TestOptions[T]) => ChunkDistance | DriftError;
};

/** Makes a test ready for the chunks of one reference: what can be had from the reference alone is had once. */
export const chunkDistances: ChunkDistances = {
  psi: (reference, options = {}) => ofRuledShares(reference, options, psiOfShares),
  'kullback-leibler': (reference, options = {}) => {
    const { emptyBins = 'floor-renormalised', base, direction = 'current-from-reference' } = options;
    const unit = base === 2 ? Math.LN2 : 1;
    const formula: Formula =
      direction === 'current-from-reference'
        ? (p, q) => kullbackLeiblerOfShares(q, p) / unit
        : (p, q) => kullbackLeiblerOfShares(p, q) / unit;
    return ofRuledShares(reference, { ...options, emptyBins }, formula);
  },
  'jensen-shannon': (reference, options = {}) =>
    ofShares(reference, (p, q) => jensenShannonStatistic(jensenShannonOfShares(p, q), options)),
  hellinger: (reference) => ofShares(reference, hellingerOfShares),
  'total-variation': (reference) => ofShares(reference, totalVariationOfShares),
  bhattacharyya: (reference, options = {}) =>
    ofShares(reference, (p, q) => bhattacharyyaStatistic(bhattacharyyaOfShares(p, q), options)),
  'histogram-intersection': (reference, options = {}) => ofShares(reference, intersectionFormula(options)),
  'l-infinity': (reference, options = {}) => {
    const problem = lInfinityProblem(reference.ordered, options);
    if (problem) {
      return problem;
    }
    const cumulated = reference.ordered && options.gapOf !== 'shares';
    const plain = cumulated ? gapOf(reference) : ofShares(reference, lInfinityOfShares);
    return (counts, from, rows) => lInfinityStatistic(plain(counts, from, rows), [reference.rows, rows], options);
  },
  ks: (reference) => (reference.ordered ? gapOf(reference) : notNumeric('reference')),
  'chi-square': ({ counts }, options = {}) => {
    const { form, correction = true } = options;
    return ofCounts(
      counts.length,
      form === 'goodness-of-fit'
        ? (current) => fitOfCounts(counts, current, chiSquareTerm)
        : (current) => chiSquareOfCounts(counts, current, correction)
    );
  },
};

/** The greatest gap of the cumulated shares. */
function gapOf({ counts, rows: referenceRows }: ReferenceCounts): ChunkDistance {
  return ofCounts(counts.length, (current, rows) => cumulatedGap(counts, current, [referenceRows, rows]));
}
