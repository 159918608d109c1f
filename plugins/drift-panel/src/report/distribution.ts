/** The cells that both sides are counted in. */
export type Cells =
  | {
      kind: 'bins';
      /** Finite and ascending, one more than bins: where the outer bins are open they end where the axis does. */
      edges: number[];
    }
  | {
      kind: 'categories';
      /** By largest difference of the shares; "17 others" last. */
      labels: string[];
      marks: Array<'new' | 'vanished' | 'other' | undefined>;
    };

/** One side over the cells. */
export interface Bars {
  /** Rows with a value, also those beyond the axis. */
  n: number;
  counts: number[];
  /** Of `n`, 0 … 1. */
  shares: number[];
  /** Shares per unit of the feature; empty for categories. */
  densities: number[];
  /** Rows without a value, and their share of all rows. */
  missing: number;
  missingShare: number;
  /** Shares of `n` below and above the axis. */
  beyond: readonly [below: number, above: number];
}

/** A line of points, thinned for drawing. */
export interface Line {
  x: number[];
  y: number[];
}

/** Reference against current of one feature (or one chunk, or one slice of it), on shared cells. */
export interface Distribution {
  cells: Cells;
  reference: Bars;
  current: Bars;
  /** Current share − reference share of each cell. */
  difference: number[];
  /** Cumulated shares as steps, and where they part most. Bins only. */
  ecdf?: { reference: Line; current: Line; gap?: { at: number; reference: number; current: number } };
  /** Quantiles against each other: x reference, y current. Bins only. */
  qq?: Line;
  /** What the picture leaves out, e.g. "12 values beyond the axis". Empty: nothing. */
  remark: string;
  /** Why it drifted, one sentence. Empty: nothing to say. */
  sentence: string;
  /** How the bins were laid: "20 bins of equal width, by the reference". */
  binsText: string;
}

/** What each cell adds to the measure. The x axis is that of `Distribution`. */
export interface Contribution {
  cells: Cells;
  /** "PSI 0.136" or "Wasserstein-1 12.3 bpm". */
  title: string;
  /** Part of the whole, 0 … 1; positive where the current side has more rows, negative where it has fewer. */
  parts: number[];
  /** Of each cell, for its tooltip: "118–124 fell from 21 % to 9 %: 62 % of the PSI". */
  titles: string[];
}

/** Density of each chunk above its own line; the reference first. */
export interface Ridgeline {
  /** Grid of the feature's axis. */
  x: number[];
  rows: RidgeRow[];
  title: string;
}

export interface RidgeRow {
  /** Epoch ms; absent for the reference. */
  from?: number;
  to?: number;
  /** Density at each x; empty where there are too few rows. */
  density: number[];
  /** 25 %, 50 %, 75 %; absent where not known. */
  quartiles?: readonly [number, number, number];
  n: number;
  /** Drift of this chunk, for outline and words. */
  over: boolean;
  title: string;
}

/** Shares of the categories in each chunk: a ridgeline of text. */
export interface ShareBands {
  labels: string[];
  /** One a chunk, the reference first: share of each label. */
  rows: Array<{ from?: number; to?: number; shares: number[]; n: number; over: boolean; title: string }>;
  title: string;
}
