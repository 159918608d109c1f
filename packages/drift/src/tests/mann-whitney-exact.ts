/**
 * Counts of U = 0, 1, …, last over all orders of n + m rows, from the generating function
 * Π (1 − x^(m + i)) / (1 − x^i), i = 1 … n (Mann & Whitney 1947). Doubles: relative rounding, no overflow below 1e308.
 */
function orderCounts(n: number, m: number, last: number): Float64Array {
  const counts = new Float64Array(last + 1);
  counts[0] = 1;
  for (let i = 1; i <= n; i++) {
    for (let u = i; u <= last; u++) {
      counts[u] = (counts[u] ?? 0) + (counts[u - i] ?? 0);
    }
    for (let u = last; u >= m + i; u--) {
      counts[u] = (counts[u] ?? 0) - (counts[u - m - i] ?? 0);
    }
  }
  return counts;
}

/** Two-sided exact p without ties: 2 P(U ≥ the greater of U and nm − U), at most 1. Cost n · nm / 2. */
export function mannWhitneyExactPValue(u: number, n: number, m: number): number {
  // By symmetry the upper tail is the lower one from 0 to nm − U, where sums of small counts keep their digits.
  const last = Math.floor(Math.min(u, n * m - u));
  const [few, many] = [Math.min(n, m), Math.max(n, m)];
  const counts = orderCounts(few, many, last);
  let orders = 1;
  for (let i = 1; i <= few; i++) {
    orders *= (many + i) / i;
  }
  return Math.min(1, (2 * counts.reduce((sum, count) => sum + count, 0)) / orders);
}
