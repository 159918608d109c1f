import { normalUpperTail } from './erfc.ts';
import { halfGaussLegendre } from './gauss-legendre.ts';
import { quickNormalUpperTail } from './quick-normal-tail.ts';

/** Points nearer to the one before than this say nothing new; without them the quadrature needs fewer nodes. */
const leastStep = 5e-4;
/** Points at which the bound is passed e³⁷ = 10¹⁶ times more seldom than at the likeliest one do not count. */
const seldom = 37;
/** Half the nodes at least: 12 give six digits of p above 1 %, 20 the same in the tail. */
const [fewestNodes, fewestInTail, mostNodes] = [12, 20, 128];
const tailFrom = 1.5;
/** Past this the two factors of the density would under- and overflow. */
const mostExponent = 200;

interface Step {
  /** The mean is `shrink` times where the bridge was. */
  shrink: number;
  sd: number;
}

/** The points at which the bridge may pass the bound. */
function tellingPoints(shares: ArrayLike<number>, bound: number): number[] {
  const points: number[] = [];
  const variance = (u: number) => u * (1 - u);
  let [before, most] = [-1, 0];
  for (let k = 0; k < shares.length; k++) {
    most = Math.max(most, variance(shares[k] ?? 0));
  }
  for (let k = 0; k < shares.length; k++) {
    const u = shares[k] ?? NaN;
    const fewer = (bound * bound * (1 / variance(u) - 1 / most)) / 2;
    if (fewer <= seldom && u - before >= leastStep) {
      points.push(u);
      before = u;
    }
  }
  return points;
}

function stepsBetween(points: readonly number[]): Step[] {
  return points.map((u, k) => {
    const from = points[k - 1] ?? 0;
    return { shrink: (1 - u) / (1 - from), sd: Math.sqrt(((u - from) * (1 - u)) / (1 - from)) };
  });
}

function normalDensity(x: number, sd: number): number {
  return Math.exp((-x * x) / (2 * sd * sd)) / (sd * Math.sqrt(2 * Math.PI));
}

/**
 * P(max |B(u)| ≥ bound) of the Brownian bridge looked at only at the given points, 0 < u < 1 ascending: the limit law of
 * the two-sample KS statistic where rows are tied, u the pooled shares at or below each value.
 *
 * The bridge is a Markov chain in u: the chance to be past the bound for the first time is added up point by point, and
 * the density of what is still within is carried on by Gauss–Legendre quadrature. All terms are positive, so that small
 * p keep their digits. Cost: points · nodes².
 */
export function bridgePastBound(shares: ArrayLike<number>, bound: number): number {
  if (!(bound > 0)) {
    return 1;
  }
  const steps = stepsBetween(tellingPoints(shares, bound));
  const narrowest = steps.reduce((least, { sd }) => Math.min(least, sd), Infinity);
  const fewest = bound < tailFrom ? fewestNodes : fewestInTail;
  const half = Math.min(mostNodes, Math.max(fewest, Math.ceil(bound / (0.7 * narrowest))));
  const { nodes, weights } = halfGaussLegendre(half);
  const at = nodes.map((node) => node * bound);
  let density = new Float64Array(half);
  const [masses, fall, sent] = [new Float64Array(half), new Float64Array(half), new Float64Array(half)];
  let past = 0;
  steps.forEach(({ shrink, sd }, k) => {
    const next = new Float64Array(half);
    if (k === 0) {
      past += 2 * normalUpperTail(bound / sd);
      density = at.map((x) => normalDensity(x, sd));
      return;
    }
    const perSquare = 1 / (2 * sd * sd);
    for (let i = 0; i < half; i++) {
      const mean = shrink * (at[i] ?? 0);
      const mass = (weights[i] ?? 0) * bound * (density[i] ?? 0);
      masses[i] = mass;
      // The density is even: what comes from −mean counts as well.
      past += 2 * mass * (quickNormalUpperTail((bound - mean) / sd) + quickNormalUpperTail((bound + mean) / sd));
    }
    const scale = 1 / (sd * Math.sqrt(2 * Math.PI));
    if (2 * bound * bound * perSquare > mostExponent) {
      for (let i = 0; i < half; i++) {
        const mean = shrink * (at[i] ?? 0);
        for (let j = 0; j < half; j++) {
          const x = at[j] ?? 0;
          next[j] = (next[j] ?? 0) + (masses[i] ?? 0) * (normalDensity(x - mean, sd) + normalDensity(x + mean, sd));
        }
      }
    } else {
      // exp(−(x − y)² / 2s²) + exp(−(x + y)² / 2s²) is a product with 2 cosh(x y / s²), the same for (i, j) and (j, i).
      for (let i = 0; i < half; i++) {
        const x = at[i] ?? 0;
        fall[i] = Math.exp(-x * x * perSquare);
        sent[i] = (masses[i] ?? 0) * scale * Math.exp(-x * x * shrink * shrink * perSquare);
        for (let j = 0; j <= i; j++) {
          const lift = Math.exp(2 * shrink * x * (at[j] ?? 0) * perSquare);
          const both = lift + 1 / lift;
          next[j] = (next[j] ?? 0) + (sent[i] ?? 0) * (fall[j] ?? 0) * both;
          if (j < i) {
            next[i] = (next[i] ?? 0) + (sent[j] ?? 0) * (fall[i] ?? 0) * both;
          }
        }
      }
    }
    density = next;
  });
  return Math.min(1, past);
}
