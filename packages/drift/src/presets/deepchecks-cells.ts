import { cellsByCategory, sidesOf } from '../bins/common-cells.ts';
import { isDriftError } from '../errors.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';
import type { Sides } from './preset.ts';

/** Categories under this share of the reference are rare. */
const rareShare = 0.01;

/** What deepchecks calls the category of the rare ones. */
const otherName = 'Other rare categories';

/**
 * Counts both sides by category as deepchecks does: what has under 1 % of the reference, new categories among it, goes
 * to one category, which is itself left out, rows and all, where it has no more than 1 % on either side.
 */
export function withOtherCategory(reference: Sample, current: Sample): Sides | DriftError {
  const cells = cellsByCategory(reference, current);
  if (isDriftError(cells)) {
    return cells;
  }
  const [n, m] = [totalOf(cells.reference), totalOf(cells.current)];
  const all = cells.categories ?? [];
  const kept = all.flatMap((_, i) => ((cells.reference[i] ?? 0) < n * rareShare ? [] : [i]));
  const left = (counts: Float64Array) => kept.map((i) => counts[i] ?? 0);
  const [p, q] = [left(cells.reference), left(cells.current)];
  const other = [n - totalOf(p), m - totalOf(q)] as const;
  const shown = other[0] > n * rareShare || other[1] > m * rareShare;
  return sidesOf({
    ...cells,
    categories: [...kept.map((i) => all[i] ?? ''), ...(shown ? [otherName] : [])],
    reference: Float64Array.from([...p, ...(shown ? [other[0]] : [])]),
    current: Float64Array.from([...q, ...(shown ? [other[1]] : [])]),
  });
}
