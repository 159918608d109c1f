import { equalWidthBins, histogram, quantile, type Sample, type SortedSample } from '@soundcheck/drift';
import type { Twin } from '../../report/report.ts';

const MOST_BINS = 24;
const FEWEST_BINS = 8;

/** A small histogram of both sides on one axis; undefined where a side has no rows, or is of another kind. */
export function twinOf(reference: Sample, current: Sample): Twin | undefined {
  if ('sorted' in reference && 'sorted' in current) {
    return ofNumbers(reference, current);
  }
  if ('edges' in reference && 'edges' in current) {
    return ofBins(reference.edges, [reference.counts, current.counts]);
  }
  if ('edges' in reference && 'sorted' in current) {
    return ofBins(reference.edges, [reference.counts, inBins(current, reference.edges)]);
  }
  if ('sorted' in reference && 'edges' in current) {
    return ofBins(current.edges, [inBins(reference, current.edges), current.counts]);
  }
  return 'categories' in reference && 'categories' in current ? ofCategories(reference, current) : undefined;
}

/** Rows in given bins; what lies beyond closed outer edges goes to the outer bins, as the picture ends there. */
function inBins(rows: SortedSample, edges: ArrayLike<number>): ArrayLike<number> {
  return histogram(rows, [-Infinity, ...Array.from(edges).slice(1, -1), Infinity]).counts;
}

function ofNumbers(reference: SortedSample, current: SortedSample): Twin | undefined {
  const edges = edgesOver(reference, current);
  return (
    edges &&
    twin(edges, [inside(reference, edges), inside(current, edges)], [reference.sorted.length, current.sorted.length])
  );
}

/**
 * Bins of equal width (Rice's rule on the smaller side), whole numbers in the middle of their bins. Where a few values lie
 * far out the axis ends at quantiles of 0.5 and 99.5 %, so that the bulk can be seen.
 */
function edgesOver(reference: SortedSample, current: SortedSample): number[] | undefined {
  const sides = [reference, current].map((side) => ({ ...side, sorted: finite(side.sorted) }));
  if (sides.some(({ sorted }) => sorted.length === 0)) {
    return undefined;
  }
  const least = Math.min(...sides.map(({ sorted }) => sorted[0] ?? NaN));
  const most = Math.max(...sides.map(({ sorted }) => sorted[sorted.length - 1] ?? NaN));
  if (least === most) {
    const half = Math.abs(least) * 0.05 || 0.5;
    return edgesOf(least - half, least + half, 5);
  }
  const whole = most - least < MOST_BINS && sides.every(({ sorted }) => sorted.every(Number.isInteger));
  if (whole) {
    return Array.from({ length: most - least + 2 }, (_, at) => least - 0.5 + at);
  }
  const from = Math.min(...sides.map((side) => quantile(side, 0.005)));
  const to = Math.max(...sides.map((side) => quantile(side, 0.995)));
  const squashed = to > from && most - least > 2 * (to - from);
  const rows = Math.min(...sides.map(({ sorted }) => sorted.length));
  const bins = Math.min(MOST_BINS, Math.max(FEWEST_BINS, Math.ceil(2 * Math.cbrt(rows))));
  return squashed ? edgesOf(from, to, bins) : edgesOf(least, most, bins);
}

/** Undefined where the range is so narrow or wide that edges coincide or overflow. */
function edgesOf(from: number, to: number, bins: number): number[] | undefined {
  const edges = Array.from(equalWidthBins(from, to, bins));
  return edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > (edges[i - 1] ?? NaN)))
    ? edges
    : undefined;
}

/** Sorted, so that infinite values stand at the ends. */
function finite(sorted: Float64Array): Float64Array {
  let [from, to] = [0, sorted.length];
  while (from < to && sorted[from] === -Infinity) {
    from += 1;
  }
  while (to > from && sorted[to - 1] === Infinity) {
    to -= 1;
  }
  return sorted.subarray(from, to);
}

/** Counts without the open bins at both ends. */
function inside(side: SortedSample, edges: number[]): number[] {
  return Array.from(histogram(side, edges).counts).slice(1, -1);
}

type Pair<T> = readonly [reference: T, current: T];

function twin(edges: number[], counts: Pair<number[]>, totals: Pair<number>): Twin | undefined {
  const density = (side: number[], total: number) =>
    side.map((count, at) => count / total / ((edges[at + 1] ?? NaN) - (edges[at] ?? NaN)));
  const [reference, current] = [density(counts[0], totals[0]), density(counts[1], totals[1])];
  return [...reference, ...current].every(Number.isFinite) ? { edges, reference, current } : undefined;
}

/** Bins as they came, neighbours joined where they are too many; open ends are drawn as wide as the bin beside them. */
function ofBins(given: ArrayLike<number>, sides: Pair<ArrayLike<number>>): Twin | undefined {
  const bins = given.length - 1;
  const [n, m] = [sum(sides[0]), sum(sides[1])];
  if (!(bins > 0 && n > 0 && m > 0)) {
    return undefined;
  }
  const step = Math.ceil(bins / MOST_BINS);
  const starts = Array.from({ length: Math.ceil(bins / step) }, (_, at) => at * step);
  const edges = finiteEnds([...starts, bins].map((at) => given[at] ?? NaN));
  const joined = (side: ArrayLike<number>) => starts.map((from) => sum(Array.from(side).slice(from, from + step)));
  return edges && twin(edges, [joined(sides[0]), joined(sides[1])], [n, m]);
}

function finiteEnds(edges: number[]): number[] | undefined {
  const last = edges.length - 1;
  const finite = [...edges];
  if (edges[last] === Infinity) {
    finite[last] = (edges[last - 1] ?? NaN) + widthAt(edges, last - 2);
  }
  if (edges[0] === -Infinity) {
    finite[0] = (edges[1] ?? NaN) - widthAt(edges, 1);
  }
  return finite.every(Number.isFinite) ? finite : undefined;
}

function widthAt(edges: number[], bin: number): number {
  const width = (edges[bin + 1] ?? NaN) - (edges[bin] ?? NaN);
  return Number.isFinite(width) && width > 0 ? width : 1;
}

interface Counted {
  categories: readonly string[];
  counts: ArrayLike<number>;
}

/** Shares, the most frequent of the reference first, the rest as one. */
function ofCategories(reference: Counted, current: Counted): Twin | undefined {
  const [n, m] = [sum(reference.counts), sum(current.counts)];
  if (!(n > 0 && m > 0 && Number.isFinite(n + m))) {
    return undefined;
  }
  const shares = (side: Counted, total: number) => {
    const found = new Map<string, number>();
    side.categories.forEach((category, at) =>
      found.set(category, (found.get(category) ?? 0) + Math.max(0, side.counts[at] ?? 0) / total)
    );
    return found;
  };
  const [p, q] = [shares(reference, n), shares(current, m)];
  const all = [...new Set([...p.keys(), ...q.keys()])].sort(
    (a, b) => (p.get(b) ?? 0) - (p.get(a) ?? 0) || (q.get(b) ?? 0) - (q.get(a) ?? 0)
  );
  const drawn = all.length > MOST_BINS ? all.slice(0, MOST_BINS - 1) : all;
  const rest = all.slice(drawn.length);
  const bars = (side: Map<string, number>) => [
    ...drawn.map((category) => side.get(category) ?? 0),
    ...(rest.length > 0 ? [sum(rest.map((category) => side.get(category) ?? 0))] : []),
  ];
  return { edges: [], reference: bars(p), current: bars(q) };
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let at = 0; at < values.length; at++) {
    total += values[at] ?? 0;
  }
  return total;
}
