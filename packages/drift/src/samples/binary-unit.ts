const least = 1e-100;
const greatest = 1e100;

/** The largest |x|; 0 for no values. */
function largest(samples: readonly ArrayLike<number>[]): number {
  let most = 0;
  for (const values of samples) {
    for (let i = 0; i < values.length; i++) {
      const size = Math.abs(values[i] ?? 0);
      most = size > most ? size : most;
    }
  }
  return most;
}

/**
 * A power of two to measure values in, so that their squares neither overflow nor vanish: 1 unless the largest |x| is
 * outside 1e-100 … 1e100, else the power of two next below it. Dividing by it is exact.
 */
export function binaryUnit(...samples: readonly ArrayLike<number>[]): number {
  const most = largest(samples);
  return (most >= least && most <= greatest) || most === 0 || most === Infinity ? 1 : 2 ** Math.floor(Math.log2(most));
}

/** The values in such a unit; the same array where it is 1. */
export function inUnit(values: Float64Array, unit: number): Float64Array {
  return unit === 1 ? values : values.map((x) => x / unit);
}
