import { isDriftError, noData } from '../errors.ts';
import type { Side } from '../errors.ts';
import { countRows } from '../samples/count-rows.ts';
import { isFiniteRange } from '../samples/finite.ts';
import { numericValues, sortedValues } from '../samples/numeric-values.ts';
import type { NumericValues } from '../samples/numeric-values.ts';
import { isBinned, isCategoryCounts, isSorted, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';
import { weightedNumbers } from '../samples/weighted-numbers.ts';
import type { BinnedCounts, DriftError, WeightedSample } from '../types.ts';
import { rowCounter } from './histogram.ts';
import type { RowCounter } from './histogram.ts';
import { sortedHistogram } from './sorted-histogram.ts';
import { openEdges, weightedHistogram } from './weighted-histogram.ts';

/** One side counted in bins, with the rows that are in none of them. */
export interface CountedSide {
  edges: Float64Array;
  counts: Float64Array;
  missing: number;
  /** What a cell of missing rows would hold: their number or their weight. */
  missingWeight: number;
  infinite: number;
  /** Rows behind weighted counts. */
  rows?: number;
}

function ofWeighted(sample: WeightedSample, side: Side, edges: ArrayLike<number>): CountedSide | DriftError {
  const numbers = weightedNumbers(sample, side);
  if (isDriftError(numbers)) {
    return numbers;
  }
  const { values, weights, missing, missingWeight } = numbers;
  const counts = weightedHistogram(values, weights, edges);
  return {
    edges: openEdges(edges),
    counts,
    missing,
    missingWeight,
    infinite: countRows(values).infinite,
    rows: values.length,
  };
}

function ofSorted(sample: SortedSample, edges: ArrayLike<number>): CountedSide {
  const { infinite, missing } = countRows(sample);
  return {
    edges: openEdges(edges),
    counts: sortedHistogram(sample.sorted, edges),
    missing,
    missingWeight: missing,
    infinite,
  };
}

/** The same counts with an empty open bin beyond each finite outer edge: what `histogram` gives the other side. */
function ofBinned({ edges, counts, missing = 0 }: BinnedCounts): CountedSide {
  const below = edges[0] === -Infinity ? 0 : 1;
  const above = edges[edges.length - 1] === Infinity ? 0 : 1;
  const opened = new Float64Array(below + counts.length + above);
  opened.set(counts, below);
  const open = new Float64Array(below + edges.length + above).fill(Infinity);
  open[0] = -Infinity;
  open.set(edges, below);
  return {
    edges: open,
    counts: opened,
    missing,
    missingWeight: missing,
    infinite: 0,
  };
}

/** Counts the numbers of a side, of which the missing ones are left out, in the bins of a counter. */
export function countByCounter({ values, missing, range }: NumericValues, { edges, count }: RowCounter): CountedSide {
  const infinite = isFiniteRange(range) ? 0 : countRows(values).infinite;
  return { edges, counts: count(values), missing, missingWeight: missing, infinite };
}

/** Counts one side in the edges; a side that is binned already is taken as it is, with open ends. */
export function countInBins(sample: Sample, side: Side, edges: ArrayLike<number>): CountedSide | DriftError {
  if (isBinned(sample)) {
    return ofBinned(sample);
  }
  if (isWeighted(sample)) {
    return ofWeighted(sample, side, edges);
  }
  if (!isCategoryCounts(sample) && isSorted(sample)) {
    return ofSorted(sample, edges);
  }
  const numbers = numericValues(sample, side);
  if (isDriftError(numbers)) {
    // Nothing but missing rows: they still have to be told, and may have a cell of their own.
    return numbers.error === 'no data' && !isCategoryCounts(sample)
      ? ofSorted({ sorted: new Float64Array(0), missing: sample.length }, edges)
      : numbers;
  }
  return countByCounter(numbers, rowCounter(edges));
}

/** The values of one side in ascending order, whatever their weights; at least one. */
export function valuesForEdges(sample: Sample, side: Side): SortedSample | DriftError {
  if (!isWeighted(sample)) {
    return sortedValues(sample, side);
  }
  const numbers = weightedNumbers(sample, side);
  if (isDriftError(numbers)) {
    return numbers;
  }
  return numbers.values.length > 0 ? sortedSample(numbers.values) : noData(side);
}
