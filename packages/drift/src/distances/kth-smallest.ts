/**
 * The k-th smallest number (k from 0) of an array without NaN, whose order is changed. Quickselect (Hoare 1961) with the
 * median of three as pivot; equal numbers part evenly. O(length) on average.
 */
export function kthSmallest(values: Float64Array, k: number): number {
  let low = 0;
  let high = values.length - 1;
  const at = (i: number) => values[i] ?? NaN;
  while (low < high) {
    const [a, b, c] = [at(low), at((low + high) >> 1), at(high)];
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    let i = low;
    let j = high;
    while (i <= j) {
      while (at(i) < pivot) {
        i += 1;
      }
      while (at(j) > pivot) {
        j -= 1;
      }
      if (i <= j) {
        const kept = at(i);
        values[i] = at(j);
        values[j] = kept;
        i += 1;
        j -= 1;
      }
    }
    if (k <= j) {
      high = j;
    } else if (k >= i) {
      low = i;
    } else {
      break;
    }
  }
  return at(k);
}
