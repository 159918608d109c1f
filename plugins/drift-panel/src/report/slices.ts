import type { State } from '@soundcheck/drift';

/** One slice of one column. */
export interface SliceRow {
  column: string;
  /** null: the rows where the column is missing. */
  value: string | null;
  nReference: number;
  nCurrent: number;
  /** Change of the feature's mean (text: of the share of `SliceReport.category`) that this slice carries. */
  mix: number;
  within: number;
  /** |mix| + |within| of the sum over the slices of its column, 0 … 1. */
  part: number;
  /** The test inside the slice, corrected over the slices. */
  state: State;
  pText: string;
  /** One sentence. */
  title: string;
}

/** Slices of every column, the highest difference inside first. */
export interface SliceReport {
  rows: SliceRow[];
  /** Of text: the category whose share is split. */
  category?: string;
  /** "country carries it: BR alone 41 % of the change, all of it within". */
  sentence: string;
}
