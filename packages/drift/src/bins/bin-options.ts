/**
 * How raw numbers are cut.
 * - `quantile`: `bins` at quantiles (type 7), each with an equal share of the rows
 * - `equal-width`: `bins` of equal width
 * - `sqrt`, `sturges`, `doane`, `freedman-diaconis`, `scott`, `auto`: bins of equal width, their number by the rule, as
 *   `numpy.histogram_bin_edges` has it (`auto`: the narrower bins of Sturges' and Freedman & Diaconis' rule)
 */
export type BinRule = 'quantile' | 'equal-width' | EqualWidthRule;

/** The rules that choose the number of bins themselves. */
export type EqualWidthRule = 'sqrt' | 'sturges' | 'doane' | 'freedman-diaconis' | 'scott' | 'auto';

/** Where raw numbers are cut and what becomes of the rows that no bin fits. Without options: deciles of the reference. */
export interface BinOptions {
  /** Default `quantile`. */
  rule?: BinRule;
  /** Bins wanted by `quantile` and `equal-width`. Default 10. Fewer come where quantiles coincide. */
  bins?: number;
  /** Ascending edges to use instead of a rule. */
  edges?: ArrayLike<number>;
  /**
   * Which rows the rule looks at, each once whatever its weight: the reference, or both samples together (evidently).
   * Default `reference`.
   */
  of?: 'reference' | 'pooled';
  /**
   * Values outside the edges go to open bins of their own, or to the first and the last bin.
   * Default: `outer-bins` for the rule `quantile`, else `open-bins`. Open bins that a rule made and that no row of
   * either side fell in are left out.
   */
  outside?: 'open-bins' | 'outer-bins';
  /**
   * A reference of no more different values than this gets one bin a value, parted half-way; a value of both samples
   * where the rule looks at both.
   * Default: `bins` for the rule `quantile`, else 0.
   */
  fewValues?: number;
  /** Rows without a value are left out, or counted in a cell of their own (Phoenix). Default `left-out`. */
  missing?: 'left-out' | 'own-cell';
}

/** Bins wanted where nothing is said. */
export const defaultBins = 10;

/** More bins than this are refused: outliers stretch the range, and no reader sees so many. */
export const mostBins = 10_000;
