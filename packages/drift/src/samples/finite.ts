/** True where no value is infinite or NaN. */
export function allFinite(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i] ?? NaN)) {
      return false;
    }
  }
  return true;
}

/** Least and greatest of the values of both sides. */
export function commonRange(reference: Float64Array, current: Float64Array): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const values of [reference, current]) {
    for (let i = 0; i < values.length; i++) {
      const x = values[i] ?? NaN;
      low = x < low ? x : low;
      high = x > high ? x : high;
    }
  }
  return [low, high];
}
