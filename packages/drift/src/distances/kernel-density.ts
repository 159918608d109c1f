import { moments } from '../samples/moments.ts';

/**
 * Gaussian kernel density of one sample at the grid points, up to a constant factor.
 * Bandwidth by Scott's rule, n^(−1/5) · standard deviation (divisor n − 1), as `scipy.stats.gaussian_kde`.
 * O(n · points).
 */
export function kernelDensity(values: Float64Array, grid: Float64Array): Float64Array {
  const { n, variance } = moments(values);
  const scale = 1 / Math.sqrt(2 * variance * n ** -0.4);
  const density = new Float64Array(grid.length);
  for (let point = 0; point < grid.length; point++) {
    const x = grid[point] ?? NaN;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const z = (x - (values[i] ?? NaN)) * scale;
      sum += Math.exp(-z * z);
    }
    density[point] = sum;
  }
  return density;
}
