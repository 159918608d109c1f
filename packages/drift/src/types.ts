/** Numeric observations. NaN is missing; ±Infinity is kept and counted. Units are the caller's. */
export type NumericSample = ArrayLike<number>;

/** Categorical observations. null is missing. */
export type CategoricalSample = ReadonlyArray<string | null>;

/** Binned numeric counts: `edges.length === counts.length + 1`, edges ascending, outer edges may be ±Infinity. */
export interface BinnedCounts {
  edges: ArrayLike<number>;
  counts: ArrayLike<number>;
  /** Rows without a value, in no bin. */
  missing?: number;
}

/** Counts per category. */
export interface CategoryCounts {
  categories: readonly string[];
  counts: ArrayLike<number>;
  /** Rows without a value, in no category. */
  missing?: number;
}

/**
 * Rows with a weight each: `values.length === weights.length`. Weights are 0 or more and finite; a NaN weight makes the
 * row a missing one. Only shares are defined by weights: tests that need a number of rows refuse them.
 */
export interface WeightedSample {
  values: ArrayLike<number | null> | CategoricalSample;
  weights: ArrayLike<number>;
}

/** Why a number could not be had. A value, never an exception: bad data is normal. */
export interface DriftError {
  error: 'no data' | 'too few rows' | 'not numeric' | 'not defined';
  /** One sentence: what is missing, where, and what to do. */
  message: string;
}

/** The result of one two-sample test or distance. */
export interface Comparison {
  /** The statistic or distance. */
  value: number;
  /** Two-sided p-value, where the test has one. */
  pValue?: number;
  /** Degrees of freedom, where the test has them. */
  df?: number;
  /** Rows used on each side, missing values excluded unless they have a cell of their own. */
  nReference: number;
  nCurrent: number;
  /** The exact variant in words, e.g. "two-sample KS, exact p". */
  variant: string;
  /** Additive terms per bin or category, where the value decomposes (PSI, χ², Jensen–Shannon). */
  terms?: Float64Array;
  /** The bins of `terms`: one more edge than terms. */
  edges?: Float64Array;
  /** The categories of `terms`. */
  categories?: string[];
  /** Where the statistic lies, in the feature's unit (KS: the value at which the shares below differ most). */
  location?: number;
  /** Rows without a value, left out on each side. */
  missingReference?: number;
  missingCurrent?: number;
  /** Which of `terms` is that of the missing rows, where they have a cell of their own. It is the last; it has no edges. */
  missingTerm?: number;
  /** Rows that are +∞ or −∞, counted in the outer bins. Absent where there are none. */
  infiniteReference?: number;
  infiniteCurrent?: number;
  /** Categories with rows in the current sample alone, and in the reference alone. Absent where there are none. */
  newCategories?: string[];
  vanishedCategories?: string[];
}

/** The states of a verdict. */
export type State = 'no data' | 'too few rows' | 'no drift' | 'possible' | 'drift' | 'unknown scale';

/** How a number speaks of drift. */
export type Direction = 'low' | 'high' | 'two-sided';

/** A limit is never shown without its origin. */
export interface Limit {
  value: number;
  /** e.g. "critical D for n = 500 v 5,000 at 5 %", "service default". */
  origin: string;
}
