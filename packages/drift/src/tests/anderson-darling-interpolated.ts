/** Levels of table 2 of Scholz & Stephens (1987), and their coefficients for two samples: b₀ + b₁ + b₂. */
const levels = [0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001];
const criticalValues = [
  0.675 - 0.245 - 0.105,
  1.281 + 0.25 - 0.305,
  1.645 + 0.678 - 0.362,
  1.96 + 1.149 - 0.391,
  2.326 + 1.822 - 0.396,
  2.573 + 2.364 - 0.345,
  3.085 + 3.615 - 0.154,
];

/** The polynomials 1, x − mean, and the quadratic, orthogonal over the critical values: least squares without a solver. */
function quadraticFit(xs: readonly number[], ys: readonly number[]): (x: number) => number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  const centre = mean(xs);
  const first = xs.map((x) => x - centre);
  const squares = first.map((u) => u * u);
  const slope = dot(squares, first) / dot(first, first);
  const level = mean(squares);
  const second = first.map((u) => u * u - slope * u - level);
  const [c0, c1, c2] = [mean(ys), dot(ys, first) / dot(first, first), dot(ys, second) / dot(second, second)];
  return (x) => {
    const u = x - centre;
    return c0 + c1 * u + c2 * (u * u - slope * u - level);
  };
}

const logP = quadraticFit(
  criticalValues,
  levels.map((level) => Math.log(level))
);

/**
 * p of the normalised A² as scipy gives it: ln p by a parabola through the seven critical values for two samples, held
 * to the levels of the table. `held` says at which end.
 */
export function interpolatedPValue(normalised: number): { pValue: number; held?: 'at most' | 'at least' } {
  if (normalised < (criticalValues[0] ?? NaN)) {
    return { pValue: 0.25, held: 'at least' };
  }
  if (normalised > (criticalValues[criticalValues.length - 1] ?? NaN)) {
    return { pValue: 0.001, held: 'at most' };
  }
  return { pValue: Math.exp(logP(normalised)) };
}
