import { deviance } from './deviance.ts';
import { stirlingError } from './stirling-error.ts';

const tiny = 1e-300;
const maxIterations = 100_000;

/** x^a y^b / (a B(a, b)), y = 1 − x, through the saddle-point form of the binomial probability (Loader 2000). */
function scaledDensity(a: number, b: number, [x, y]: readonly [number, number]): number {
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt(b / (2 * Math.PI * a * n));
}

/** Numerator of the k-th step of the continued fraction of I_x(a, b): DLMF 8.17.22 and 8.17.23. */
function numerator(step: number, a: number, b: number, x: number): number {
  const m = step >> 1;
  return step % 2 === 0
    ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
}

/** The continued fraction itself, by Lentz's method; converges in O(√max(a, b)) steps for x < (a + 1) / (a + b + 2). */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let h = d;
  for (let step = 2; step < maxIterations; step++) {
    const term = numerator(step, a, b, x);
    d = 1 + term * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = 1 + term / c;
    c = Math.abs(c) < tiny ? tiny : c;
    const factor = c * d;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) {
      break;
    }
  }
  return h;
}

/**
 * Regularised incomplete beta I_x(a, b), a, b > 0. Relative accuracy holds down to 1e-300.
 * `[x, y]` with y = 1 − x: both are asked for because either may be too near to 1 to say how far it is from it.
 */
export function incompleteBeta(a: number, b: number, [x, y]: readonly [number, number]): number {
  if (!(a > 0) || !(b > 0) || Number.isNaN(x)) {
    return NaN;
  }
  if (x <= 0) {
    return 0;
  }
  if (y <= 0) {
    return 1;
  }
  return x < (a + 1) / (a + b + 2)
    ? scaledDensity(a, b, [x, y]) * fraction(a, b, x)
    : 1 - scaledDensity(b, a, [y, x]) * fraction(b, a, y);
}
