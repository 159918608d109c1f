import type { BinOptions } from '../bins/common-cells.ts';
import { binOptions } from '../description.ts';
import type { Description } from '../description.ts';
import { isDriftError, notDefined, weightsNotDefined } from '../errors.ts';
import { isCategorical, isCategoryCounts, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { kolmogorovSmirnov } from '../tests/kolmogorov-smirnov.ts';
import type { Comparison, DriftError } from '../types.ts';
import { cellDistance } from './cell-distance.ts';

export const lInfinityDescription: Description = {
  title: 'L∞',
  says: 'the greatest difference of the cumulated shares, or of the shares of one bin or category',
  formula: 'max |p − q| or max |F − G|',
  range: [0, 1],
  direction: 'high',
  takes: ['numbers', 'categories', 'binned counts', 'weighted rows'],
  needs: '1 row a side',
  growsWithRows: false,
  source: 'deequ (SageMaker Model Monitor), plain and robust',
  options: [
    ...binOptions,
    {
      name: 'gapOf',
      takes: ['cumulated', 'shares'],
      says: 'cumulated shares (the default of numbers and bins) or the share of each bin or category (that of categories)',
    },
    {
      name: 'robust',
      takes: [true, false],
      default: false,
      says: 'take off c √((n + m)/(nm)), about what chance alone explains',
    },
    {
      name: 'alpha',
      takes: 'number',
      says: 'robust only: level that gives c = √(−½ ln(alpha/2)); without it c = 1.8, as deequ',
    },
  ],
};

/** Which gap, and what is taken off for chance. */
export interface LInfinityOptions extends BinOptions {
  /** Default: `cumulated` for numbers and bins, `shares` for categories. `bins` and `edges` are for `shares` of numbers. */
  gapOf?: 'cumulated' | 'shares';
  /** Take off what chance alone explains (deequ). Default false. */
  robust?: boolean;
  /** Level of that allowance: c = √(−½ ln(alpha / 2)). Default: c = 1.8, alpha about 0.003. */
  alpha?: number;
}

/** max |p − q| of two distributions over the same cells; the differences go to `terms`, which do not add up to it. */
export function lInfinityOfShares(p: Float64Array, q: Float64Array, terms?: Float64Array): number {
  let most = 0;
  for (let i = 0; i < p.length; i++) {
    const gap = Math.abs((p[i] ?? 0) - (q[i] ?? 0));
    most = gap > most ? gap : most;
    if (terms) {
      terms[i] = gap;
    }
  }
  return most;
}

/** The statistic that is asked for, from the plain one: less c √((n + m) / (nm)), the gap that chance leaves, not below 0. */
export function lInfinityStatistic(plain: number, rows: readonly [number, number], options: LInfinityOptions): number {
  if (!options.robust) {
    return plain;
  }
  const c = options.alpha === undefined ? 1.8 : Math.sqrt(-Math.log(options.alpha / 2) / 2);
  return Math.max(0, plain - c * Math.sqrt((rows[0] + rows[1]) / (rows[0] * rows[1])));
}

/** Why there is no such statistic: categories have no order, and a level lies between 0 and 1. */
export function lInfinityProblem(ordered: boolean, { gapOf, alpha }: LInfinityOptions): DriftError | undefined {
  if (alpha !== undefined && !(alpha > 0 && alpha < 1)) {
    return notDefined(`The level of the allowance is ${alpha}: give an alpha between 0 and 1.`);
  }
  return !ordered && gapOf === 'cumulated'
    ? notDefined('Categories have no order, so their shares cannot be cumulated: compare the shares themselves.')
    : undefined;
}

function plainDistance(sides: readonly [Sample, Sample], options: LInfinityOptions): Comparison | DriftError {
  const ordered = !sides.some((side) => isCategorical(side) || isCategoryCounts(side));
  const problem = lInfinityProblem(ordered, options);
  if (problem) {
    return problem;
  }
  if (options.gapOf === 'shares' || !ordered) {
    return cellDistance(sides, options, ({ p, q }) => ({
      value: lInfinityOfShares(p, q),
      variant: 'L∞ of the shares',
    }));
  }
  const ks = kolmogorovSmirnov(...sides, { method: 'asymptotic' });
  if (isDriftError(ks)) {
    return ks;
  }
  const { pValue: _ofKs, ...rest } = ks;
  return { ...rest, variant: 'L∞ of the cumulated shares' };
}

/**
 * L∞ distance, 0 … 1; high means drift: the greatest difference of the shares of a cell, or of the cumulated shares
 * (the KS statistic). `robust`: less the allowance for chance, not below 0, as deequ (SageMaker) has it.
 */
export function lInfinity(reference: Sample, current: Sample, options: LInfinityOptions = {}): Comparison | DriftError {
  if (options.robust && (isWeighted(reference) || isWeighted(current))) {
    return weightsNotDefined();
  }
  const plain = plainDistance([reference, current], options);
  if (isDriftError(plain) || !options.robust) {
    return plain;
  }
  return {
    ...plain,
    value: lInfinityStatistic(plain.value, [plain.nReference, plain.nCurrent], options),
    variant: `${plain.variant}, robust`,
  };
}
