/**
 * What of a cumulated sum is held against the limit.
 * - `range`: how far the sum is above its least value (Page, Hinkley)
 * - `clamped`: the sum, which never falls below 0; the same as `range` where nothing is forgotten, but for the start
 * - `sum`: the sum as it is, which may have to climb out of a hole first
 */
export type SumForm = 'range' | 'clamped' | 'sum';

/** The cumulated sum of one side of a detector. */
export interface OneSidedSum {
  /** S ← α S + deviation − allowance. */
  add(deviation: number, allowance: number): void;
  statistic(): number;
  /** Values since the sum was at its least, or at 0 where it is clamped: those of the new level. */
  sinceFloor(): number;
  restart(): void;
}

export function oneSidedSum(form: SumForm, alpha = 1): OneSidedSum {
  let [sum, least, since] = [0, Infinity, 0];
  return {
    add(deviation, allowance) {
      sum = alpha * sum + deviation - allowance;
      if (form === 'clamped') {
        sum = Math.max(0, sum);
      }
      const atFloor = form === 'clamped' ? sum === 0 : sum < least;
      since = atFloor ? 0 : since + 1;
      least = Math.min(least, sum);
    },
    statistic: () => (form === 'range' && least < Infinity ? sum - least : sum),
    sinceFloor: () => since,
    restart() {
      [sum, least, since] = [0, Infinity, 0];
    },
  };
}
