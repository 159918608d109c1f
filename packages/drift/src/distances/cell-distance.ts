import { cellFacts, commonCells } from '../bins/common-cells.ts';
import type { BinOptions } from '../bins/common-cells.ts';
import { isDriftError } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { shares } from './shares.ts';

/** Two distributions over the same bins or categories. */
export interface Distributions {
  p: Float64Array;
  q: Float64Array;
  /** Rows of reference and current. */
  n: number;
  m: number;
}

/** What a distance between two distributions says. */
export type CellResult = Pick<Comparison, 'value' | 'variant'> & Partial<Pick<Comparison, 'pValue' | 'terms'>>;

/**
 * Compares two samples by a distance between their shares over common cells: categories, given bins, or bins at
 * quantiles of the reference (default 10).
 */
export function cellDistance(
  sides: readonly [reference: Sample, current: Sample],
  options: BinOptions,
  distance: (distributions: Distributions) => CellResult
): Comparison | DriftError {
  const cells = commonCells(...sides, options);
  if (isDriftError(cells)) {
    return cells;
  }
  const facts = cellFacts(cells);
  const result = distance({
    p: shares(cells.reference),
    q: shares(cells.current),
    n: facts.nReference,
    m: facts.nCurrent,
  });
  const over = `${cells.reference.length} ${cells.categories ? 'categories' : 'bins'}`;
  return { ...facts, ...result, variant: `${result.variant} over ${over}` };
}

/** Shares of both sides together. */
export function pooledShares({ p, q, n, m }: Distributions): Float64Array {
  return p.map((share, i) => (share * n + (q[i] ?? 0) * m) / (n + m));
}
