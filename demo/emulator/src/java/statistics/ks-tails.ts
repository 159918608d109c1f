/**
 * P(D ≥ d) in Kolmogorov's limit for n and m rows: 1 − 2 (½ + Σₖ (−1)ᵏ exp(−2 k² t²)), t = d √(n m / (n + m)).
 * Summed up and then taken from 1, so that small values come in steps of about 1e-16 and end at exactly 0.
 */
export function limitTail(d: number, n: number, m: number): number {
  const t = d * Math.sqrt((n * m) / (n + m));
  if (t === 0) return 1;
  let half = 0.5;
  let term = 1;
  for (let k = 1; term > 1e-20 && k < 100_000; k++) {
    term = Math.exp(-2 * t * t * k * k);
    half += k % 2 === 0 ? term : -term;
  }
  return 1 - 2 * half;
}

/**
 * P(D > gap / (n m)) over all orders of n and m different values, all equally likely; `gap` is a whole number.
 * One minus the share of lattice paths from (0, 0) to (n, m) that keep |i/n − j/m| at or below it (Hodges 1957).
 * Mind the >: the largest D possible has 0. Rounding may leave a hair below 0.
 */
export function exactTailAbove(gap: number, n: number, m: number): number {
  const within = (i: number, j: number) => Math.abs(i * m - j * n) <= gap;
  const paths = new Float64Array(m + 1);
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      if (!within(i, j)) paths[j] = 0;
      else if (i + j === 0) paths[j] = 1;
      else paths[j] = (i > 0 ? (paths[j] ?? 0) : 0) + (j > 0 ? (paths[j - 1] ?? 0) : 0);
    }
  }
  return 1 - (paths[m] ?? 0) / binomialCoefficient(n + m, Math.min(n, m));
}

function binomialCoefficient(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return Math.round(product);
}
