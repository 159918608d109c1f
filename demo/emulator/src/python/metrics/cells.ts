import type { Cells } from '../storage/dataset.ts';

/** A column that cannot be computed with. */
export class UnfitColumn extends Error {}

/** The column as stored numbers; columns that share a data set with text or true/false are refused whole. */
export function storedNumbers(cells: Cells): Float64Array {
  if (cells instanceof Float64Array) return cells;
  throw new UnfitColumn('The column is not stored as numbers.');
}

/** Each cell as a number, where it can be read as one. */
export function castNumbers(cells: Cells): Float64Array {
  if (cells instanceof Float64Array) return cells;
  return Float64Array.from(cells, (cell) => {
    if (cell === null) return NaN;
    const number = typeof cell === 'string' && cell.trim() === '' ? NaN : Number(cell);
    if (typeof cell === 'object' || (Number.isNaN(number) && !/^\s*[+-]?nan\s*$/i.test(String(cell)))) {
      throw new UnfitColumn('The column contains a cell that is no number.');
    }
    return number;
  });
}

/**
 * Two columns as numbers of the same order: numbers and true/false as they are, text by its rank in code point
 * order. Anything that needs only the order, like KS, takes text too.
 */
export function ordered(reference: Cells, current: Cells): [Float64Array, Float64Array] {
  if (reference instanceof Float64Array && current instanceof Float64Array) return [reference, current];
  const all = [...reference, ...current];
  if (all.every((cell) => typeof cell === 'number' || typeof cell === 'boolean')) {
    return [Float64Array.from(reference, Number), Float64Array.from(current, Number)];
  }
  const words = all.filter((cell) => typeof cell === 'string');
  if (words.length < all.length) throw new UnfitColumn('The column mixes text and other cells.');
  const sorted = [...new Set(words)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const rank = new Map<unknown, number>(sorted.map((word, index) => [word, index]));
  const ranks = (cells: Cells) => Float64Array.from(cells, (cell) => rank.get(cell) ?? NaN);
  return [ranks(reference), ranks(current)];
}
