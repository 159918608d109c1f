import { isDriftError } from '../errors.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { isBinned } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { BinnedCounts, Comparison, DriftError } from '../types.ts';
import { binGaps, binnedFacts, binnedGapProblem, insideInWords, insideOption, oneBinned } from './binned-gap.ts';
import type { BinGap, InsideBin } from './binned-gap.ts';
import { finitePair, integrateGap } from './cumulative-gap.ts';
import type { Description } from '../description.ts';

export const energyDescription: Description = {
  title: 'Energy distance',
  says: 'the distance of the distribution functions, in the square root of the unit of the feature',
  formula: '√(2 ∫ (F − G)² dx)',
  range: [0, Infinity],
  direction: 'high',
  takes: ['numbers', 'binned counts', 'weighted rows'],
  needs: '1 row a side, finite values',
  growsWithRows: false,
  source: 'scipy.stats.energy_distance; Székely & Rizzo 2013',
  options: [insideOption],
};

/** Where the mass of a bin lies. */
export interface EnergyOptions {
  /** Where the mass of binned counts lies in its bin. Default `midpoint`. */
  inside?: InsideBin;
}

/** 2 ∫ (F − G)² over a bin: two steps at its midpoint, or the square of a straight line. */
const termInBin = {
  midpoint: ({ width, before, after }: BinGap) => width * (before * before + after * after),
  spread: ({ width, before, after }: BinGap) => (2 / 3) * width * (before * before + before * after + after * after),
};

function ofBins(reference: BinnedCounts, current: BinnedCounts, inside: InsideBin): Comparison | DriftError {
  const problem = binnedGapProblem(reference, current);
  if (problem) {
    return problem;
  }
  const terms = Float64Array.from(binGaps(reference, current), termInBin[inside]);
  return {
    ...binnedFacts(reference, current),
    value: Math.sqrt(totalOf(terms)),
    variant: `energy distance, ${insideInWords[inside]}`,
    terms,
  };
}

/**
 * Energy distance √(2 ∫ (F − G)² dx), 0 … ∞, in the square root of the feature's unit; high means drift.
 * Rows may have weights. Binned counts of equal edges have `terms`, which add up to the square of the value.
 * `scipy.stats.energy_distance` (Székely & Rizzo 2013).
 */
export function energyDistance(
  reference: Sample,
  current: Sample,
  { inside = 'midpoint' }: EnergyOptions = {}
): Comparison | DriftError {
  if (isBinned(reference) && isBinned(current)) {
    return ofBins(reference, current, inside);
  }
  if (isBinned(reference) || isBinned(current)) {
    return oneBinned();
  }
  const pair = finitePair(reference, current);
  if (isDriftError(pair)) {
    return pair;
  }
  return {
    value: Math.sqrt(2 * integrateGap(pair, (gap) => gap * gap)),
    nReference: pair.reference.n,
    nCurrent: pair.current.n,
    missingReference: pair.reference.missing,
    missingCurrent: pair.current.missing,
    variant: 'energy distance',
  };
}
