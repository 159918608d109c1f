/** True where no value is infinite or NaN. */
export function allFinite(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i] ?? NaN)) {
      return false;
    }
  }
  return true;
}

/** Least and greatest of the values of all samples; NaN where one is NaN, [∞, −∞] where there is none. */
export function rangeOf(samples: readonly Float64Array[]): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const values of samples) {
    for (let i = 0; i < values.length; i++) {
      const x = values[i] ?? NaN;
      // Twice as fast as comparing and choosing.
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
  }
  return [low, high];
}

/** The same of the finite values alone. */
export function finiteRangeOf(samples: readonly Float64Array[]): [low: number, high: number] {
  const range = rangeOf(samples);
  return isFiniteRange(range) ? range : rangeOf(samples.map((values) => values.filter(Number.isFinite)));
}

/** Whether all values between are finite, and there is one. */
export function isFiniteRange([low, high]: readonly [low: number, high: number]): boolean {
  return Number.isFinite(low) && Number.isFinite(high);
}

/** The range of two samples from theirs. */
export function commonRange(
  p: readonly [low: number, high: number],
  q: readonly [low: number, high: number]
): [low: number, high: number] {
  return [Math.min(p[0], q[0]), Math.max(p[1], q[1])];
}
