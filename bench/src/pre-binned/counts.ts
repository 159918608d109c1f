import { normalNumbers, seededRandom } from '@soundcheck/drift';

/** Pre-binned features: one reference and many chunks of the same bins. */
export interface BinnedFeature {
  edges: Float64Array;
  reference: Float64Array;
  /** Chunk after chunk. */
  chunks: Float64Array;
}

export const shape = { features: 500, chunks: 100, bins: 20 };

/** Counts of a bell over the bins, each off by chance; none is empty. */
function counts(rows: number, next: () => number): number[] {
  return Array.from({ length: shape.bins }, (_, bin) => {
    const z = (bin - (shape.bins - 1) / 2) / (shape.bins / 5);
    const expected = rows * 0.1 * Math.exp((-z * z) / 2) + 4;
    return Math.max(1, Math.round(expected + Math.sqrt(expected) * next()));
  });
}

export function binnedFeatures(): BinnedFeature[] {
  const next = normalNumbers(seededRandom(20));
  return Array.from({ length: shape.features }, () => ({
    edges: Float64Array.from({ length: shape.bins + 1 }, (_, i) => i),
    reference: Float64Array.from(counts(20_000, next)),
    chunks: Float64Array.from(Array.from({ length: shape.chunks }, () => counts(200, next)).flat()),
  }));
}
