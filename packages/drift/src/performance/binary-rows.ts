import { isDriftError, noData, notDefined } from '../errors.ts';
import type { Side } from '../errors.ts';
import type { NumericInput } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';

/** The rows of a binary classifier. NaN and null are missing. Class 1 is the positive one. */
export interface BinaryColumns {
  /** Probabilities of class 1, 0 … 1. */
  scores?: NumericInput;
  /** Predicted classes, 0 or 1. */
  predictions?: NumericInput;
  /** True classes, 0 or 1. */
  labels?: NumericInput;
}

type Column = keyof BinaryColumns;

/** Complete rows. A column that was not asked for is empty. */
export interface BinaryRows extends Record<Column, Float64Array> {
  n: number;
  /** Rows without a value in one of the columns asked for: left out. */
  missing: number;
}

const allowed: Record<Column, { holds: (x: number) => boolean; says: string }> = {
  scores: { holds: (x) => x >= 0 && x <= 1, says: 'a probability from 0 to 1: calibrate or rescale the scores' },
  predictions: { holds: (x) => x === 0 || x === 1, says: 'a class, 0 or 1' },
  labels: { holds: (x) => x === 0 || x === 1, says: 'a class, 0 or 1' },
};

/** The columns asked for, all of one length; or what is wrong with them. */
function inputsOf(columns: BinaryColumns, names: readonly Column[], side: Side): NumericInput[] | DriftError {
  const absent = names.find((name) => !columns[name]);
  if (absent) {
    return notDefined(`The ${side} rows have no ${absent}: give them.`);
  }
  const inputs = names.map((name) => columns[name] ?? []);
  if (inputs.some((input) => input.length !== inputs[0]?.length)) {
    const lengths = names.map((name, i) => `${inputs[i]?.length ?? 0} ${name}`).join(', ');
    return notDefined(`The ${side} rows have ${lengths}: every row needs all of them.`);
  }
  return inputs;
}

/** Takes the complete rows of some columns; or says what is wrong with them. */
export function binaryRows(
  columns: BinaryColumns,
  names: readonly Column[],
  side: Side = 'current'
): BinaryRows | DriftError {
  const inputs = inputsOf(columns, names, side);
  if (isDriftError(inputs)) {
    return inputs;
  }
  const length = inputs[0]?.length ?? 0;
  const kept = inputs.map(() => new Float64Array(length));
  let n = 0;
  for (let i = 0; i < length; i++) {
    const row = inputs.map((input) => input[i] ?? NaN);
    if (row.some(Number.isNaN)) {
      continue;
    }
    const wrong = names.findIndex((name, k) => !allowed[name].holds(row[k] ?? NaN));
    const name = names[wrong];
    if (name !== undefined) {
      return notDefined(`The ${side} row ${i} has ${String(row[wrong])} among its ${name}, not ${allowed[name].says}.`);
    }
    kept.forEach((column, k) => column.fill(row[k] ?? NaN, n, n + 1));
    n += 1;
  }
  const column = (name: Column) => kept[names.indexOf(name)]?.subarray(0, n) ?? new Float64Array(0);
  const rows = { scores: column('scores'), predictions: column('predictions'), labels: column('labels') };
  return n > 0 ? { ...rows, n, missing: length - n } : noData(side);
}
