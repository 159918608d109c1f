import type { JavaRandom } from './java-random.ts';

/** Random cosine waves over rows of numbers: a frequency for each column and mode, a phase for each mode. */
export interface Waves {
  /** By column, then by mode. */
  frequencies: Float64Array[];
  phases: Float64Array;
}

/** Standard normal frequencies, all modes of a column before the next column, then phases uniform in 0 … 2π. */
export function drawWaves(columns: number, modes: number, random: JavaRandom): Waves {
  const frequencies = Array.from({ length: columns }, () =>
    Float64Array.from({ length: modes }, () => random.gaussian())
  );
  return { frequencies, phases: Float64Array.from({ length: modes }, () => random.double() * 2 * Math.PI) };
}

/**
 * Random Fourier features (Rahimi & Recht 2007): √(2/modes) cos(w · x + b) by mode, then by row. The distance between
 * the means of two samples' features tends to their MMD under a Gaussian kernel of width 1.
 */
export function fourierFeatures(columns: readonly Float64Array[], { frequencies, phases }: Waves): Float64Array[] {
  const size = Math.sqrt(2 / phases.length);
  return Array.from(phases, (phase, mode) => {
    const angles = new Float64Array(columns[0]?.length ?? 0).fill(phase);
    columns.forEach((column, at) => {
      const frequency = frequencies[at]?.[mode] ?? NaN;
      column.forEach((value, row) => (angles[row] = (angles[row] ?? NaN) + frequency * value));
    });
    return angles.map((angle) => size * Math.cos(angle));
  });
}

/** The mean of each feature over the rows `from` … `to` − 1. */
export function meanFeatures(features: readonly Float64Array[], from = 0, to = Infinity): number[] {
  return features.map((feature) => mean(feature.subarray(from, Math.min(to, feature.length))));
}

export function mean(values: ArrayLike<number> & Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
