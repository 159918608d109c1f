/** max |F − G| at the edges between bins, of counts and their sums: the KS statistic of binned counts. */
export function cumulatedGap(
  reference: Float64Array,
  current: Float64Array,
  rows: readonly [reference: number, current: number]
): number {
  let below = 0;
  let belowCurrent = 0;
  let most = 0;
  for (let i = 0; i < reference.length - 1; i++) {
    below += reference[i] ?? 0;
    belowCurrent += current[i] ?? 0;
    const gap = Math.abs(below / rows[0] - belowCurrent / rows[1]);
    most = gap > most ? gap : most;
  }
  return most;
}
