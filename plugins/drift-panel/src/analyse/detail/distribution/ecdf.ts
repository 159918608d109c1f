import { compare, isDriftError, type SortedSample } from '@soundcheck/drift';
import type { Distribution, Line } from '../../../report/distribution.ts';

type Ecdf = NonNullable<Distribution['ecdf']>;

/** Steps kept of a side, besides the ends of the axis and the greatest gap: 512 points at most. */
const MOST_STEPS = 509;

/**
 * Cumulated shares of both sides as steps over the axis: from each x on, y of the rows are at or below it. Thinned by
 * rank; where the sides part most is always kept, so that the picture shows the D of the test.
 */
export function ecdfOfNumbers(reference: SortedSample, current: SortedSample, axis: readonly [number, number]): Ecdf {
  const ks = compare('ks', reference, current, { method: 'asymptotic' });
  const at = isDriftError(ks) || !(ks.value > 0) ? undefined : ks.location;
  const lines = {
    reference: stepsOf(reference.sorted, axis, at),
    current: stepsOf(current.sorted, axis, at),
  };
  const found = at !== undefined && Number.isFinite(at);
  return found
    ? {
        ...lines,
        gap: { at, reference: shareUpTo(reference.sorted, at), current: shareUpTo(current.sorted, at) },
      }
    : lines;
}

function shareUpTo(sorted: Float64Array, at: number): number {
  return cumulate(sorted, [at]).y[0] ?? 0;
}

/** Shares of the rows at or below each of ascending x. */
function cumulate(sorted: Float64Array, x: number[]): Line {
  let rows = 0;
  const y = x.map((value) => {
    while (rows < sorted.length && (sorted[rows] ?? Infinity) <= value) {
      rows += 1;
    }
    return sorted.length > 0 ? rows / sorted.length : 0;
  });
  return { x, y };
}

function stepsOf(sorted: Float64Array, [from, to]: readonly [number, number], at: number | undefined): Line {
  const steps = Math.min(sorted.length, MOST_STEPS);
  const kept = Array.from(
    { length: steps },
    (_, i) => sorted[steps > 1 ? Math.round((i * (sorted.length - 1)) / (steps - 1)) : 0] ?? NaN
  );
  const wanted = [from, ...kept, ...(at === undefined ? [] : [at]), to].filter((x) => x >= from && x <= to);
  return cumulate(
    sorted,
    [...new Set(wanted)].sort((a, b) => a - b)
  );
}

/** The same of counts: at the edges of the bins. */
export function ecdfOfBins(edges: readonly number[], reference: Float64Array, current: Float64Array): Ecdf {
  const lines = { reference: cumulateBins(edges, reference), current: cumulateBins(edges, current) };
  const gaps = lines.reference.y.map((share, i) => Math.abs(share - (lines.current.y[i] ?? 0)));
  const widest = gaps.indexOf(Math.max(...gaps));
  const at = edges[widest];
  const both = lines.reference.y.at(-1) === 1 && lines.current.y.at(-1) === 1;
  return both && at !== undefined && (gaps[widest] ?? 0) > 0
    ? { ...lines, gap: { at, reference: lines.reference.y[widest] ?? 0, current: lines.current.y[widest] ?? 0 } }
    : lines;
}

function cumulateBins(edges: readonly number[], counts: Float64Array): Line {
  const n = counts.reduce((sum, count) => sum + count, 0);
  let rows = 0;
  const y = edges.map((_, i) => {
    rows += i > 0 ? (counts[i - 1] ?? 0) : 0;
    return i === edges.length - 1 ? Number(n > 0) : n > 0 ? Math.min(1, rows / n) : 0;
  });
  return { x: [...edges], y };
}
