import { totalOf } from '../samples/aligned-bins.ts';
import type { CommonCells } from './common-cells.ts';

/** Name of the category that takes in the rare ones. */
export const otherCategory = 'other';

/**
 * Pools the rarest categories into "other" until every one left expects at least `least` rows on the smaller side
 * (expected under no drift: the pooled share times the rows). Categories none of which is rare come back as they are.
 */
export function mergeRareCategories(cells: CommonCells, least: number): CommonCells {
  const { categories } = cells;
  if (!categories) {
    return cells;
  }
  const smaller = Math.min(totalOf(cells.reference), totalOf(cells.current));
  const total = totalOf(cells.reference) + totalOf(cells.current);
  const expected = (i: number) => (((cells.reference[i] ?? 0) + (cells.current[i] ?? 0)) / total) * smaller;
  const byRarity = categories.map((_, i) => i).sort((a, b) => expected(a) - expected(b));
  const rare = new Set<number>();
  let pooled = 0;
  for (const i of byRarity) {
    if (expected(i) >= least && (rare.size === 0 || pooled >= least)) {
      break;
    }
    rare.add(i);
    pooled += expected(i);
  }
  if (rare.size < 2) {
    return cells;
  }
  const kept = categories.map((_, i) => i).filter((i) => !rare.has(i));
  const merge = (counts: Float64Array) => {
    const left = kept.map((i) => counts[i] ?? 0);
    return Float64Array.from([...left, totalOf(counts) - totalOf(left)]);
  };
  return {
    ...cells,
    categories: [...kept.map((i) => categories[i] ?? ''), otherCategory],
    reference: merge(cells.reference),
    current: merge(cells.current),
  };
}
