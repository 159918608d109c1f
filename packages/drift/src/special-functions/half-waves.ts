/**
 * What is under the root of a quadratic form's density between two eigenvalues: ∫ from c − w to c + w of
 * f(t) / √(cos(π (t − c) / 2w)) dt, for f(c + w cos θ) given as a function of t.
 *
 * The substitution t = c + w cos θ takes up the 1/√ at both ends; what is left is even and periodic in θ, so that the
 * midpoint rule converges faster than any power of the number of nodes (Gauss–Chebyshev quadrature).
 */
export function halfWave(
  [centre, halfWidth]: readonly [number, number],
  nodes: number,
  f: (t: number) => number
): number {
  let sum = 0;
  for (let k = 0; k < nodes; k++) {
    const theta = ((2 * k + 1) * Math.PI) / (2 * nodes);
    const cosine = Math.cos(theta);
    // cos((π/2) cos θ), written so that the ends keep their digits.
    const rest = 2 * Math.sin(theta / 2) ** 2;
    const sine = Math.sin((Math.PI / 2) * Math.min(rest, 2 * Math.cos(theta / 2) ** 2));
    sum += (f(centre + halfWidth * cosine) * Math.sin(theta)) / Math.sqrt(sine);
  }
  return (sum * halfWidth * Math.PI) / nodes;
}

/**
 * (1/π) Σ (−1)^(k+1) term(k), k from 1, for terms that fall fast: N. V. Smirnov's formula (1936) for the tail of
 * Σ λ χ²₁, whose first term rules the tail, so that small p keep their digits. Held to 0 … 1.
 */
export function alternatingTail(term: (k: number) => number): number {
  let sum = 0;
  for (let k = 1; k < 400; k++) {
    const here = term(k);
    sum += k % 2 === 1 ? here : -here;
    if (here < 1e-17 * sum) {
      break;
    }
  }
  return Math.min(1, Math.max(0, sum / Math.PI));
}

/**
 * Nodes that serve `halfWave` to rounding where the integrand falls as exp(−x t²): more for a narrower peak at the end.
 * Past x = 800 the tails of both laws that need it are under 1e-340, which is 0.
 */
export function nodesFor(x: number): number {
  return 48 + Math.ceil(6 * Math.sqrt(Math.min(x, 800)));
}
