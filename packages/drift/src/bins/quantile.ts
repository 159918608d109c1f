import type { SortedSample } from '../samples/sorted-sample.ts';

/** Quantile of type 7 (numpy's and R's default; Hyndman & Fan 1996), 0 ≤ share ≤ 1. NaN for an empty sample. */
export function quantile(sample: SortedSample, share: number): number {
  const { sorted } = sample;
  if (sorted.length === 0) {
    return NaN;
  }
  const position = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  const part = position - below;
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
