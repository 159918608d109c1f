import { cellsByCategory, commonCells } from '../bins/common-cells.ts';
import type { CommonCells } from '../bins/common-cells.ts';
import { quantile } from '../bins/quantile.ts';
import { isDriftError } from '../errors.ts';
import { sortedValues } from '../samples/numeric-values.ts';
import type { Sample } from '../samples/sample.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';
import type { DriftError } from '../types.ts';
import { countRows } from '../samples/count-rows.ts';
import { psiLore } from './fiddler.ts';
import type { Preset, Sides } from './preset.ts';

const deciles = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/**
 * The different deciles of the reference without the least and the greatest value, open at both ends; of two different
 * ones the lower parts the bins, so that all rows of a yes-or-no reference lie in one bin.
 */
function decileEdges(reference: SortedSample): Float64Array {
  const breaks = [...new Set(deciles.map((share) => quantile(reference, share)))];
  return Float64Array.from([-Infinity, ...(breaks.length > 2 ? breaks.slice(1, -1) : breaks.slice(0, 1)), Infinity]);
}

/** Counts as categories, with one for the rows without a value where there are any; empty on both sides is left out. */
function withMissing(cells: CommonCells, missing: readonly [number, number]): Sides {
  const names = cells.categories ?? Array.from(cells.reference, (_, i) => `bin ${i + 1}`);
  const reference = [...cells.reference, missing[0]];
  const current = [...cells.current, missing[1]];
  const kept = [...names, 'no value'].flatMap((name, i) => {
    const counts = [reference[i] ?? 0, current[i] ?? 0] as const;
    return counts[0] + counts[1] > 0 ? [{ name, counts }] : [];
  });
  const side = (which: 0 | 1) => ({
    categories: kept.map(({ name }) => name),
    counts: kept.map(({ counts }) => counts[which]),
  });
  return [side(0), side(1)];
}

function numericCells(reference: Sample, current: Sample): CommonCells | DriftError {
  const sorted = sortedValues(reference, 'reference');
  return isDriftError(sorted) ? sorted : commonCells(reference, current, { edges: decileEdges(sorted) });
}

function prepared(by: (reference: Sample, current: Sample) => CommonCells | DriftError) {
  return (reference: Sample, current: Sample): Sides | DriftError => {
    const cells = by(reference, current);
    return isDriftError(cells) ? cells : withMissing(cells, [countRows(reference).missing, countRows(current).missing]);
  };
}

const options = { emptyBins: 'add-one' } as const;

/**
 * Phoenix's PSI as it was up to version 1: bins between the deciles of the reference, one row added to every bin, the
 * rows without a value in a bin of their own.
 */
export const phoenix: Preset = {
  name: 'phoenix',
  title: 'Arize Phoenix (up to 1.0)',
  source: 'arize-phoenix 1.0.0, metrics.PSI with binning.QuantileBinning and CategoricalBinning',
  says: 'PSI with one row added to every bin and missing values as a bin of their own; a numeric yes-or-no column falls in one bin and never drifts.',
  choose: ({ kind, binned }) =>
    binned
      ? { test: 'psi', options, rule: psiLore }
      : {
          test: 'psi',
          options,
          rule: psiLore,
          prepare: prepared(kind === 'categorical' ? cellsByCategory : numericCells),
        },
  adjustment: 'none',
  dataSet: { by: 'none' },
};
