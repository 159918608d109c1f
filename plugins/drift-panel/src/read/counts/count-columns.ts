import { DataFrameType, FieldType, type DataFrame, type Field } from '@grafana/data';
import type { FieldOptions } from '../../options/options.ts';
import { labelsOf, numberFields, pickedColumn, plainName, seriesName } from '../frame-columns.ts';
import { numberFromText } from '../number-from-text.ts';

/** Plain names of the columns of counts: "x_min", "xMin" and "X Min" are one. */
export const BIN_START = ['xmin', 'binstart', 'binmin', 'lower', 'lowerbound'];
export const BIN_END = ['xmax', 'binend', 'binmax', 'upper', 'upperbound'];
const COUNT = ['count', 'counts'];
const TIME_END = ['timeend', 'windowend', 'chunkend'];

/** The columns of a table of counts. */
export interface CountColumns {
  cells:
    | { by: 'bins'; start: Field; end: Field | undefined; category: Field | undefined }
    | { by: 'category'; category: Field }
    | { by: 'le'; le: Field };
  /** Absent where every column of numbers is a feature, as in Grafana's own histogram frames. */
  count?: Field;
  feature?: Field;
  timeEnd?: Field;
}

/**
 * Counts as a table, by the options or by names. Bins tell themselves; a category does only beside a count and a feature
 * or side, and `le` only beside a value or count.
 */
export function countColumns(frame: DataFrame, fields: FieldOptions): CountColumns | undefined {
  const count = pickedColumn(frame, fields.count, ...COUNT);
  const feature = pickedColumn(frame, fields.feature, 'feature');
  const timeEnd = pickedColumn(frame, '', ...TIME_END);
  const more = { ...(count && { count }), ...(feature && { feature }), ...(timeEnd && { timeEnd }) };
  const start = pickedColumn(frame, fields.binStart, ...BIN_START);
  const end = pickedColumn(frame, fields.binEnd, ...BIN_END);
  const category = pickedColumn(frame, fields.category, 'category');
  if (start && (end || count)) {
    return { cells: { by: 'bins', start, end, category }, ...more };
  }
  const told = feature ?? pickedColumn(frame, fields.side, 'side');
  if (category && count && (told || fields.category !== '')) {
    return { cells: { by: 'category', category }, ...more };
  }
  const le = frame.fields.find(({ name }) => name.toLowerCase() === 'le');
  const value =
    count ?? pickedColumn(frame, fields.value, 'value') ?? frame.fields.find(({ name }) => /^value\b/i.test(name));
  return le && value ? { cells: { by: 'le', le }, ...more, count: value } : undefined;
}

/** Time series that are a cell each: labels say which bin (`le`, or both its bounds) or which category of a counter. */
export function bucketFields(frame: DataFrame): Field[] {
  const isRows = frame.meta?.type === DataFrameType.HeatmapRows;
  return numberFields(frame).filter((field) => {
    // Prometheus' heatmap format names a field by its bound.
    if (isRows && numberFromText(field.name) !== undefined) {
      return true;
    }
    const names = Object.keys(labelsOf(field)).map(plainName);
    const has = (known: readonly string[]) => known.some((name) => names.includes(name));
    return (
      has(['le']) ||
      (has(BIN_START) && has(BIN_END)) ||
      (has(['category']) && has(['feature']) && /_(total|count|bucket)$/.test(seriesName(frame, field)))
    );
  });
}

/** Columns of a histogram frame that count a feature each. */
export function countingFields(frame: DataFrame, { cells, timeEnd }: CountColumns): Field[] {
  const used = cells.by === 'bins' ? [cells.start, cells.end, timeEnd] : [timeEnd];
  return frame.fields.filter((field) => field.type === FieldType.number && !used.includes(field));
}
