import { deviance } from './deviance.ts';
import { stirlingError } from './stirling-error.ts';

/** The law of the rows of one kind in a sample without replacement: N rows, `marked` of the kind, `drawn` in the sample. */
export interface Hypergeometric {
  rows: number;
  marked: number;
  drawn: number;
}

/** Least and greatest number of marked rows that can be drawn. */
export function support({ rows, marked, drawn }: Hypergeometric): [least: number, greatest: number] {
  return [Math.max(0, drawn + marked - rows), Math.min(marked, drawn)];
}

/** The most probable number (the greater where there are two). */
export function modeOf({ rows, marked, drawn }: Hypergeometric): number {
  return Math.floor(((drawn + 1) * (marked + 1)) / (rows + 2));
}

/**
 * Ln of the binomial probability of x in n at the share `of / rows`, by the saddle-point expansion of C. Loader (2000): what
 * is lost in differences of ln n! is kept in δ and the deviance.
 */
function logBinomial(x: number, n: number, { of, rows }: { of: number; rows: number }): number {
  const mean = (n * of) / rows;
  const meanOfRest = (n * (rows - of)) / rows;
  const exponent = -deviance(x, mean) - deviance(n - x, meanOfRest);
  if (x === 0 || x === n) {
    // The deviance of 0 is its mean, so that this is n ln(1 − share), or n ln(share).
    return exponent;
  }
  const stirling = stirlingError(n) - stirlingError(x) - stirlingError(n - x);
  return exponent + stirling - 0.5 * Math.log((2 * Math.PI * x * (n - x)) / n);
}

/** Ln P(X = x), −∞ outside the support. Absolute error about 1e-15 times what it is, so tails keep their digits. */
export function logHypergeometric(x: number, law: Hypergeometric): number {
  const [least, greatest] = support(law);
  if (x < least || x > greatest) {
    return -Infinity;
  }
  const { rows, marked, drawn } = law;
  if (least === greatest) {
    return 0;
  }
  const share = { of: drawn, rows };
  return logBinomial(x, marked, share) + logBinomial(drawn - x, rows - marked, share) - logBinomial(drawn, rows, share);
}

/** P(X = x + step) / P(X = x), step ±1. */
export function ratioOfNext(x: number, step: 1 | -1, { rows, marked, drawn }: Hypergeometric): number {
  const rest = rows - marked - drawn;
  return step === 1
    ? ((marked - x) / (x + 1)) * ((drawn - x) / (rest + x + 1))
    : (x / (marked - x + 1)) * ((rest + x) / (drawn - x + 1));
}

/** Σ P(X = y) over y = x, x + step, … to the end of the support; only the terms that count, so x should lie past the mode. */
function sumOutward(x: number, step: 1 | -1, law: Hypergeometric): number {
  const first = Math.exp(logHypergeometric(x, law));
  let term = 1;
  let sum = 0;
  for (let y = x; term > sum * 1e-18; y += step) {
    sum += term;
    term *= ratioOfNext(y, step, law);
  }
  return first * sum;
}

/** P(X ≥ x). Full relative accuracy down to 1e-300. O(√rows). */
export function upperHypergeometric(x: number, law: Hypergeometric): number {
  const [least, greatest] = support(law);
  if (x <= least) {
    return 1;
  }
  if (x > greatest) {
    return 0;
  }
  return x > modeOf(law) ? sumOutward(x, 1, law) : 1 - sumOutward(x - 1, -1, law);
}

/** P(X ≤ x). Full relative accuracy down to 1e-300. O(√rows). */
export function lowerHypergeometric(x: number, law: Hypergeometric): number {
  const [least, greatest] = support(law);
  if (x >= greatest) {
    return 1;
  }
  if (x < least) {
    return 0;
  }
  return x <= modeOf(law) ? sumOutward(x, -1, law) : 1 - sumOutward(x + 1, 1, law);
}
