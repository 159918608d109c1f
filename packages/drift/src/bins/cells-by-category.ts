import { isDriftError, notDefined } from '../errors.ts';
import type { Side } from '../errors.ts';
import { bothSides } from '../samples/both-sides.ts';
import { alignCategories, countCategories, weighCategories } from '../samples/count-categories.ts';
import type { CountedCategories, WeighedCategories } from '../samples/count-categories.ts';
import { countsProblem } from '../samples/given-counts.ts';
import { isBinned, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';
import type { BinOptions } from './bin-options.ts';
import { emptySide, withMissingCell } from './cells.ts';
import type { CommonCells } from './cells.ts';

type Counted = CountedCategories | WeighedCategories;

function counted(sample: Sample, side: Side): Counted | DriftError {
  if (isBinned(sample)) {
    return notDefined(
      'One side holds categories, the other numeric bins: they share no cells. Compare like with like.'
    );
  }
  return isWeighted(sample) ? weighCategories(sample, side) : (countsProblem(sample, side) ?? countCategories(sample));
}

/** Categories with something on one side and nothing on the other. */
function only(categories: readonly string[], side: Float64Array, other: Float64Array): string[] {
  return categories.filter((_, i) => (side[i] ?? 0) > 0 && !((other[i] ?? 0) > 0));
}

function missingWeight(side: Counted): number {
  return 'missingWeight' in side ? side.missingWeight : side.missing;
}

/** Counts two samples over their categories; numbers are taken as categories, bins cannot be. */
export function cellsByCategory(
  reference: Sample,
  current: Sample,
  { missing = 'left-out' }: Pick<BinOptions, 'missing'> = {}
): CommonCells | DriftError {
  const sides = bothSides(reference, current, counted);
  if (isDriftError(sides)) {
    return sides;
  }
  const { reference: p, current: q } = sides;
  const aligned = alignCategories(p, q);
  const cells: CommonCells = {
    ...aligned,
    missingReference: p.missing,
    missingCurrent: q.missing,
    newCategories: only(aligned.categories, aligned.current, aligned.reference),
    vanishedCategories: only(aligned.categories, aligned.reference, aligned.current),
    ...('rows' in p ? { rowsReference: p.rows } : {}),
    ...('rows' in q ? { rowsCurrent: q.rows } : {}),
  };
  const whole = missing === 'own-cell' ? withMissingCell(cells, [missingWeight(p), missingWeight(q)]) : cells;
  return emptySide(whole) ?? whole;
}
