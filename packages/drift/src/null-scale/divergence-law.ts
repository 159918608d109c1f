/**
 * How a divergence follows from X = (n m / (n + m)) Σ (q − p)² / π, which is χ² with B − 1 degrees of freedom without
 * drift: every divergence Σ p f(q/p) is about ½ f''(1) Σ (q − p)² / π for near shares (Csiszár; Pardo, Statistical
 * Inference Based on Divergence Measures, 2006, theorem 3.1).
 */
export interface DivergenceLaw {
  /** The value at a divergence of x · factor, and back. */
  factor: number;
  toValue(x: number): number;
  fromValue(value: number): number;
}

const same = (x: number) => x;
const square = (x: number) => x * x;

/** The law of a test with these options, where it has one. */
export function divergenceLaw(test: string, options: Readonly<Record<string, unknown>>): DivergenceLaw | undefined {
  const unit = options.base === 2 ? Math.LN2 : 1;
  const distance = options.statistic === undefined || options.statistic === 'distance';
  switch (test) {
    case 'psi':
      return { factor: 1, toValue: same, fromValue: same };
    case 'kullback-leibler':
      return { factor: 1 / (2 * unit), toValue: same, fromValue: same };
    case 'jensen-shannon':
      return distance
        ? { factor: 1 / (8 * unit), toValue: Math.sqrt, fromValue: square }
        : { factor: 1 / (8 * unit), toValue: same, fromValue: same };
    case 'hellinger':
      return { factor: 1 / 8, toValue: Math.sqrt, fromValue: square };
    case 'bhattacharyya':
      return distance ? { factor: 1 / 8, toValue: same, fromValue: same } : undefined;
    default:
      return undefined;
  }
}
