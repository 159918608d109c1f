/** A small dense symmetric matrix by rows. */
export interface SymmetricMatrix {
  size: number;
  values: Float64Array;
}

/** Eigenvalues, not sorted, and the eigenvectors in the columns of `vectors` (by rows, as the matrix). */
export interface Eigen {
  eigenvalues: Float64Array;
  vectors: Float64Array;
}

/** Rotates rows and columns p and q of a (and the columns of v) so that a[p, q] becomes 0. */
function rotate(a: Float64Array, v: Float64Array, size: number, [p, q]: readonly [number, number]): void {
  const at = (row: number, column: number) => a[row * size + column] ?? NaN;
  const half = (at(q, q) - at(p, p)) / (2 * at(p, q));
  const t = (half >= 0 ? 1 : -1) / (Math.abs(half) + Math.hypot(half, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  const turn = (values: Float64Array, i: number, j: number) => {
    const [x, y] = [values[i] ?? NaN, values[j] ?? NaN];
    values[i] = c * x - s * y;
    values[j] = s * x + c * y;
  };
  for (let k = 0; k < size; k++) {
    turn(a, k * size + p, k * size + q);
  }
  for (let k = 0; k < size; k++) {
    turn(a, p * size + k, q * size + k);
    turn(v, k * size + p, k * size + q);
  }
}

/**
 * Eigenvalues and vectors of a symmetric matrix by Jacobi's rotations (Golub & Van Loan, Matrix Computations, 8.5).
 * For a dozen rows: O(size³) per sweep, about six sweeps. Small eigenvalues of graded matrices keep their digits.
 */
export function symmetricEigen({ size, values }: SymmetricMatrix): Eigen {
  const a = Float64Array.from(values);
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    v[i * size + i] = 1;
  }
  for (let sweep = 0; sweep < 60; sweep++) {
    let turned = false;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = Math.abs(a[p * size + q] ?? 0);
        const diagonal = Math.abs((a[p * size + p] ?? 0) * (a[q * size + q] ?? 0));
        if (off > 1e-300 && off > 1e-17 * Math.sqrt(diagonal)) {
          rotate(a, v, size, [p, q]);
          turned = true;
        }
      }
    }
    if (!turned) {
      break;
    }
  }
  return { eigenvalues: Float64Array.from({ length: size }, (_, i) => a[i * size + i] ?? NaN), vectors: v };
}
