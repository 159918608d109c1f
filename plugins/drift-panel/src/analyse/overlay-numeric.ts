import { equalWidthBins, histogram, quantile, sortedSample, type SortedSample } from '@soundcheck/drift';
import type { NumericOverlay } from '../report/overlay.ts';
import { plural } from './format.ts';

const MOST_BINS = 32;
const FEWEST_BINS = 8;
/** With at most this many different whole numbers every one gets a bin of its own. */
const MOST_WHOLE = 32;

/** Densities of both sides over shared bins. */
export function numericOverlay(
  reference: readonly number[],
  current: readonly number[],
  sentence: string
): NumericOverlay | undefined {
  const sides = [sortedSample(reference), sortedSample(current)] as const;
  const pooled = sortedSample([...reference, ...current].filter(Number.isFinite));
  const [ref, cur] = sides;
  if (ref.sorted.length === 0 || cur.sorted.length === 0 || pooled.sorted.length === 0) {
    return undefined;
  }
  const edges = edgesFor(pooled, Math.min(ref.sorted.length, cur.sorted.length));
  const refCounts = inner(ref, edges);
  const curCounts = inner(cur, edges);
  const missing = ref.missing + cur.missing;
  const outside = ref.sorted.length + cur.sorted.length - sum(refCounts) - sum(curCounts);
  const remarks = [
    outside > 0 ? `${plural(outside, 'value')} beyond the axis` : '',
    missing > 0 ? `${plural(missing, 'value')} missing` : '',
  ];
  return {
    kind: 'numeric',
    edges,
    reference: densities(refCounts, edges, ref.sorted.length),
    current: densities(curCounts, edges, cur.sorted.length),
    nReference: ref.sorted.length,
    nCurrent: cur.sorted.length,
    remark: remarks.filter(Boolean).join(', '),
    sentence,
  };
}

/**
 * Bins of equal width (Rice's rule on the smaller side), whole numbers in the middle of their bins. Where a few values
 * lie far out, the axis ends at the 0.5 and 99.5 % quantiles, so that the bulk can be seen; the rest is counted.
 */
function edgesFor(pooled: SortedSample, nSmaller: number): number[] {
  const { sorted } = pooled;
  const least = sorted[0] ?? 0;
  const most = sorted[sorted.length - 1] ?? 0;
  if (least === most) {
    const half = Math.abs(least) * 0.05 || 0.5;
    return Array.from(equalWidthBins(least - half, least + half, 5));
  }
  if (most - least < MOST_WHOLE && sorted.every(Number.isInteger)) {
    return Array.from({ length: most - least + 2 }, (_, at) => least - 0.5 + at);
  }
  const inside: [number, number] = [quantile(pooled, 0.005), quantile(pooled, 0.995)];
  const squashed = inside[1] > inside[0] && most - least > 2 * (inside[1] - inside[0]);
  const [from, to] = squashed ? inside : [least, most];
  const bins = Math.min(MOST_BINS, Math.max(FEWEST_BINS, Math.ceil(2 * Math.cbrt(nSmaller))));
  return Array.from(equalWidthBins(from, to, bins));
}

/** Counts without the open bins at both ends. */
function inner(side: SortedSample, edges: number[]): number[] {
  return Array.from(histogram(side, edges).counts).slice(1, -1);
}

function densities(counts: number[], edges: number[], n: number): number[] {
  return counts.map((count, at) => count / n / ((edges[at + 1] ?? 0) - (edges[at] ?? 0)));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
