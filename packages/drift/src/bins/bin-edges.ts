import { notDefined } from '../errors.ts';
import { isFiniteRange } from '../samples/finite.ts';
import type { NumericValues } from '../samples/numeric-values.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';
import type { DriftError } from '../types.ts';
import { defaultBins, mostBins } from './bin-options.ts';
import type { BinOptions, BinRule } from './bin-options.ts';
import { countNumbers } from './histogram.ts';
import { equalWidthBins } from './equal-width-bins.ts';
import { asksForOrder, binWidth } from './equal-width-rules.ts';
import { nextUp } from './next-up.ts';
import { referenceBins } from './reference-bins.ts';
import { rowsBelow, rowsUpTo } from './rows-below.ts';
import { unsortedQuantileBins } from './unsorted-quantile-bins.ts';
import type { CountedBins } from './unsorted-quantile-bins.ts';
import { closedValueBins, fewValues, hasFewValues } from './value-bins.ts';

/** The finite ones of ascending values. */
function finitePart(sorted: Float64Array): Float64Array {
  return sorted.subarray(rowsUpTo(-Infinity, sorted), rowsBelow(Infinity, sorted));
}

/** The options of a rule with nothing left open. */
function settled(options: BinOptions) {
  const { rule = 'quantile', bins = defaultBins } = options;
  const count = bins >= 1 ? Math.floor(bins) : defaultBins;
  const quantiles = rule === 'quantile';
  const { outside = quantiles ? 'outer-bins' : 'open-bins', fewValues: few = quantiles ? count : 0 } = options;
  return { rule, count, outside, few };
}

function tooManyBins(count: number): DriftError {
  return notDefined(
    `${Number(count.toPrecision(2))} bins are asked for, at most ${mostBins} are drawn: use quantile bins, fewer bins, or edges. Outliers that stretch the range are a common cause.`
  );
}

/** Finite values and what lies at their ends. */
interface Spread {
  values: Float64Array;
  low: number;
  high: number;
}

function spreadOf(sorted: Float64Array): Spread {
  return { values: sorted, low: sorted[0] ?? NaN, high: sorted[sorted.length - 1] ?? NaN };
}

/** Bins of equal width over the finite values; one value gets a bin of width 1 around it, as numpy has it. */
function equalWidthEdges(
  { values, low, high }: Spread,
  rule: Exclude<BinRule, 'quantile'>,
  count: number
): Float64Array | DriftError {
  if (values.length === 0) {
    return notDefined('Every value is infinite, so bins have no width: take infinite values out, or give edges.');
  }
  const [from, to] = low === high ? [low - 0.5, high + 0.5] : [low, high];
  const width = rule === 'equal-width' ? (to - from) / count : low === high ? 0 : binWidth(values, high - low, rule);
  const bins = rule === 'equal-width' ? count : width > 0 ? Math.ceil((to - from) / width) : 1;
  if (bins > mostBins) {
    return tooManyBins(bins);
  }
  return equalWidthBins(from, to, bins);
}

/** Quantile bins with the least and the greatest finite value as their ends. */
function closedQuantileBins(open: Float64Array, finite: Float64Array): Float64Array {
  const low = finite[0] ?? NaN;
  const high = finite[finite.length - 1] ?? NaN;
  if (!(low < high)) {
    return finite.length === 0 ? open : Float64Array.of(low - 0.5, high + 0.5);
  }
  return Float64Array.from([low, ...open.subarray(1, -1).filter((edge) => edge > low && edge < high), high]);
}

/** One bin a value of `base`; with finite ends where open bins lie beyond. */
function valueEdges(base: SortedSample, finite: Float64Array, closed: boolean): Float64Array | DriftError {
  const values = fewValues(finite, mostBins);
  if (!values) {
    return tooManyBins(finite.length);
  }
  return closed && values.length > 0
    ? Float64Array.from(closedValueBins(values))
    : referenceBins(base, { fewValues: Infinity });
}

/**
 * One value alone: a bin for it, so that all others fall beside it. Open bins for everything would show no drift from a
 * constant to another one.
 */
function aroundConstant(base: SortedSample): Float64Array | undefined {
  const value = base.sorted[0] ?? NaN;
  return Number.isFinite(value) && value === base.sorted[base.sorted.length - 1]
    ? Float64Array.of(value, nextUp(value))
    : undefined;
}

function edgesByRule(reference: SortedSample, base: SortedSample, options: BinOptions): Float64Array | DriftError {
  const { rule, count, outside, few } = settled(options);
  if (count > mostBins) {
    return tooManyBins(count);
  }
  const constant = rule === 'quantile' && options.outside === undefined ? aroundConstant(base) : undefined;
  if (constant) {
    return constant;
  }
  const finite = finitePart(base.sorted);
  if (fewValues(reference.sorted, few)) {
    return valueEdges(base, finite, outside === 'open-bins');
  }
  if (rule === 'quantile') {
    const open = referenceBins(base, { count, fewValues: 0 });
    return outside === 'outer-bins' ? open : closedQuantileBins(open, finite);
  }
  const edges = equalWidthEdges(spreadOf(finite), rule, count);
  return outside === 'outer-bins' && edges instanceof Float64Array ? withOpenEnds(edges) : edges;
}

/** An error where the edges do not ascend. */
function checked(edges: Float64Array): Float64Array | DriftError {
  for (let i = 1; i < edges.length; i++) {
    if (!((edges[i] ?? NaN) > (edges[i - 1] ?? NaN))) {
      return notDefined(
        `The values lie too near to each other, or too far apart, for ${edges.length - 1} bins: give edges.`
      );
    }
  }
  return edges;
}

/**
 * Edges of the bins of two samples by the rule of the options. `base` holds the rows that the rule looks at: the
 * reference, or both samples. Outer edges are infinite where values outside go to the outer bins.
 * `not defined` past 10,000 bins, where all values are infinite, or where they lie too near to each other.
 */
export function binEdges(
  reference: SortedSample,
  base: SortedSample,
  options: BinOptions = {}
): Float64Array | DriftError {
  const edges = edgesByRule(reference, base, options);
  return edges instanceof Float64Array ? checked(edges) : edges;
}

/**
 * The bins of `binEdges` from rows that are not sorted, with their counts: those at quantiles, and those of equal width.
 * Undefined where only sorted rows tell: values that are infinite, few or all the same, rules that ask for order.
 */
export function binsOfUnsorted(
  { values, range }: NumericValues,
  options: BinOptions = {}
): CountedBins | DriftError | undefined {
  const { rule, count, outside, few } = settled(options);
  const closedQuantiles = rule === 'quantile' && outside === 'open-bins';
  const ordered = rule !== 'quantile' && rule !== 'equal-width' && asksForOrder(rule);
  const constant = range[0] === range[1];
  if (
    closedQuantiles ||
    ordered ||
    constant ||
    count > mostBins ||
    !isFiniteRange(range) ||
    hasFewValues([values], few)
  ) {
    return undefined;
  }
  if (rule === 'quantile') {
    const bins = unsortedQuantileBins(values, range, count);
    const edges = checked(bins.edges);
    return edges instanceof Float64Array ? bins : edges;
  }
  const [low, high] = range;
  const found = equalWidthEdges({ values, low, high }, rule, count);
  const edges = found instanceof Float64Array ? checked(outside === 'outer-bins' ? withOpenEnds(found) : found) : found;
  return edges instanceof Float64Array ? { edges, counts: countNumbers(values, edges).counts } : edges;
}

/** The first and the last bin take in what lies beyond them. */
export function withOpenEnds(edges: ArrayLike<number>): Float64Array {
  const open = Float64Array.from(edges);
  open[0] = -Infinity;
  open[open.length - 1] = Infinity;
  return open;
}
