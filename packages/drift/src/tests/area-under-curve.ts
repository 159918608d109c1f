/**
 * Area under the ROC curve: the chance that a current row scores above a reference one, ties counting ½ (Mann–Whitney's
 * share). NaN where a side is empty. O(n log n).
 */
export function areaUnderCurve(scores: Float64Array, isCurrent: Uint8Array): number {
  const order = Uint32Array.from(scores, (_, i) => i).sort((a, b) => (scores[a] ?? NaN) - (scores[b] ?? NaN));
  let [below, above, pairs] = [0, 0, 0];
  for (let from = 0; from < order.length;) {
    let to = from;
    let [reference, current] = [0, 0];
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) {
      if (isCurrent[order[to] ?? 0] === 1) {
        current += 1;
      } else {
        reference += 1;
      }
      to += 1;
    }
    pairs += current * (below + reference / 2);
    below += reference;
    above += current;
    from = to;
  }
  return pairs / (below * above);
}
