/**
 * The x in [low, high] where a decreasing function passes the target, by bisection to the last representable digit, or
 * until the interval is no wider than `width`. The caller vouches that f(low) ≥ target ≥ f(high).
 */
export function solveDecreasing(
  f: (x: number) => number,
  target: number,
  [low, high, width = 0]: readonly [low: number, high: number, width?: number]
): number {
  let left = low;
  let right = high;
  for (let step = 0; step < 1100 && right - left > width; step++) {
    const middle = left + (right - left) / 2;
    if (middle <= left || middle >= right) {
      break;
    }
    if (f(middle) > target) {
      left = middle;
    } else {
      right = middle;
    }
  }
  return left + (right - left) / 2;
}

/** Doubles `start` until a decreasing function is at or below the target: an upper end for `solveDecreasing`. */
export function upperEnd(f: (x: number) => number, target: number, start: number): number {
  let high = start;
  while (f(high) > target && high < Number.MAX_VALUE / 2) {
    high *= 2;
  }
  return high;
}
