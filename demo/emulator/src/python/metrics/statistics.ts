import { compare, isDriftError, sortedSample } from '@soundcheck/drift';
import type { SortedSample } from '@soundcheck/drift';
import { UnfitColumn } from './cells.ts';

/** A test as the service's one-shot replies name it. */
export interface TestResult {
  statistic: number;
  p_value: number;
}

const undefinedTest: TestResult = { statistic: NaN, p_value: NaN };

/** Welch's or Student's t-test; NaN where it is not defined: fewer than two rows, or both sides the same constant. */
export function meansTest(reference: Float64Array, current: Float64Array, equalVariances: boolean): TestResult {
  const result = compare(equalVariances ? 'student-t' : 'welch-t', reference, current);
  return isDriftError(result) ? undefinedTest : { statistic: result.value, p_value: result.pValue ?? NaN };
}

/** Two-sample KS test with an exact p-value up to 10,000 rows a side; NaN if any cell is NaN. */
export function ksTest(reference: Float64Array, current: Float64Array): TestResult {
  return ks(reference, current, 'auto');
}

/** D alone. Schedules publish no p-value, and the exact one would be most of the work. */
export function ksStatistic(reference: Float64Array, current: Float64Array): number {
  return ks(reference, current, 'limit').statistic;
}

function ks(reference: Float64Array, current: Float64Array, method: 'auto' | 'limit'): TestResult {
  const [before, now] = [sortedReference(reference), sortedSample(current)];
  if (before.missing + now.missing > 0) return undefinedTest;
  const result = compare('ks', before, now, { method });
  if (isDriftError(result)) throw new UnfitColumn(result.message);
  return { statistic: result.value, p_value: result.pValue ?? NaN };
}

/** A reference column stays the same array until rows are added to it, so it is sorted once. */
const sorted = new WeakMap<Float64Array, SortedSample>();

function sortedReference(reference: Float64Array): SortedSample {
  const known = sorted.get(reference) ?? sortedSample(reference);
  sorted.set(reference, known);
  return known;
}

/** How the two densities are estimated. `method` is the caller's word for it. */
export interface DensityOptions {
  method: string;
  gridPoints: number;
  bins: number;
}

/** Jensen-Shannon distance, natural logarithm. Throws where the densities cannot be had. */
export function jensenShannonDistance(reference: Float64Array, current: Float64Array, options: DensityOptions): number {
  const { method, gridPoints, bins } = options;
  if (method !== 'kde' && method !== 'hist') throw new UnfitColumn(`There is no method ${method}.`);
  if (reference.some(Number.isNaN) || current.some(Number.isNaN)) throw new UnfitColumn('The column contains NaN.');
  const result = compare('jensen-shannon', reference, current, { method, gridPoints, bins });
  if (isDriftError(result)) throw new UnfitColumn(result.message);
  return result.value;
}
