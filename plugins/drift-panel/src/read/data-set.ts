import type { ScoreSeries } from './score-series.ts';

/**
 * What the panel's frames hold, freed of frames: plain data that goes to a worker. Typed arrays throughout, one pass over
 * each field, no cell objects.
 */
export interface DataSet {
  scores: ScoreSeries[];
  /** Raw rows; features of one table belong together row by row, so they can be sliced by its other columns. */
  tables: RowTable[];
  /** Features that came as counts. */
  counts: CountedFeature[];
  /** Performance of the model over time, where a series is named so in the options. */
  performance?: TimedValues;
  /** How the data was understood, one line: "13 features, rows, reference = query B". n is added by the analysis. */
  understood: string;
  problems: Problem[];
  /** What was read, as numbers that change with any cell: the same fingerprint is the same data. */
  fingerprint: string;
}

export type SideName = 'reference' | 'current';

/** Rows of one side from one frame (or a part of one). */
export interface RowTable {
  side: SideName;
  /** refId or name of its frame. */
  source: string;
  length: number;
  /** Epoch ms of each row, NaN where missing; absent where the frame has no time. */
  times?: Float64Array;
  columns: Column[];
}

/** One feature's values, `length` of its table. */
export type Column = NumericColumn | CategoricalColumn;

export interface NumericColumn {
  kind: 'numeric';
  feature: string;
  /** NaN is missing; ±Infinity is kept. */
  values: Float64Array;
  /** Cells that hold text which is no number; they count as missing, and are said. */
  unreadable: number;
}

export interface CategoricalColumn {
  kind: 'categorical';
  feature: string;
  /** Index into `categories`; −1 is missing. */
  codes: Int32Array;
  categories: string[];
  /** Only slices, no feature: named as such in the options. */
  sliceOnly?: boolean;
  /** False: no slices, since the options name the columns that are, and not this one. */
  sliced?: boolean;
}

/** A feature as counts over shared bins or categories. */
export interface CountedFeature {
  feature: string;
  cells: { kind: 'bins'; edges: Float64Array } | { kind: 'categories'; categories: string[] };
  /** Counts of the reference, one a cell; absent where no reference is known. */
  reference?: CellCounts;
  /** The same in order of time, where the reference has times: limits from the chunks of the reference need them. */
  referenceChunks?: CountedChunk[];
  /** Chunks of the current side in order of time; one without bounds where the data has no time. */
  chunks: CountedChunk[];
}

export interface CellCounts {
  counts: Float64Array;
  missing: number;
}

export interface CountedChunk extends CellCounts {
  /** Epoch ms, end excluded; NaN where the data has no time. */
  from: number;
  to: number;
}

export interface TimedValues {
  name: string;
  times: Float64Array;
  values: Float64Array;
}

/** Something the panel could not use: what, and what to do about it. One sentence each. */
export interface Problem {
  what: string;
  remedy: string;
}
