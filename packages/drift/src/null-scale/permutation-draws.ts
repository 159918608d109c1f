import { sidesOf } from '../bins/common-cells.ts';
import type { CommonCells } from '../bins/common-cells.ts';
import { compare } from '../compare.ts';
import { isDriftError, notDefined } from '../errors.ts';
import type { ChosenTest } from '../presets/preset.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { mergeSorted } from '../samples/merge-sorted.ts';
import type { SortedPair } from '../samples/sorted-pair.ts';
import type { Comparison, DriftError } from '../types.ts';
import { dealCells, dealRows } from './under-no-drift.ts';

interface Draws {
  draws: number;
  seed: number;
}

/** Values of so many draws, ascending; a draw that has no value (a side without spread, say) ends it. */
function collect(draws: number, draw: () => Comparison | DriftError): Float64Array | DriftError {
  const values = new Float64Array(draws);
  for (let i = 0; i < draws; i++) {
    const comparison = draw();
    if (isDriftError(comparison)) {
      return comparison;
    }
    values[i] = comparison.value;
  }
  return values.sort();
}

/** The test on pooled counts dealt to both sides again and again. */
export function drawsOfCells(
  chosen: ChosenTest,
  cells: CommonCells,
  { draws, seed }: Draws
): Float64Array | DriftError {
  if (![cells.reference, cells.current].every((counts) => counts.every(Number.isInteger))) {
    return notDefined('Counts that are not whole cannot be dealt to both sides anew: give counts of rows, not rates.');
  }
  const random = seededRandom(seed);
  return collect(draws, () => {
    const [reference, current] = sidesOf({ ...cells, ...dealCells(cells, random) });
    return compare(chosen.test, reference, current, chosen.options);
  });
}

/** The test on pooled rows dealt to both sides again and again; bins that depend on the reference are made anew. */
export function drawsOfRows(chosen: ChosenTest, rows: SortedPair, { draws, seed }: Draws): Float64Array | DriftError {
  const random = seededRandom(seed);
  const pooled = mergeSorted(rows.reference.sorted, rows.current.sorted);
  const reference = { sorted: new Float64Array(rows.reference.sorted.length), missing: 0 };
  const current = { sorted: new Float64Array(rows.current.sorted.length), missing: 0 };
  return collect(draws, () => {
    dealRows(pooled, [reference.sorted, current.sorted], random);
    return compare(chosen.test, reference, current, chosen.options);
  });
}
