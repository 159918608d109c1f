import type { SortedSample } from '../samples/sorted-sample.ts';

/** One value of the pooled sample, how often each side has it, and its mid-rank (the mean of the ranks it takes up, from 1). */
export interface RankedValue {
  inReference: number;
  inCurrent: number;
  midRank: number;
}

/** Walks the different values of both samples in ascending order. O(n + m). */
export function walkRanks(reference: SortedSample, current: SortedSample, visit: (value: RankedValue) => void): void {
  const a = reference.sorted;
  const b = current.sorted;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    const from = i + j;
    const [startA, startB] = [i, j];
    while (i < a.length && a[i] === x) {
      i += 1;
    }
    while (j < b.length && b[j] === x) {
      j += 1;
    }
    visit({ inReference: i - startA, inCurrent: j - startB, midRank: (from + 1 + i + j) / 2 });
  }
}
