/** How p-values of many tests are corrected. */
export type Adjustment = 'holm' | 'bonferroni' | 'benjamini-hochberg' | 'benjamini-yekutieli' | 'none';

/** Factor on the p-value of rank `rank` (0 is the smallest) among `count`. */
function factor(method: Adjustment, rank: number, count: number): number {
  switch (method) {
    case 'none':
      return 1;
    case 'bonferroni':
      return count;
    case 'holm':
      return count - rank;
    case 'benjamini-hochberg':
      return count / (rank + 1);
    case 'benjamini-yekutieli': {
      let harmonic = 0;
      for (let i = 1; i <= count; i++) {
        harmonic += 1 / i;
      }
      return (harmonic * count) / (rank + 1);
    }
  }
}

/**
 * Adjusted p-values in the order given: reject at alpha where the adjusted p is below alpha.
 *
 * Holm (1979) steps down and Bonferroni bounds the chance of any false alarm; Benjamini & Hochberg (1995) and
 * Benjamini & Yekutieli (2001, any dependence) step up and bound the expected share of false ones among the flagged.
 * NaN stays NaN and does not count as a test.
 */
export function adjust(pValues: ArrayLike<number>, method: Adjustment = 'holm'): Float64Array {
  const adjusted = new Float64Array(pValues.length).fill(NaN);
  const order = Array.from(pValues, (p, index) => ({ p, index }))
    .filter(({ p }) => !Number.isNaN(p))
    .sort((a, b) => a.p - b.p);
  const scaled = order.map(({ p }, rank) => Math.min(1, p * factor(method, rank, order.length)));
  const stepUp = method === 'benjamini-hochberg' || method === 'benjamini-yekutieli';
  let bound = stepUp ? 1 : 0;
  for (let step = 0; step < order.length; step++) {
    const rank = stepUp ? order.length - 1 - step : step;
    const value = scaled[rank] ?? 1;
    bound = stepUp ? Math.min(bound, value) : Math.max(bound, value);
    adjusted[order[rank]?.index ?? 0] = bound;
  }
  return adjusted;
}
