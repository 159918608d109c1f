/** Weight of each row as a positive and as a negative. */
export interface ClassWeights {
  positive: ArrayLike<number>;
  negative: ArrayLike<number>;
}

/**
 * Area under the ROC curve: the share of pairs of a positive and a negative row in which the positive has the higher
 * score, equal ones counted half: U / (n⁺ n⁻) of Mann & Whitney, `sklearn.metrics.roc_auc_score` with weights.
 * NaN where one class has no weight. O(n log n).
 */
export function rocAuc(scores: ArrayLike<number>, { positive, negative }: ClassWeights): number {
  const order = Array.from(scores, (_, i) => i).sort((i, j) => (scores[i] ?? NaN) - (scores[j] ?? NaN));
  let [below, positives, pairs] = [0, 0, 0];
  for (let start = 0; start < order.length;) {
    const score = scores[order[start] ?? 0];
    let [ofPositive, ofNegative, end] = [0, 0, start];
    for (; end < order.length && scores[order[end] ?? 0] === score; end++) {
      ofPositive += positive[order[end] ?? 0] ?? 0;
      ofNegative += negative[order[end] ?? 0] ?? 0;
    }
    pairs += ofPositive * (below + ofNegative / 2);
    below += ofNegative;
    positives += ofPositive;
    start = end;
  }
  return positives > 0 && below > 0 ? pairs / (positives * below) : NaN;
}
