import { symmetricEigen } from '../special-functions/symmetric-eigen.ts';
import type { SymmetricMatrix } from '../special-functions/symmetric-eigen.ts';

/** Means of cosines and sines, their difference, and its covariance times all rows. */
export interface WaveDifference {
  difference: Float64Array;
  covariance: SymmetricMatrix;
  rows: number;
}

/** cos and sin of t (x − centre) / σ for every t, row after row. */
function waves(values: Float64Array, t: readonly number[], { centre, sigma }: { centre: number; sigma: number }) {
  const width = 2 * t.length;
  const all = new Float64Array(values.length * width);
  for (let i = 0; i < values.length; i++) {
    const x = ((values[i] ?? NaN) - centre) / sigma;
    for (let k = 0; k < t.length; k++) {
      const angle = x * (t[k] ?? NaN);
      all[i * width + k] = Math.cos(angle);
      all[i * width + t.length + k] = Math.sin(angle);
    }
  }
  return all;
}

/** Means of the columns, and their sums of products of deviations over n² (biased covariance over n). */
function meansAndCovariance(all: Float64Array, width: number): { means: Float64Array; covariance: Float64Array } {
  const n = all.length / width;
  const means = new Float64Array(width);
  for (let i = 0; i < all.length; i += width) {
    for (let k = 0; k < width; k++) {
      means[k] = (means[k] ?? 0) + (all[i + k] ?? NaN) / n;
    }
  }
  const covariance = new Float64Array(width * width);
  for (let i = 0; i < all.length; i += width) {
    for (let k = 0; k < width; k++) {
      const deviation = (all[i + k] ?? NaN) - (means[k] ?? NaN);
      for (let l = k; l < width; l++) {
        const product = deviation * ((all[i + l] ?? NaN) - (means[l] ?? NaN));
        covariance[k * width + l] = (covariance[k * width + l] ?? 0) + product;
      }
    }
  }
  return { means, covariance: covariance.map((sum) => sum / n / n) };
}

/**
 * Difference of the mean waves of two samples, and Ω = N (cov p / n + cov q / m), the covariance of √N times it.
 * Values are counted from the pooled median: a shift turns all pairs (cos, sin) alike and leaves W as it is, but large
 * angles would lose digits.
 */
export function waveDifference(
  [p, q]: readonly [Float64Array, Float64Array],
  t: readonly number[],
  scale: { centre: number; sigma: number }
): WaveDifference {
  const size = 2 * t.length;
  const left = meansAndCovariance(waves(p, t, scale), size);
  const right = meansAndCovariance(waves(q, t, scale), size);
  const rows = p.length + q.length;
  const values = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    for (let l = k; l < size; l++) {
      const at = k * size + l;
      const sum = rows * ((left.covariance[at] ?? NaN) + (right.covariance[at] ?? NaN));
      values[at] = sum;
      values[l * size + k] = sum;
    }
  }
  return {
    difference: left.means.map((mean, k) => mean - (right.means[k] ?? NaN)),
    covariance: { size, values },
    rows,
  };
}

/** Eigenvalues below this share of the greatest are rounding, and count as 0. */
const negligible = 1e-13;

/** N dᵀ Ω⁺ d with the pseudo-inverse of Ω, and the rank of Ω. */
export function quadraticForm({ difference, covariance, rows }: WaveDifference): { value: number; rank: number } {
  const { eigenvalues, vectors } = symmetricEigen(covariance);
  const greatest = eigenvalues.reduce((a, b) => Math.max(a, b), 0);
  let [value, rank] = [0, 0];
  eigenvalues.forEach((eigenvalue, k) => {
    if (eigenvalue > negligible * greatest) {
      const along = difference.reduce((sum, x, i) => sum + x * (vectors[i * covariance.size + k] ?? NaN), 0);
      value += (along * along) / eigenvalue;
      rank += 1;
    }
  });
  return { value: rows * value, rank };
}
