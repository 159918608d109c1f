import type { CommonCells } from '../bins/common-cells.ts';
import { drawHypergeometric } from '../random/draw-hypergeometric.ts';
import type { Random } from '../random/seeded-random.ts';
import { totalOf } from '../samples/aligned-bins.ts';

/**
 * Both sides' counts as they would be without drift: every way of dealing the pooled rows of each cell to the sides is
 * equally likely (multivariate hypergeometric). Cell by cell, in place of shuffling rows: the cost is that of the cells.
 */
export function dealCells(cells: CommonCells, random: Random): { reference: Float64Array; current: Float64Array } {
  const reference = new Float64Array(cells.reference.length);
  const current = new Float64Array(cells.reference.length);
  let drawn = totalOf(cells.reference);
  let balls = drawn + totalOf(cells.current);
  for (let cell = 0; cell < reference.length; cell++) {
    const marked = (cells.reference[cell] ?? 0) + (cells.current[cell] ?? 0);
    const dealt = drawHypergeometric({ balls, marked }, drawn, random);
    reference[cell] = dealt;
    current[cell] = marked - dealt;
    balls -= marked;
    drawn -= dealt;
  }
  return { reference, current };
}

/**
 * Deals pooled ascending rows to the two sides at random, every split equally likely (selection sampling: Knuth, The Art
 * of Computer Programming 2, 3.4.2, algorithm S). Both sides come out sorted. The arrays are written over.
 */
export function dealRows(pooled: Float64Array, sides: readonly [Float64Array, Float64Array], random: Random): void {
  const [reference, current] = sides;
  let [i, j] = [0, 0];
  for (const row of pooled) {
    const needed = reference.length - i;
    if ((random.next() / 4294967296) * (needed + current.length - j) < needed) {
      reference[i] = row;
      i += 1;
    } else {
      current[j] = row;
      j += 1;
    }
  }
}
