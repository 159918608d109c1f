import { deviance } from './deviance.ts';
import { stirlingError } from './stirling-error.ts';

const tiny = 1e-300;
const epsilon = 1e-17;
const maxIterations = 100_000;

/** x^a e^(−x) / Γ(a + 1), accurate for large a and in far tails. */
function poissonDensity(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/** P(a, x) by its power series: Abramowitz & Stegun 6.5.29. Right for x < a + 1. */
function lowerBySeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < maxIterations; k++) {
    term *= x / (a + k);
    sum += term;
    if (term < sum * epsilon) {
      break;
    }
  }
  return poissonDensity(a, x) * sum;
}

/** Q(a, x) by its continued fraction (A&S 6.5.31, even part, evaluated by Lentz's method). Right for x > a + 1. */
function upperByFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < maxIterations; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = numerator * d + b;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = b + numerator / c;
    c = Math.abs(c) < tiny ? tiny : c;
    const factor = c * d;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) {
      break;
    }
  }
  return poissonDensity(a, x) * a * h;
}

/** Regularised upper incomplete gamma Q(a, x) = Γ(a, x) / Γ(a), a > 0. Relative accuracy holds down to 1e-300. */
export function upperIncompleteGamma(a: number, x: number): number {
  if (Number.isNaN(a) || Number.isNaN(x) || a <= 0) {
    return NaN;
  }
  if (x <= 0) {
    return 1;
  }
  if (x === Infinity) {
    return 0;
  }
  return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x);
}

/** Regularised lower incomplete gamma P(a, x) = 1 − Q(a, x), a > 0. Relative accuracy holds for small P. */
export function lowerIncompleteGamma(a: number, x: number): number {
  if (Number.isNaN(a) || Number.isNaN(x) || a <= 0) {
    return NaN;
  }
  if (x <= 0) {
    return 0;
  }
  if (x === Infinity) {
    return 1;
  }
  return x < a + 1 ? lowerBySeries(a, x) : 1 - upperByFraction(a, x);
}
