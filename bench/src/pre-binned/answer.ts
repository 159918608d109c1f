import type { ChunkTest } from '@soundcheck/drift';

export const chunkTests: ChunkTest[] = [
  'psi',
  'kullback-leibler',
  'jensen-shannon',
  'hellinger',
  'total-variation',
  'bhattacharyya',
  'histogram-intersection',
  'l-infinity',
  'ks',
  'chi-square',
];

/** What one process measured of one test, in seconds. */
export interface PreBinnedAnswer {
  /** The first call of either. */
  firstOurs: number;
  firstBare: number;
  /** Medians of the calls after it, in turn. */
  ours: number;
  bare: number;
  /** The greatest relative difference of two values. */
  furthest: number;
}
