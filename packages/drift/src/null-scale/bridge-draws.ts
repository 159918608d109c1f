import { normalNumbers } from '../random/normal.ts';
import type { Random } from '../random/seeded-random.ts';

/**
 * A step of the bridge passes over at most one in so many of the rows between it and the nearer end: neighbouring rows tell
 * the same, but in a long tail a few rows hold much of the area.
 */
const rowsPerStep = 100;

/** What is wanted of the bridge. */
export interface BridgeDraws {
  /** Rows of both sides. */
  sizes: readonly [n: number, m: number];
  /** 1: ∫ |F − G| dx; 2: ∫ (F − G)² dx. */
  power: 1 | 2;
  draws: number;
}

/** The rows at which the bridge is looked at, ascending: every one near the ends, fewer in the middle. */
function rowsLookedAt(rows: number): number[] {
  const looked = [0];
  for (let row = 0; row < rows - 1;) {
    const nearerEnd = Math.min(row, rows - 1 - row);
    row += Math.min(Math.max(1, Math.floor(nearerEnd / rowsPerStep)), rows - 1 - row);
    looked.push(row);
  }
  return looked;
}

/** Every step: the share of the rows up to where it begins, and how wide the stretch behind it is. */
function grid(pooled: Float64Array): { share: Float64Array; width: Float64Array } {
  const rows = rowsLookedAt(pooled.length);
  const share = new Float64Array(rows.length - 1);
  const width = new Float64Array(rows.length - 1);
  for (let step = 0; step < share.length; step++) {
    const [from, to] = [rows[step] ?? 0, rows[step + 1] ?? 0];
    // Over several rows the gap is that of the middle one.
    share[step] = (from + to + 1) / 2 / pooled.length;
    width[step] = (pooled[to] ?? NaN) - (pooled[from] ?? NaN);
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
