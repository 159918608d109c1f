import type { CommonCells } from '../bins/common-cells.ts';
import { shares } from '../distances/shares.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { formatNumber, formatShare, formatShares } from './format.ts';

/** How one bin or category moved, and its part in the PSI. */
export interface CellMove {
  /** "40–50", "below 40", or the category. */
  label: string;
  /** Shares of the rows with a value, 0 … 1. */
  reference: number;
  current: number;
  /** Its addend in the PSI. */
  term: number;
  /** Its part of the whole PSI, 0 … 1. */
  part: number;
}

/** A bin [low, high) in words. */
export function binLabel(low: number, high: number): string {
  if (low === -Infinity) {
    return high === Infinity ? 'all values' : `below ${formatNumber(high)}`;
  }
  if (high === Infinity) {
    return `${formatNumber(low)} and above`;
  }
  return low < 0 ? `${formatNumber(low)} to ${formatNumber(high)}` : `${formatNumber(low)}–${formatNumber(high)}`;
}

/** The moves of all cells, the largest part of the PSI first. */
export function cellMoves(cells: CommonCells, terms: Float64Array): CellMove[] {
  const p = shares(cells.reference);
  const q = shares(cells.current);
  const whole = totalOf(terms);
  const moves = Array.from(terms, (term, i) => ({
    label: cells.categories?.[i] ?? binLabel(cells.edges?.[i] ?? NaN, cells.edges?.[i + 1] ?? NaN),
    reference: p[i] ?? 0,
    current: q[i] ?? 0,
    term,
    part: whole > 0 ? term / whole : 0,
  }));
  return moves.sort((a, b) => b.term - a.term);
}

/** "40–50 fell from 21 % to 9 %: 62 % of the PSI". */
export function moveInWords({ label, reference, current, part }: CellMove): string {
  const [from, to] = formatShares(reference, current);
  const verb = current < reference ? 'fell' : 'rose';
  return `${label} ${verb} from ${from} to ${to}: ${formatShare(part)} of the PSI`;
}
