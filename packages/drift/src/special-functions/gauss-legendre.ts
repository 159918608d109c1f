/** Nodes and weights of a quadrature. */
export interface Quadrature {
  nodes: Float64Array;
  weights: Float64Array;
}

const known = new Map<number, Quadrature>();

/** P_n(x) and its derivative by the recurrence of Legendre's polynomials (Abramowitz & Stegun 22.7.10). */
function legendre(n: number, x: number): [number, number] {
  let [before, here] = [1, x];
  for (let k = 2; k <= n; k++) {
    [before, here] = [here, ((2 * k - 1) * x * here - (k - 1) * before) / k];
  }
  return [here, (n * (x * here - before)) / (x * x - 1)];
}

/**
 * The positive half of Gauss–Legendre quadrature with `2 · half` nodes on (−1, 1), for even functions: the integral over
 * (−1, 1) is twice the sum of weight · f(node). Newton's method from Tricomi's first guess (Abramowitz & Stegun 25.4.29).
 */
export function halfGaussLegendre(half: number): Quadrature {
  const cached = known.get(half);
  if (cached) {
    return cached;
  }
  const n = 2 * half;
  const nodes = new Float64Array(half);
  const weights = new Float64Array(half);
  for (let i = 0; i < half; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    for (let step = 0; step < 20; step++) {
      const [value, slope] = legendre(n, x);
      const next = x - value / slope;
      if (Math.abs(next - x) < 1e-15) {
        break;
      }
      x = next;
    }
    const [, slope] = legendre(n, x);
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  const quadrature = { nodes, weights };
  known.set(half, quadrature);
  return quadrature;
}
