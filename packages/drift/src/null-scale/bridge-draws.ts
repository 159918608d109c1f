import { normalNumbers } from '../random/normal.ts';
import type { Random } from '../random/seeded-random.ts';

/** Steps of the bridge: fewer than rows, since neighbouring rows tell the same. */
const mostSteps = 2000;

/** What is wanted of the bridge. */
export interface BridgeDraws {
  /** Rows of both sides. */
  sizes: readonly [n: number, m: number];
  /** 1: ∫ |F − G| dx; 2: ∫ (F − G)² dx. */
  power: 1 | 2;
  draws: number;
}

/** Every step: where it ends as a share of the rows, and how wide the stretch behind it is. */
function grid(pooled: Float64Array): { share: Float64Array; width: Float64Array } {
  const steps = Math.min(mostSteps, pooled.length - 1);
  const share = new Float64Array(steps);
  const width = new Float64Array(steps);
  const row = (step: number) => Math.round((step * (pooled.length - 1)) / steps);
  for (let step = 0; step < steps; step++) {
    share[step] = (row(step) + 1) / pooled.length;
    width[step] = (pooled[row(step + 1)] ?? NaN) - (pooled[row(step)] ?? NaN);
  }
  return { share, width };
}

/**
 * Values of ∫ |F − G| dx or ∫ (F − G)² dx without drift, for many rows: √(nm/(n + m)) (F − G) is a Brownian bridge over
 * the shares of the pooled rows (Donsker 1952; for Wasserstein-1: del Barrio, Giné & Matrán 1999). Ascending.
 */
export function bridgeDraws(pooled: Float64Array, wanted: BridgeDraws, random: Random): Float64Array {
  const { sizes, power, draws } = wanted;
  const { share, width } = grid(pooled);
  const scale = (1 / sizes[0] + 1 / sizes[1]) ** (power / 2);
  const normal = normalNumbers(random);
  const steps = share.length;
  const path = new Float64Array(steps);
  const values = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    let at = 0;
    let before = 0;
    for (let step = 0; step < steps; step++) {
      const here = share[step] ?? 1;
      at += normal() * Math.sqrt(here - before);
      path[step] = at;
      before = here;
    }
    const end = at + normal() * Math.sqrt(1 - before);
    let area = 0;
    for (let step = 0; step < steps; step++) {
      const bridge = (path[step] ?? 0) - (share[step] ?? 0) * end;
      area += (power === 1 ? Math.abs(bridge) : bridge * bridge) * (width[step] ?? 0);
    }
    values[draw] = area * scale;
  }
  return values.sort();
}
