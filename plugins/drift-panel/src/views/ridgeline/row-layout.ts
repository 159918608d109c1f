import type { Span } from '../distribution/plot-area.ts';

/** Rows one below the other, the reference first. Pixels of the svg. */
export interface RowLayout {
  left: number;
  right: number;
  /** Lower edge of each row: the ground of its ridge. */
  grounds: number[];
  step: number;
  spans: Span[];
  /** Every how many rows a label has room. */
  every: number;
  svgHeight: number;
}

interface Wish {
  rows: number;
  width: number;
  height: number;
  /** Room for labels at the left and words at the right. */
  left: number;
  right: number;
  above: number;
  below: number;
  least: number;
  most: number;
}

/** Between the reference and the first chunk. */
const REFERENCE_GAP = 8;
const LABEL = 14;

export function rowLayout(wish: Wish): RowLayout {
  const { rows, width, height, left, right, above, below } = wish;
  const room = height - above - below - REFERENCE_GAP;
  const step = Math.max(wish.least, Math.min(wish.most, room / Math.max(1, rows)));
  const grounds = Array.from({ length: rows }, (_, i) => above + (i + 1) * step + (i > 0 ? REFERENCE_GAP : 0));
  return {
    left,
    right: Math.max(left + 20, width - right),
    grounds,
    step,
    spans: grounds.map((ground): Span => [ground - step, ground]),
    every: Math.max(1, Math.ceil(LABEL / step)),
    svgHeight: Math.max(height, Math.ceil(above + below + REFERENCE_GAP + rows * step)),
  };
}

/** Rows with a label: the reference, then every so many. */
export function isLabelled(row: number, every: number): boolean {
  return row === 0 || (row - 1) % every === 0;
}
