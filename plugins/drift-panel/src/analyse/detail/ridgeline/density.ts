/** Points of a ridgeline: enough for any screen, few enough for 25 rows of them. */
const POINTS = 128;
/** Points that rows are counted at, for each point that is drawn. */
const FINER = 4;
/** The kernel ends here, in bandwidths: beyond lies 0.006 % of it. */
const REACH = 4;
/** The axis goes on for so many bandwidths, so that densities come down to 0. */
const MARGIN = 3;

/** Where densities are worked out. */
export interface DensityGrid {
  x: number[];
  bandwidth: number;
}

/**
 * Bandwidth by Scott's rule, n^(−1/5) · standard deviation (Scott, Multivariate Density Estimation, 1992, eq. 6.42; as
 * `scipy.stats.gaussian_kde`), but no finer than the grid can show.
 */
export function densityGrid([from, to]: readonly [number, number], deviation: number, n: number): DensityGrid {
  const scott = n > 0 && deviation > 0 ? deviation * n ** -0.2 : 0;
  const bandwidth = Math.max(scott, (to - from) / POINTS);
  const low = from - MARGIN * bandwidth;
  const step = (to - from + 2 * MARGIN * bandwidth) / (POINTS - 1);
  return { x: Array.from({ length: POINTS }, (_, i) => low + i * step), bandwidth };
}

/** Rows in cells around the fine points; what lies beyond the grid is in none. */
export type FineCounts = Float64Array;

function fineOf({ x }: DensityGrid) {
  const low = x[0] ?? 0;
  const step = ((x[x.length - 1] ?? 0) - low) / ((x.length - 1) * FINER);
  return { low, step, length: (x.length - 1) * FINER + 1 };
}

/** Counts rows at the nearest fine point. */
export function countRowsFinely(values: ArrayLike<number>, grid: DensityGrid): FineCounts {
  const { low, step, length } = fineOf(grid);
  const counts = new Float64Array(length);
  for (let i = 0; i < values.length; i++) {
    const at = Math.round(((values[i] ?? NaN) - low) / step);
    if (at >= 0 && at < length) {
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts;
}

/** Spreads the rows of each bin evenly over it. `edges` are finite. */
export function countBinsFinely(edges: readonly number[], counts: ArrayLike<number>, grid: DensityGrid): FineCounts {
  const { low, step, length } = fineOf(grid);
  const fine = new Float64Array(length);
  for (let bin = 0; bin < counts.length; bin++) {
    const [from, to] = [edges[bin] ?? NaN, edges[bin + 1] ?? NaN];
    const perUnit = (counts[bin] ?? 0) / (to - from);
    const first = Math.max(0, Math.round((from - low) / step));
    const last = Math.min(length - 1, Math.round((to - low) / step));
    for (let at = first; at <= last && perUnit > 0; at++) {
      const middle = low + at * step;
      const inside = Math.min(to, middle + step / 2) - Math.max(from, middle - step / 2);
      fine[at] = (fine[at] ?? 0) + perUnit * Math.max(0, inside);
    }
  }
  return fine;
}

/**
 * Gaussian kernel density at the points of the grid, from rows that are counted at fine points (a plain histogram,
 * smoothed): within 1 % of the sum over all rows, at a cost that does not grow with them.
 * @param n all rows, also those beyond the grid: the density integrates to the share of rows on it
 */
export function densityOf(fine: FineCounts, n: number, grid: DensityGrid): number[] {
  const { step } = fineOf(grid);
  const { bandwidth } = grid;
  const reach = Math.ceil((REACH * bandwidth) / step);
  const kernel = Float64Array.from({ length: reach + 1 }, (_, i) => Math.exp(-(((i * step) / bandwidth) ** 2) / 2));
  const unit = n * bandwidth * Math.sqrt(2 * Math.PI);
  return grid.x.map((_, point) => {
    const middle = point * FINER;
    let sum = 0;
    for (let at = Math.max(0, middle - reach); at <= Math.min(fine.length - 1, middle + reach); at++) {
      sum += (fine[at] ?? 0) * (kernel[Math.abs(at - middle)] ?? 0);
    }
    return unit > 0 ? sum / unit : 0;
  });
}
