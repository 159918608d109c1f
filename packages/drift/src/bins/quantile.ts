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
  // Infinite neighbours: no interpolation, as ∞ − ∞ has no value.
  return position === below || low === high ? low : low + (position - below) * (high - low);
}
