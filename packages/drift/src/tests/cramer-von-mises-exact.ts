import { leastCommonMultiple } from './ks-exact.ts';

/** How many paths to a lattice point have which sum of squared gaps. */
type Frequencies = Map<number, number>;

function addShifted(target: Frequencies, source: Frequencies | undefined, shift: number): void {
  for (const [sum, count] of source ?? []) {
    target.set(sum + shift, (target.get(sum + shift) ?? 0) + count);
  }
}

/**
 * Exact P(T ≥ t) of the two-sample Cramér–von Mises statistic, by counting every order of the pooled rows with its sum of
 * squared gaps ζ = Σ (L i/n − L j/m)², L = lcm(n, m) (Xiao, Gordon & Yakovlev 2006): T = nm ζ / (L² (n + m)²).
 * For about 20 rows a side: the sums grow fast. Ties are not looked at, as in scipy.
 */
export function cramerVonMisesExactPValue(t: number, n: number, m: number): number {
  const lcm = leastCommonMultiple(n, m);
  // Whole without ties; ties put T between, in steps of at least 1 / (4nm) of ζ, and scipy rounds down.
  const zeta = Math.floor((t * lcm ** 2 * (n + m) ** 2) / (n * m) + 1e-6);
  const [a, b] = [lcm / n, lcm / m];
  let row: (Frequencies | undefined)[] = [];
  for (let i = 0; i <= n; i++) {
    const next: Frequencies[] = [];
    for (let j = 0; j <= m; j++) {
      const here: Frequencies = new Map(i === 0 && j === 0 ? [[0, 1]] : []);
      const square = (a * i - b * j) ** 2;
      addShifted(here, row[j], square);
      addShifted(here, next[j - 1], square);
      next.push(here);
    }
    row = next;
  }
  let reached = 0;
  let all = 0;
  for (const [sum, count] of row[m] ?? []) {
    all += count;
    reached += sum >= zeta ? count : 0;
  }
  return reached / all;
}
