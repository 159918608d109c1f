import { limitTail } from './ks-tails.ts';
import { fitSketch, rankIn } from './quantile-sketch.ts';
import type { SketchFit } from './quantile-sketch.ts';

/**
 * p of the Kolmogorov–Smirnov test on two quantile sketches, in the limit law whatever the number of rows.
 * Each side has its own smallest row at rank 1 even below it, so that D misses up to one row a side: that is why the
 * value means nothing for a handful of rows. 1 for fewer than two rows on either side.
 */
export function approximateKsP(fit: SketchFit, current: Float64Array, epsilon: number): number {
  if (fit.numx < 2 || current.length < 2) return 1;
  const now = fitSketch(current, epsilon);
  const [before, after] = [rankIn(fit), rankIn(now)];
  let d = 0;
  for (const { left } of [...fit.summary, ...now.summary]) {
    d = Math.max(d, Math.abs(before(left) / fit.numx - after(left) / now.numx));
  }
  return limitTail(d, fit.numx, now.numx);
}
