/**
 * max |F − G| at the edges between bins, of counts and their sums: the KS statistic of binned counts. The bin before the
 * first such edge goes to `found`.
 */
export function cumulatedGap(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  rows: readonly [reference: number, current: number],
  found?: { bin: number }
): number {
  let below = 0;
  let belowCurrent = 0;
  let most = 0;
  for (let i = 0; i < reference.length - 1; i++) {
    below += reference[i] ?? 0;
    belowCurrent += current[i] ?? 0;
    const gap = Math.abs(below / rows[0] - belowCurrent / rows[1]);
    if (gap > most) {
      most = gap;
      if (found) {
        found.bin = i;
      }
    }
  }
  return most;
}
