/**
 * P(U = 0), …, P(U = last) over all orders of n + m rows, from the generating function
 * Π (1 − x^(m + i)) / (1 − x^i), i = 1 … n (Mann & Whitney 1947), each factor over its C(m + i, i) / C(m + i − 1, i − 1)
 * = (m + i) / i orders: no overflow however many rows.
 */
function orderShares(n: number, m: number, last: number): Float64Array {
  const shares = new Float64Array(last + 1);
  shares[0] = 1;
  for (let i = 1; i <= n; i++) {
    for (let u = i; u <= last; u++) {
      shares[u] = (shares[u] ?? 0) + (shares[u - i] ?? 0);
    }
    for (let u = last; u >= m + i; u--) {
      shares[u] = (shares[u] ?? 0) - (shares[u - m - i] ?? 0);
    }
    for (let u = 0; u <= last; u++) {
      shares[u] = ((shares[u] ?? 0) * i) / (m + i);
    }
  }
  return shares;
}

/**
 * True where the orders can be counted: to 300 rows on the smaller side, past which rounding grows beyond 1e-11 (held
 * against whole numbers to 150 rows, and against P(U < nm/2) + ½ P(U = nm/2) = ½), and within about a second.
 */
export function isCountable(n: number, m: number): boolean {
  const few = Math.min(n, m);
  return few <= 300 && (few * n * m) / 2 <= 1e9;
}

/**
 * Exact P(U ≥ u) without ties. Half a pair that a tie leaves is rounded down, as in scipy, which does not look at ties
 * either. Sums the shorter tail, where small shares keep their digits.
 */
export function mannWhitneyExactTail(u: number, n: number, m: number): number {
  const pairs = n * m;
  const whole = Math.floor(u);
  if (whole <= 0) {
    return 1;
  }
  const [few, many] = [Math.min(n, m), Math.max(n, m)];
  const sumTo = (last: number) => orderShares(few, many, last).reduce((sum, share) => sum + share, 0);
  // By symmetry P(U ≥ u) = P(U ≤ nm − u).
  return Math.min(1, 2 * whole > pairs ? sumTo(pairs - whole) : 1 - sumTo(whole - 1));
}

/** Two-sided exact p without ties: twice the tail beyond the greater of U and nm − U, at most 1. */
export function mannWhitneyExactPValue(u: number, n: number, m: number): number {
  return Math.min(1, 2 * mannWhitneyExactTail(Math.max(u, n * m - u), n, m));
}
