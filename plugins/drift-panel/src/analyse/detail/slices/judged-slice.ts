import type { Slice, SliceDrift, State } from '@soundcheck/drift';

/** The change of a feature split over the slices of one column. */
export interface ColumnSlices {
  column: string;
  drift: SliceDrift;
}

/** One slice with its verdict, corrected over the slices of all columns. */
export interface JudgedSlice extends ColumnSlices {
  slice: Slice;
  state: State;
  adjusted?: number;
}
