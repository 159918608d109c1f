import type { Random } from '../random/seeded-random.ts';
import { shuffle } from '../random/shuffle.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import { fitLogistic, scoreOf } from './logistic-ridge.ts';
import type { Design } from './logistic-ridge.ts';

/** How the area is had from the folds: the mean of theirs, or one over all rows scored where they were left out. */
export type AucOver = 'mean' | 'pooled';

export interface CrossValidation {
  folds: number;
  ridge: number;
  auc: AucOver;
}

/**
 * The fold of every row, each side parted evenly: the rows of a side in random order, dealt to the folds in turn. The
 * reference is dealt first.
 */
export function stratifiedFolds(isCurrent: Uint8Array, folds: number, random: Random): Uint8Array {
  const foldOf = new Uint8Array(isCurrent.length);
  for (const side of [0, 1]) {
    const rows = Uint32Array.from(isCurrent.keys()).filter((row) => isCurrent[row] === side);
    shuffle(rows, random).forEach((row, turn) => {
      foldOf[row] = turn % folds;
    });
  }
  return foldOf;
}

/** Cross-validated area under the ROC curve of a ridge logistic regression that tells current rows from reference ones. */
export function crossValidatedAuc(
  design: Design,
  isCurrent: Uint8Array,
  { folds, ridge, auc }: CrossValidation,
  random: Random
): number {
  const foldOf = stratifiedFolds(isCurrent, folds, random);
  const every = Uint32Array.from(foldOf.keys());
  const scores = new Float64Array(isCurrent.length);
  let sum = 0;
  for (let fold = 0; fold < folds; fold++) {
    const coefficients = fitLogistic({ design, isCurrent, rows: every.filter((row) => foldOf[row] !== fold) }, ridge);
    const left = every.filter((row) => foldOf[row] === fold);
    for (const row of left) {
      scores[row] = scoreOf(row, design, coefficients);
    }
    const own = Float64Array.from(left, (row) => scores[row] ?? NaN);
    sum += areaUnderCurve(
      own,
      Uint8Array.from(left, (row) => isCurrent[row] ?? 0)
    );
  }
  return auc === 'mean' ? sum / folds : areaUnderCurve(scores, isCurrent);
}
