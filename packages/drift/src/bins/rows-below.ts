/** How many of the ascending values lie below x (`or equal`: at or below it), by bisection. */
export function rowsBelow(x: number, sorted: Float64Array, also?: 'or equal'): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? NaN;
    if (value < x || (also && value === x)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
