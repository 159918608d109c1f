import { binaryUnit, inUnit } from '../samples/binary-unit.ts';
import { moments } from '../samples/moments.ts';
import { quantile } from './quantile.ts';
import type { EqualWidthRule } from './bin-options.ts';

/** Standard deviation with divisor n; 0 for one row. */
function populationDeviation(values: Float64Array): number {
  const unit = binaryUnit(values);
  const { n, variance } = moments(inUnit(values, unit));
  return n > 1 ? unit * Math.sqrt((variance * (n - 1)) / n) : 0;
}

/** Sturges (1926): range / (log₂ n + 1). */
function sturges(range: number, n: number): number {
  return range / (Math.log2(n) + 1);
}

/** Doane (1976): Sturges' with further bins for the skewness g₁ over its standard error. 0 under three rows. */
function doane(values: Float64Array, range: number): number {
  const n = values.length;
  const scaled = inUnit(values, binaryUnit(values));
  const { mean, variance } = moments(scaled);
  const deviation = Math.sqrt((variance * (n - 1)) / n);
  if (n < 3 || !(deviation > 0)) {
    return 0;
  }
  let cubes = 0;
  for (let i = 0; i < n; i++) {
    const z = ((scaled[i] ?? NaN) - mean) / deviation;
    cubes += z * z * z;
  }
  const skewness = cubes / n;
  const standardError = Math.sqrt((6 * (n - 2)) / ((n + 1) * (n + 3)));
  return range / (1 + Math.log2(n) + Math.log2(1 + Math.abs(skewness) / standardError));
}

/** Freedman & Diaconis (1981): 2 · interquartile range · n^(−1/3). */
function freedmanDiaconis(sorted: Float64Array): number {
  const sample = { sorted, missing: 0 };
  return 2 * (quantile(sample, 0.75) - quantile(sample, 0.25)) * sorted.length ** (-1 / 3);
}

/** Whether a rule looks at the order of the values, not only at their range, moments and number. */
export function asksForOrder(rule: EqualWidthRule): boolean {
  return rule === 'freedman-diaconis' || rule === 'auto';
}

/**
 * Width of the bins of finite values, at least one, over `range` by a rule of `numpy.histogram_bin_edges` (numpy 2.4); 0
 * where the rule has none, which means one bin. The values ascend where the rule asks for order. Whole numbers are treated
 * as any other.
 */
export function binWidth(values: Float64Array, range: number, rule: EqualWidthRule): number {
  const n = values.length;
  switch (rule) {
    case 'sqrt':
      return range / Math.sqrt(n);
    case 'sturges':
      return sturges(range, n);
    case 'doane':
      return doane(values, range);
    case 'freedman-diaconis':
      return freedmanDiaconis(values);
    case 'scott':
      return ((24 * Math.sqrt(Math.PI)) / n) ** (1 / 3) * populationDeviation(values);
    case 'auto':
      // Half the width of `sqrt` keeps a narrow interquartile range from asking for bins without end.
      return Math.min(Math.max(freedmanDiaconis(values), range / Math.sqrt(n) / 2), sturges(range, n));
  }
}
