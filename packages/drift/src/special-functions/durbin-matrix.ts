/** A square matrix by rows, times 2^exponent. */
interface Scaled {
  values: Float64Array;
  exponent: number;
}

function multiply(a: Scaled, b: Scaled, size: number): Scaled {
  const values = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < size; k++) {
      const factor = a.values[row * size + k] ?? 0;
      if (factor !== 0) {
        for (let column = 0; column < size; column++) {
          values[row * size + column] =
            (values[row * size + column] ?? 0) + factor * (b.values[k * size + column] ?? 0);
        }
      }
    }
  }
  let exponent = a.exponent + b.exponent;
  const centre = values[(size >> 1) * size + (size >> 1)] ?? 0;
  if (centre > 2 ** 400) {
    exponent += 400;
    for (let i = 0; i < values.length; i++) {
      values[i] = (values[i] ?? 0) * 2 ** -400;
    }
  }
  return { values, exponent };
}

/** The matrix H of Marsaglia, Tsang & Wang, for h in [0, 1). */
function transitions(size: number, h: number): Scaled {
  const inverseFactorial = new Float64Array(size + 1);
  inverseFactorial[0] = 1;
  for (let i = 1; i <= size; i++) {
    inverseFactorial[i] = (inverseFactorial[i - 1] ?? 0) / i;
  }
  const values = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= Math.min(row + 1, size - 1); column++) {
      let numerator = 1;
      if (column === 0) {
        numerator -= h ** (row + 1);
      }
      if (row === size - 1) {
        numerator -= h ** (size - column);
      }
      if (column === 0 && row === size - 1 && 2 * h > 1) {
        numerator += (2 * h - 1) ** size;
      }
      values[row * size + column] = numerator * (inverseFactorial[row - column + 1] ?? 0);
    }
  }
  return { values, exponent: 0 };
}

/**
 * P(D_n ≤ d) of the two-sided one-sample Kolmogorov–Smirnov statistic: n!/nⁿ times the middle entry of Hⁿ.
 * G. Marsaglia, W. W. Tsang, J. Wang, "Evaluating Kolmogorov's Distribution", J. Stat. Software 8(18), 2003.
 * Cost (2nd)³ log n: for small n·d only.
 */
export function durbinDistribution(n: number, d: number): number {
  const k = Math.ceil(n * d);
  const size = 2 * k - 1;
  let base = transitions(size, k - n * d);
  let power: Scaled | undefined;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) {
      power = power ? multiply(power, base, size) : base;
    }
    if (rest > 1) {
      base = multiply(base, base, size);
    }
  }
  let probability = power?.values[(k - 1) * size + (k - 1)] ?? 0;
  let exponent = power?.exponent ?? 0;
  for (let i = 1; i <= n; i++) {
    probability *= i / n;
    if (probability < 2 ** -400) {
      probability *= 2 ** 400;
      exponent -= 400;
    }
  }
  return probability * 2 ** exponent;
}
