import { numberFromCell } from '../number-from-text.ts';

/** Starts that are whole numbers of widths apart, to this part of a width. */
const EVEN = 1e-6;

/**
 * Ends of bins of which only the starts are given (`floor(x / 10) * 10`): one width on where all starts are whole widths
 * apart, so that a bin which has no rows leaves a gap; else the next start, and the last bin is open.
 */
export function binEnds(cells: ArrayLike<unknown>): Map<number, number> {
  const different = new Set<number>();
  for (let row = 0; row < cells.length; row++) {
    different.add(numberFromCell(cells[row]) ?? NaN);
  }
  const starts = Float64Array.from([...different].filter(Number.isFinite)).sort();
  const gaps = starts.slice(1).map((start, i) => start - (starts[i] ?? 0));
  const width = gaps.reduce((least, gap) => Math.min(least, gap), Infinity);
  const even = gaps.length > 0 && gaps.every((gap) => Math.abs(gap / width - Math.round(gap / width)) < EVEN);
  return new Map(
    Array.from(starts, (start, i): [number, number] => [start, even ? start + width : (starts[i + 1] ?? Infinity)])
  );
}
