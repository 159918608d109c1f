import { quantile, type SortedSample } from '@soundcheck/drift';
import type { Line } from '../../../report/distribution.ts';

/** 0, 1 %, … 100 %. */
const SHARES = Array.from({ length: 101 }, (_, i) => i / 100);

export type QuantileAt = (share: number) => number;

/** Quantiles of rows. */
export function ofNumbers(side: SortedSample): QuantileAt {
  return (share) => quantile(side, share);
}

/** Quantiles of counts, as if the rows of a bin lay evenly in it. NaN where there are none. */
export function ofBins(edges: readonly number[], counts: ArrayLike<number>): QuantileAt {
  const n = Array.from(counts).reduce((sum, count) => sum + count, 0);
  return (share) => {
    const wanted = share * n;
    let below = 0;
    let last = NaN;
    for (let bin = 0; bin < counts.length; bin++) {
      const rows = counts[bin] ?? 0;
      const [from, to] = [edges[bin] ?? NaN, edges[bin + 1] ?? NaN];
      if (rows > 0 && below + rows >= wanted) {
        return from + (to - from) * Math.max(0, (wanted - below) / rows);
      }
      last = rows > 0 ? to : last;
      below += rows;
    }
    return last;
  };
}

/** The quantiles of both sides against each other, as far as they lie on the axis. */
export function quantileLine(reference: QuantileAt, current: QuantileAt, axis: readonly [number, number]): Line {
  const inside = (value: number) => value >= axis[0] && value <= axis[1];
  const pairs = SHARES.map((share) => [reference(share), current(share)] as const).filter((pair) => pair.every(inside));
  return { x: pairs.map(([x]) => x), y: pairs.map(([, y]) => y) };
}

/** 25 %, 50 % and 75 %; undefined where they are no finite numbers. */
export function quartilesOf(at: QuantileAt): readonly [number, number, number] | undefined {
  const found = [at(0.25), at(0.5), at(0.75)] as const;
  return found.every(Number.isFinite) ? found : undefined;
}
