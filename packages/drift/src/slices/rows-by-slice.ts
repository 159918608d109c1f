import { noData, notDefined, weightsNotDefined } from '../errors.ts';
import type { Side } from '../errors.ts';
import { isBinned, isCategorical, isCategoryCounts, isSorted, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { CategoricalSample, DriftError } from '../types.ts';
import { isMissing } from '../samples/count-rows.ts';

/** Rows of one side, sorted into slices. A slice without a name (null) holds the rows whose slicing category is missing. */
export interface SlicedRows {
  slices: ReadonlyMap<string | null, (number | string)[]>;
  /** Rows with a value. */
  n: number;
  /** Rows without one, and infinite ones: left out. */
  missing: number;
  infinite: number;
}

/** The rows as numbers; text has none. */
export function numbersOf(rows: readonly (number | string)[]): number[] {
  return rows.map((row) => (typeof row === 'number' ? row : NaN));
}

/** Sorts the rows of one side into slices; or why that cannot be. */
export function rowsBySlice(sample: Sample, slicer: CategoricalSample, side: Side): SlicedRows | DriftError {
  if (isWeighted(sample)) {
    return weightsNotDefined();
  }
  if (isSorted(sample) || isBinned(sample) || isCategoryCounts(sample)) {
    return notDefined(`The ${side} sample has lost the order of its rows: slices need raw rows.`);
  }
  if (sample.length !== slicer.length) {
    return notDefined(
      `The ${side} sample has ${sample.length} rows, its slicing category ${slicer.length}: both must be of the same rows.`
    );
  }
  const text = isCategorical(sample);
  const slices = new Map<string | null, (number | string)[]>();
  let [n, missing, infinite] = [0, 0, 0];
  for (let i = 0; i < sample.length; i++) {
    const value = sample[i];
    if (isMissing(value)) {
      missing += 1;
    } else if (typeof value === 'number' && !Number.isFinite(value)) {
      infinite += 1;
    } else if ((typeof value === 'string') !== text) {
      return notDefined(`The ${side} sample holds text beside numbers: make it one of the two.`);
    } else {
      n += 1;
      const slice = slicer[i] ?? null;
      const rows = slices.get(slice);
      if (rows) {
        rows.push(value);
      } else {
        slices.set(slice, [value]);
      }
    }
  }
  return n > 0 ? { slices, n, missing, infinite } : noData(side);
}
