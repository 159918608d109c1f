/** Rows by predicted and true class; whole numbers where counted, expected ones where estimated. */
export interface Confusion {
  truePositives: number;
  falsePositives: number;
  trueNegatives: number;
  falseNegatives: number;
}

/** What is said of a binary classifier, each 0 … 1. Absent: a quotient with denominator 0. */
export interface PerformanceMetrics {
  /** (TP + TN) / n */
  accuracy?: number;
  /** TP / (TP + FP) */
  precision?: number;
  /** TP / (TP + FN) */
  recall?: number;
  /** 2 TP / (2 TP + FP + FN) */
  f1?: number;
  /** TN / (TN + FP) */
  specificity?: number;
  /** P(score of a positive above that of a negative) + ½ P(equal). */
  rocAuc?: number;
}

/** The name of a metric. */
export type MetricName = keyof PerformanceMetrics;

/** Drops the metrics that have no value. */
export function known(metrics: Record<MetricName, number>): PerformanceMetrics {
  return Object.fromEntries(Object.entries(metrics).filter(([, value]) => !Number.isNaN(value)));
}

/** The metrics of a confusion matrix; ROC AUC needs the scores and is given. */
export function metricsOf(confusion: Confusion, rocAuc: number): PerformanceMetrics {
  const { truePositives: tp, falsePositives: fp, trueNegatives: tn, falseNegatives: fn } = confusion;
  return known({
    accuracy: (tp + tn) / (tp + fp + tn + fn),
    precision: tp / (tp + fp),
    recall: tp / (tp + fn),
    f1: (2 * tp) / (2 * tp + fp + fn),
    specificity: tn / (tn + fp),
    rocAuc,
  });
}
