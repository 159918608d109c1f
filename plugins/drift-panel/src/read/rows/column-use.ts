import type { FieldOptions } from '../../options/options.ts';
import type { CategoricalColumn, Column } from '../data-set.ts';
import type { Cells } from './read-column.ts';

/** What a column of rows is used as. */
export interface ColumnUse {
  feature: boolean;
  slice: boolean;
}

/** By the options; where they are silent every column is a feature, and every column of text a slice too. */
export function purposeOf(name: string, isText: boolean, { features, slices }: FieldOptions): ColumnUse {
  return {
    feature: features.length > 0 ? isNamed(features, name) : !isNamed(slices, name),
    slice: slices.length > 0 ? isNamed(slices, name) : isText,
  };
}

export function isNamed(names: readonly string[], name: string): boolean {
  const lower = name.toLowerCase();
  return names.some((one) => one.trim().toLowerCase() === lower);
}

/** Cells as a column; categories that the options leave out as slices say so. */
export function toColumn(feature: string, cells: Cells, { slices }: FieldOptions): Column {
  const sliced = slices.length === 0 || isNamed(slices, feature);
  return { feature, ...cells, ...(cells.kind === 'categorical' && !sliced && { sliced }) };
}

/** Cells that are no feature. */
export function toSlice(feature: string, cells: Cells): CategoricalColumn[] {
  return cells.kind === 'categorical' ? [{ feature, ...cells, sliceOnly: true }] : [];
}

/** The value that all rows of a table share, from a label. */
export function constantSlice(feature: string, value: string | undefined, rows: number): CategoricalColumn {
  const codes = new Int32Array(rows);
  return value === undefined || value === ''
    ? { kind: 'categorical', feature, codes: codes.fill(-1), categories: [], sliceOnly: true }
    : { kind: 'categorical', feature, codes, categories: [value], sliceOnly: true };
}
