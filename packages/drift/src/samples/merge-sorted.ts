/** Two ascending arrays as one. O(n + m). */
export function mergeSorted(a: Float64Array, b: Float64Array): Float64Array {
  const merged = new Float64Array(a.length + b.length);
  for (let at = 0, i = 0, j = 0; at < merged.length; at++) {
    const fromFirst = j >= b.length || (i < a.length && (a[i] ?? NaN) <= (b[j] ?? NaN));
    merged[at] = (fromFirst ? a[i] : b[j]) ?? NaN;
    i += fromFirst ? 1 : 0;
    j += fromFirst ? 0 : 1;
  }
  return merged;
}
