import type { SortedSample } from '../samples/sorted-sample.ts';

/** The ranks whose values make the quantile of type 7: position (n − 1) · share lies between them. */
function positionOf(share: number, n: number): number {
  return Math.min(1, Math.max(0, share)) * (n - 1);
}

/** The ranks, from 0 on, that `quantileByRank` asks for. */
export function ranksOfQuantile(share: number, n: number): [below: number, above: number] {
  const below = Math.floor(positionOf(share, n));
  return [below, Math.min(below + 1, n - 1)];
}

/** Quantile of n ≥ 1 numbers of which the value at a rank is known. */
export function quantileByRank(share: number, n: number, at: (rank: number) => number): number {
  const [below, above] = ranksOfQuantile(share, n);
  const low = at(below);
  const high = at(above);
  const part = positionOf(share, n) - below;
  if (part === 0 || low === high) {
    return low;
  }
  if (Number.isFinite(high - low)) {
    return low + part * (high - low);
  }
  // ∞ − ∞ has no value: beside an infinite neighbour the nearer one; both finite and far apart, their weighed mean.
  const nearer = part < 0.5 ? low : high;
  return Number.isFinite(low) && Number.isFinite(high) ? low * (1 - part) + high * part : nearer;
}

/** Quantile of type 7 (numpy's and R's default; Hyndman & Fan 1996), 0 ≤ share ≤ 1. NaN for an empty sample. */
export function quantile({ sorted }: SortedSample, share: number): number {
  return sorted.length === 0 ? NaN : quantileByRank(share, sorted.length, (rank) => sorted[rank] ?? NaN);
}
