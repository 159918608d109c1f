import { isDriftError } from '../errors.ts';
import type { DriftError } from '../types.ts';
import { formatCount, formatNumber } from '../verdict/format.ts';
import { binaryRows } from './binary-rows.ts';
import type { BinaryColumns, BinaryRows } from './binary-rows.ts';
import { expectedCalibrationError } from './calibration.ts';
import type { Calibration, CalibrationOptions } from './calibration.ts';
import { known, metricsOf } from './confusion.ts';
import type { Confusion, PerformanceMetrics } from './confusion.ts';
import { rocAuc } from './roc-auc.ts';

/** What tells whether the scores are calibrated. */
export interface EstimateOptions extends CalibrationOptions {
  /** Rows with labels, to tell whether the scores are calibrated. */
  reference?: Pick<BinaryColumns, 'scores' | 'labels'>;
}

/** The performance that calibrated scores let expect, before any label is known. */
export interface EstimatedPerformance {
  metrics: PerformanceMetrics;
  /** How far the realised metrics scatter about the estimates where the scores are calibrated: one standard deviation. */
  standardErrors: PerformanceMetrics;
  /** Expected rows. */
  confusion: Confusion;
  n: number;
  /** Rows without a score or prediction: left out. */
  missing: number;
  /** Of the reference, where it is given. */
  calibration?: Calibration;
  /** An estimate from uncalibrated scores is no estimate: the scores do not say how often they are right. */
  state: 'calibrated' | 'uncalibrated' | 'calibration unknown';
  /** One sentence. */
  sentence: string;
}

/** Expected rows, and the variances of the true positives and false negatives: independent labels, drawn by the scores. */
function expected({ scores, predictions, n }: BinaryRows) {
  const confusion: Confusion = { truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0 };
  let [ofTp, ofFn] = [0, 0];
  for (let i = 0; i < n; i++) {
    const score = scores[i] ?? NaN;
    if (predictions[i] === 1) {
      confusion.truePositives += score;
      confusion.falsePositives += 1 - score;
      ofTp += score * (1 - score);
    } else {
      confusion.falseNegatives += score;
      confusion.trueNegatives += 1 - score;
      ofFn += score * (1 - score);
    }
  }
  return { confusion, ofTp, ofFn };
}

/** First order of the error of each metric in TP and FN; accuracy and precision are linear in them, so exact. */
function scatter(confusion: Confusion, ofTp: number, ofFn: number): PerformanceMetrics {
  const { truePositives: tp, falsePositives: fp, trueNegatives: tn, falseNegatives: fn } = confusion;
  const root = (byTp: number, byFn: number, divisor: number) =>
    Math.sqrt(byTp ** 2 * ofTp + byFn ** 2 * ofFn) / divisor;
  return known({
    accuracy: root(1, 1, tp + fp + tn + fn),
    precision: root(1, 0, tp + fp),
    recall: root(fn, tp, (tp + fn) ** 2),
    f1: root(2 * (tp + fp + fn), 2 * tp, (2 * tp + fp + fn) ** 2),
    specificity: root(tn, fp, (tn + fp) ** 2),
    rocAuc: NaN,
  });
}

function sentenceOf({
  metrics,
  standardErrors,
  n,
  calibration,
}: Omit<EstimatedPerformance, 'state' | 'sentence'>): string {
  const { accuracy = NaN } = metrics;
  const error = formatNumber(standardErrors.accuracy ?? NaN, 2);
  const estimate = `accuracy ${formatNumber(accuracy, 3)} ± ${error} expected of ${formatCount(n)} rows`;
  if (!calibration) {
    return `${estimate}, if the scores are calibrated: labels of a reference would tell`;
  }
  const { ece, limit, state } = calibration;
  const held = `ECE ${formatNumber(ece, 2)} against ${formatNumber(limit.value, 2)} (${limit.origin})`;
  return state === 'calibrated'
    ? `${estimate}; calibrated: ${held}`
    : `no estimate to rely on (${estimate}): the scores are not calibrated, ${held}`;
}

/**
 * Confidence-based performance estimation (CBPE, NannyML): a calibrated score s is the chance of class 1, so a row that
 * is predicted 1 adds s to the expected true positives and 1 − s to the false ones, and so on. ROC AUC counts every row
 * as s of a positive and 1 − s of a negative; NannyML's is the same but for its rounding and equal scores.
 *
 * Holds where the scores are calibrated on the rows at hand: covariate shift is seen, a changed relation between
 * features and label is not.
 * `no data` without a complete row; `not defined` where columns differ in length, a score is outside 0 … 1 or a class
 * is not 0 or 1.
 */
export function estimatePerformance(
  columns: Pick<BinaryColumns, 'scores' | 'predictions'>,
  options: EstimateOptions = {}
): EstimatedPerformance | DriftError {
  const rows = binaryRows(columns, ['scores', 'predictions']);
  if (isDriftError(rows)) {
    return rows;
  }
  const calibration = options.reference && expectedCalibrationError(options.reference, options);
  if (isDriftError(calibration)) {
    return calibration;
  }
  const { confusion, ofTp, ofFn } = expected(rows);
  const area = rocAuc(rows.scores, { positive: rows.scores, negative: rows.scores.map((score) => 1 - score) });
  const estimate = {
    metrics: metricsOf(confusion, area),
    standardErrors: scatter(confusion, ofTp, ofFn),
    confusion,
    n: rows.n,
    missing: rows.missing,
    ...(calibration ? { calibration } : {}),
  };
  return { ...estimate, state: calibration?.state ?? 'calibration unknown', sentence: sentenceOf(estimate) };
}
