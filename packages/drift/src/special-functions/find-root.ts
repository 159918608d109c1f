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

/**
 * The x in [0, high] where a tail that falls about as exp(−x²) passes `target`, in half a dozen evaluations: ln tail is
 * nearly a line over x², so the secant of both ends is followed (Illinois, so that no end stays behind), until the
 * interval or the step is no wider than `width`. The caller vouches that tail(0) ≥ target ≥ tail(high).
 */
export function solveTail(
  tail: (x: number) => number,
  target: number,
  [high, width]: readonly [number, number]
): number {
  const above = (square: number) => Math.log(Math.max(tail(Math.sqrt(square)), Number.MIN_VALUE) / target);
  let [left, right] = [0, high * high];
  let [atLeft, atRight] = [-Math.log(target), above(right)];
  let [x, moved] = [high, 0];
  for (let step = 0; step < 100 && atRight < 0; step++) {
    const square = right - (atRight * (right - left)) / (atRight - atLeft);
    const here = above(square);
    const change = Math.abs(Math.sqrt(square) - x);
    x = Math.sqrt(square);
    if (change <= width || here === 0) {
      break;
    }
    if (here > 0) {
      atRight /= moved > 0 ? 2 : 1;
      [left, atLeft, moved] = [square, here, 1];
    } else {
      atLeft /= moved < 0 ? 2 : 1;
      [right, atRight, moved] = [square, here, -1];
    }
  }
  return x;
}
