/** Rows of equal width, one after the other; the first column is 1 (the intercept). */
export interface Design {
  width: number;
  values: Float64Array;
}

/** Solves A x = b in place of b for a symmetric positive definite A by rows (Cholesky); only its lower half is read. */
function solvePositive(a: Float64Array, b: Float64Array): void {
  const size = b.length;
  const at = (row: number, column: number) => a[row * size + column] ?? NaN;
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) {
        sum -= at(i, k) * at(j, k);
      }
      a[i * size + j] = i === j ? Math.sqrt(sum) : sum / at(j, j);
    }
  }
  for (let i = 0; i < size; i++) {
    let sum = b[i] ?? NaN;
    for (let k = 0; k < i; k++) {
      sum -= at(i, k) * (b[k] ?? NaN);
    }
    b[i] = sum / at(i, i);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = b[i] ?? NaN;
    for (let k = i + 1; k < size; k++) {
      sum -= at(k, i) * (b[k] ?? NaN);
    }
    b[i] = sum / at(i, i);
  }
}

/** The linear score of a row: Σ β x. */
export function scoreOf(row: number, { width, values }: Design, coefficients: Float64Array): number {
  let score = 0;
  for (let k = 0; k < width; k++) {
    score += (values[row * width + k] ?? NaN) * (coefficients[k] ?? NaN);
  }
  return score;
}

/** Rows to learn from, and which of them are current. */
interface Labelled {
  design: Design;
  rows: Uint32Array;
  isCurrent: Uint8Array;
}

/** −log likelihood plus the ridge. */
function loss({ design, rows, isCurrent }: Labelled, coefficients: Float64Array, ridge: number): number {
  let sum = 0;
  for (const row of rows) {
    const score = scoreOf(row, design, coefficients);
    sum += Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - (isCurrent[row] === 1 ? score : 0);
  }
  return coefficients.reduce((total, beta, k) => total + (k === 0 ? 0 : (ridge / 2) * beta * beta), sum);
}

/** Newton's step: Hessian⁻¹ gradient of the loss. */
function newtonStep({ design, rows, isCurrent }: Labelled, coefficients: Float64Array, ridge: number): Float64Array {
  const { width, values } = design;
  const gradient = coefficients.map((beta, k) => (k === 0 ? 0 : ridge * beta));
  const hessian = new Float64Array(width * width);
  for (let k = 1; k < width; k++) {
    hessian[k * width + k] = ridge;
  }
  for (const row of rows) {
    const score = scoreOf(row, design, coefficients);
    // From the side that does not cancel.
    const p = 1 / (1 + Math.exp(-score));
    const weight = p / (1 + Math.exp(score));
    const error = isCurrent[row] === 1 ? -1 / (1 + Math.exp(score)) : p;
    for (let i = 0; i < width; i++) {
      const x = values[row * width + i] ?? NaN;
      gradient[i] = (gradient[i] ?? NaN) + error * x;
      const scaled = weight * x;
      for (let j = 0; scaled !== 0 && j <= i; j++) {
        hessian[i * width + j] = (hessian[i * width + j] ?? NaN) + scaled * (values[row * width + j] ?? NaN);
      }
    }
  }
  solvePositive(hessian, gradient);
  return gradient;
}

const maxSteps = 60;

/**
 * Logistic regression with a ridge: the coefficients that minimise −log likelihood + ½ ridge Σ β², the intercept free
 * (scikit-learn's `LogisticRegression(C=1/ridge)`), by Newton's method with halved steps where a whole one overshoots.
 * ridge > 0 and both labels present, so that there is one minimum. O(rows · width²) a step, about six steps.
 */
export function fitLogistic(labelled: Labelled, ridge: number): Float64Array {
  let coefficients = new Float64Array(labelled.design.width);
  let current = loss(labelled, coefficients, ridge);
  for (let count = 0; count < maxSteps; count++) {
    const step = newtonStep(labelled, coefficients, ridge);
    let share = 1;
    let next = coefficients;
    let there = current;
    do {
      next = coefficients.map((beta, k) => beta - share * (step[k] ?? NaN));
      there = loss(labelled, next, ridge);
      share /= 2;
    } while (there > current * (1 + 1e-14) && share > 1e-6);
    const moved = next.reduce((most, beta, k) => Math.max(most, Math.abs(beta - (coefficients[k] ?? NaN))), 0);
    coefficients = next;
    current = there;
    if (moved < 1e-10) {
      break;
    }
  }
  return coefficients;
}
