/** How many of the ascending values lie below x, by bisection; from `low` to `high` of them do, where that is known. */
export function rowsBelow(x: number, sorted: Float64Array, low = 0, high = sorted.length): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? NaN) < x) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** How many of the ascending values lie at or below x, by bisection. */
export function rowsUpTo(x: number, sorted: Float64Array): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? NaN) <= x) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
