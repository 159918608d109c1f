import { isDriftError, weightsNotDefined } from '../errors.ts';
import { isCategorical, isCategoryCounts, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { kolmogorovSmirnov } from '../tests/kolmogorov-smirnov.ts';
import type { Comparison, DriftError } from '../types.ts';
import { cellDistance } from './cell-distance.ts';
import type { Description } from '../description.ts';

export const lInfinityDescription: Description = {
  title: 'L∞',
  says: 'the greatest difference of the shares of a category, for numbers of the cumulated shares',
  formula: 'max |p − q|',
  range: [0, 1],
  direction: 'high',
  takes: ['numbers', 'categories', 'binned counts'],
  needs: '1 row a side',
  growsWithRows: false,
  source: 'deequ (SageMaker Model Monitor), plain and robust',
  options: [
    {
      name: 'robust',
      takes: [true, false],
      default: false,
      says: 'take off c √((n + m)/(nm)), what chance alone explains',
    },
    { name: 'alpha', takes: 'number', says: 'level of that allowance, c = √(−½ ln(alpha/2)); without it c = 1.8' },
  ],
};

export interface LInfinityOptions {
  /** Take off what chance alone explains (deequ). Default false. */
  robust?: boolean;
  /** Level of that allowance: c = √(−½ ln(alpha / 2)). Default: c = 1.8, alpha about 0.003. */
  alpha?: number;
}

/** c √((n + m) / (nm)): the gap that chance leaves. */
function allowance(n: number, m: number, alpha?: number): number {
  const c = alpha === undefined ? 1.8 : Math.sqrt(-Math.log(alpha / 2) / 2);
  return c * Math.sqrt((n + m) / (n * m));
}

function plainDistance(reference: Sample, current: Sample): Comparison | DriftError {
  if ([reference, current].some((side) => isCategorical(side) || isCategoryCounts(side))) {
    return cellDistance([reference, current], {}, ({ p, q }) => ({
      value: p.reduce((most, share, i) => Math.max(most, Math.abs(share - (q[i] ?? 0))), 0),
      variant: 'L∞ of the shares',
    }));
  }
  const ks = kolmogorovSmirnov(reference, current, { method: 'asymptotic' });
  if (isDriftError(ks)) {
    return ks;
  }
  const { pValue: _ofKs, ...rest } = ks;
  return { ...rest, variant: 'L∞ of the cumulated shares' };
}

/**
 * L∞ distance, 0 … 1; high means drift: the greatest difference of the shares of a category, for numbers and bins of the
 * cumulated shares (the KS statistic). `robust`: less the allowance for chance, not below 0, as deequ (SageMaker) has it.
 */
export function lInfinity(reference: Sample, current: Sample, options: LInfinityOptions = {}): Comparison | DriftError {
  if (options.robust && (isWeighted(reference) || isWeighted(current))) {
    return weightsNotDefined();
  }
  const plain = plainDistance(reference, current);
  if (isDriftError(plain) || !options.robust) {
    return plain;
  }
  const { nReference, nCurrent } = plain;
  return {
    ...plain,
    value: Math.max(0, plain.value - allowance(nReference, nCurrent, options.alpha)),
    variant: `${plain.variant}, robust`,
  };
}
