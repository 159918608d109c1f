/** Up to `limit` different values of an ascending array; undefined if there are more. */
export function fewValues(sorted: Float64Array, limit: number): number[] | undefined {
  const values: number[] = [];
  for (const value of sorted) {
    if (values.length === 0 || value !== values[values.length - 1]) {
      if (values.length >= limit) {
        return undefined;
      }
      values.push(value);
    }
  }
  return values;
}

/** Whether arrays in any order have no more than `limit` different values together. Ends with the first that is too many. */
export function hasFewValues(samples: readonly Float64Array[], limit: number): boolean {
  const seen = new Set<number>();
  for (const values of samples) {
    for (let i = 0; i < values.length && seen.size <= limit; i++) {
      seen.add(values[i] ?? NaN);
    }
  }
  return seen.size <= limit;
}

/** A number above `low`, up to `high`, half-way where there is one; where one of them is infinite, beside the finite one. */
function between(low: number, high: number): number {
  if (low === -Infinity) {
    return high === Infinity ? 0 : high;
  }
  const middle = high === Infinity ? Number.MAX_VALUE : low / 2 + high / 2;
  return middle > low ? middle : high;
}

/** The inner edges of one bin a value, for ascending different values: one edge fewer than values. */
export function partedHalfWay(values: readonly number[]): number[] {
  return values.slice(1).map((value, i) => between(values[i] ?? value, value));
}

/**
 * Edges of one bin a value with finite ends, the outer bins as wide on both sides of their value. One value: a bin of
 * width 1 around it. Takes ascending, different, finite values.
 */
export function closedValueBins(values: readonly number[]): number[] {
  const first = values[0] ?? NaN;
  const last = values[values.length - 1] ?? NaN;
  const inner = partedHalfWay(values);
  const left = inner[0] ?? first + 0.5;
  const right = inner[inner.length - 1] ?? last - 0.5;
  return [first - (left - first), ...inner, last + (last - right)];
}
