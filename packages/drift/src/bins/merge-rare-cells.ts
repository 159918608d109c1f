import { totalOf } from '../samples/aligned-bins.ts';
import type { CommonCells } from './cells.ts';

/** Name of the category that takes in the rare ones. */
export const otherCategory = 'other';

/**
 * Pools the rarest categories into "other" until every one left expects at least `least` rows on the smaller side
 * (expected under no drift: the pooled share times the rows). Categories none of which is rare come back as they are.
 * A cell of missing rows is never pooled.
 */
export function mergeRareCategories(cells: CommonCells, least: number): CommonCells {
  const { categories } = cells;
  if (!categories) {
    return cells;
  }
  const smaller = Math.min(totalOf(cells.reference), totalOf(cells.current));
  const total = totalOf(cells.reference) + totalOf(cells.current);
  const expected = (i: number) => (((cells.reference[i] ?? 0) + (cells.current[i] ?? 0)) / total) * smaller;
  const ofValues = categories.map((_, i) => i).filter((i) => i !== cells.missingCell);
  const byRarity = ofValues.sort((a, b) => expected(a) - expected(b));
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
  const kept = categories.map((_, i) => i).filter((i) => !rare.has(i) && i !== cells.missingCell);
  const ofMissing = cells.missingCell === undefined ? [] : [cells.missingCell];
  const merge = (counts: Float64Array) => {
    const take = (cells: readonly number[]) => cells.map((i) => counts[i] ?? 0);
    return Float64Array.from([...take(kept), totalOf(take([...rare])), ...take(ofMissing)]);
  };
  const names = (of: readonly number[]) => of.map((i) => categories[i] ?? '');
  return {
    ...cells,
    categories: [...names(kept), otherCategory, ...names(ofMissing)],
    ...(cells.missingCell === undefined ? {} : { missingCell: kept.length + 1 }),
    reference: merge(cells.reference),
    current: merge(cells.current),
  };
}
