import { isDriftError } from '../errors.ts';
import type { DriftError } from '../types.ts';
import { binaryRows } from './binary-rows.ts';
import type { BinaryColumns } from './binary-rows.ts';
import { metricsOf } from './confusion.ts';
import type { Confusion, PerformanceMetrics } from './confusion.ts';
import { rocAuc } from './roc-auc.ts';

/** The performance on rows whose labels are known. */
export interface RealisedPerformance {
  metrics: PerformanceMetrics;
  confusion: Confusion;
  n: number;
  /** Rows without a score, prediction or label: left out. */
  missing: number;
}

/**
 * Counts the confusion matrix and the metrics of it. Without scores there is no ROC AUC; with them they must be 0 … 1.
 * `no data` without a complete row; `not defined` where columns differ in length or hold what they must not.
 */
export function realisedPerformance(columns: BinaryColumns): RealisedPerformance | DriftError {
  const rows = binaryRows(columns, columns.scores ? ['scores', 'predictions', 'labels'] : ['predictions', 'labels']);
  if (isDriftError(rows)) {
    return rows;
  }
  const confusion = { truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0 };
  rows.predictions.forEach((prediction, i) => {
    const label = rows.labels[i];
    if (prediction === 1) {
      confusion[label === 1 ? 'truePositives' : 'falsePositives'] += 1;
    } else {
      confusion[label === 1 ? 'falseNegatives' : 'trueNegatives'] += 1;
    }
  });
  // Without scores there are no pairs: NaN.
  const area = rocAuc(rows.scores, { positive: rows.labels, negative: rows.labels.map((label) => 1 - label) });
  return { metrics: metricsOf(confusion, area), confusion, n: rows.n, missing: rows.missing };
}
