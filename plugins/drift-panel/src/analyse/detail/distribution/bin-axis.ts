import {
  binEdges,
  equalWidthBins,
  isDriftError,
  quantile,
  rowsBelow,
  type BinRule,
  type SortedSample,
} from '@soundcheck/drift';

/** Bins that a picture of numbers stands on. */
export interface BinAxis {
  /** Finite, ascending, one more than bins. */
  edges: number[];
  /** How they were laid. */
  text: string;
}

/** Bins of a rule that chooses their number; more cannot be told apart in a picture. */
const MOST_BY_RULE = 60;
/** Bins that a user may ask for. */
const MOST_ASKED = 200;
/** The current values may continue the axis so far; beyond, bins are laid over both sides. */
const MOST_TIMES_LONGER = 2.5;
/** With at most this many different whole numbers every one gets a bin of its own. */
const MOST_WHOLE = 32;
/** Shares of a side that may lie beyond the axis, at either end, where they would squash it. */
const TAIL = 0.005;

/** Beyond this, widths and densities leave what a number can hold. */
const GREATEST = 1e290;
/** Narrower bins have densities beyond what a number can hold. */
const NARROWEST = 1e-290;

type Range = readonly [from: number, to: number];

/** Sorted values without the infinite ones. */
export function finiteOnly({ sorted }: SortedSample): SortedSample {
  const from = rowsBelow(-Number.MAX_VALUE, sorted);
  return { sorted: sorted.subarray(from, rowsBelow(Infinity, sorted)), missing: 0 };
}

/**
 * Bins laid on the reference by the rule, and continued with the same width over current values. Where a few values lie
 * far out on a side, the axis ends at its 0.5 and 99.5 % quantiles, so that the bulk can be seen.
 * @returns undefined where no side has a finite value, or they lie too far apart for an axis
 */
export function binAxis(
  reference: SortedSample,
  current: SortedSample,
  bins: { rule: BinRule; count: number }
): BinAxis | undefined {
  const sides = [finiteOnly(reference), finiteOnly(current)].filter(({ sorted }) => sorted.length > 0);
  const range = rangeOf(sides);
  const base = sides[0];
  if (!range || !base) {
    return undefined;
  }
  const found = layBins(sides, base, { range, bins });
  const edges = found.edges;
  const ascends = edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > (edges[i - 1] ?? NaN)));
  return edges.length > 1 && ascends ? found : undefined;
}

/** From the least to the greatest value, without far tails that would squash the rest. */
function rangeOf(sides: readonly SortedSample[]): Range | undefined {
  const least = Math.min(...sides.map(({ sorted }) => sorted[0] ?? Infinity));
  const most = Math.max(...sides.map(({ sorted }) => sorted[sorted.length - 1] ?? -Infinity));
  const low = Math.min(...sides.map((side) => quantile(side, TAIL)));
  const high = Math.max(...sides.map((side) => quantile(side, 1 - TAIL)));
  const range: Range = high > low && most - least > 2 * (high - low) ? [low, high] : [least, most];
  return range.every((end) => Math.abs(end) < GREATEST) ? range : undefined;
}

function layBins(
  sides: readonly SortedSample[],
  base: SortedSample,
  { range: [from, to], bins }: { range: Range; bins: { rule: BinRule; count: number } }
): BinAxis {
  // Nearer to each other than bins can tell: as good as one value.
  if (!(to - from > NARROWEST) || !(from + (to - from) / 1000 > from)) {
    const share = Math.abs(from) * 0.05;
    const half = share > NARROWEST ? share : 0.5;
    return { edges: Array.from(equalWidthBins(from - half, from + half, 5)), text: 'all values are equal' };
  }
  const whole = sides.every(({ sorted }) => sorted.every(Number.isInteger)) && Math.abs(from) + Math.abs(to) < 2 ** 50;
  if (whole && to - from < MOST_WHOLE) {
    const first = Math.floor(from);
    const edges = Array.from({ length: Math.ceil(to) - first + 2 }, (_, i) => first - 0.5 + i);
    return { edges, text: 'one bin for each whole number' };
  }
  const inside = { sorted: base.sorted.subarray(rowsBelow(from, base.sorted), endOf(to, base.sorted)), missing: 0 };
  const laid = inside.sorted.length > 0 ? inside : base;
  return bins.rule === 'quantile'
    ? quantileBins(laid, [from, to], bins.count)
    : equalBins(laid, [from, to], { rule: bins.rule, count: bins.count, whole });
}

/** Where the values above `to` begin. */
function endOf(to: number, sorted: Float64Array): number {
  let end = rowsBelow(to, sorted);
  while (end < sorted.length && sorted[end] === to) {
    end += 1;
  }
  return end;
}

/** Bins with equal shares of the reference; what lies beyond them on the axis gets one bin at either end. */
function quantileBins(laid: SortedSample, [from, to]: Range, count: number): BinAxis {
  const found = binEdges(laid, laid, {
    rule: 'quantile',
    bins: clamp(count, MOST_ASKED),
    outside: 'open-bins',
    fewValues: 0,
  });
  const own = isDriftError(found) ? [from, to] : Array.from(found).filter(Number.isFinite);
  const first = own[0] ?? from;
  const last = own[own.length - 1] ?? to;
  const edges = [...(from < first ? [from] : []), ...own, ...(to > last ? [to] : [])];
  const more = edges.length - own.length;
  const text = `${own.length - 1} bins with equal shares of the reference`;
  return { edges, text: more > 0 ? `${text}, ${more} more for values beyond it` : text };
}

interface EqualRule {
  rule: Exclude<BinRule, 'quantile'>;
  count: number;
  whole: boolean;
}

function equalBins(laid: SortedSample, [from, to]: Range, { rule, count, whole }: EqualRule): BinAxis {
  const most = rule === 'equal-width' ? MOST_ASKED : MOST_BY_RULE;
  const { sorted } = laid;
  const [first, last] = [sorted[0] ?? from, sorted[sorted.length - 1] ?? to];
  const found = binEdges(laid, laid, { rule, bins: clamp(count, most), outside: 'open-bins', fewValues: 0 });
  const own = Math.min(most, isDriftError(found) ? most : found.length - 1);
  const width = widthOf((last - first) / own, whole);
  if (!(width > 0) || (to - from) / width > MOST_TIMES_LONGER * most) {
    const step = widthOf((to - from) / (rule === 'equal-width' ? own : most), whole);
    const edges = grid(whole ? Math.floor(from) - 0.5 : from, step, to);
    return { edges, text: `${edges.length - 1} bins of equal width, over both sides` };
  }
  const start = whole ? Math.floor(first) - 0.5 : first;
  const before = Math.max(0, Math.ceil((start - from) / width - 1e-9));
  const edges = grid(start - before * width, width, to);
  edges[0] = Math.min(edges[0] ?? from, from);
  const by = rule === 'equal-width' ? '' : ` by the rule ${rule}`;
  return { edges, text: `${edges.length - 1} bins of equal width, laid on the reference${by}` };
}

/** Whole numbers take whole widths: else some bins hold one number more than others and stand out like a comb. */
function widthOf(width: number, whole: boolean): number {
  return whole ? Math.max(1, Math.round(width)) : width;
}

/** Edges from `start` on until they reach `to`. */
function grid(start: number, width: number, to: number): number[] {
  const bins = Math.max(1, Math.ceil((to - start) / width - 1e-9));
  const edges = Array.from({ length: Math.min(bins, 1000) + 1 }, (_, i) => start + i * width);
  const last = edges.length - 1;
  edges[last] = Math.max(edges[last] ?? to, to);
  return edges;
}

function clamp(count: number, most: number): number {
  return count >= 1 ? Math.min(most, Math.floor(count)) : 10;
}
