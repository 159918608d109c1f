import { isDriftError, noData } from '../errors.ts';
import type { Side } from '../errors.ts';
import { countRows } from '../samples/count-rows.ts';
import { numericValues, sortedValues } from '../samples/numeric-values.ts';
import { isBinned, isCategoryCounts, isSorted, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';
import { weightedNumbers } from '../samples/weighted-numbers.ts';
import type { BinnedCounts, DriftError, WeightedSample } from '../types.ts';
import { histogram } from './histogram.ts';
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
  const below = edges[0] !== -Infinity;
  const above = edges[edges.length - 1] !== Infinity;
  return {
    edges: Float64Array.from([...(below ? [-Infinity] : []), ...Array.from(edges), ...(above ? [Infinity] : [])]),
    counts: Float64Array.from([...(below ? [0] : []), ...Array.from(counts), ...(above ? [0] : [])]),
    missing,
    missingWeight: missing,
    infinite: 0,
  };
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
  const { counts, edges: open } = histogram(numbers.values, edges);
  const { missing } = numbers;
  return {
    edges: open,
    counts: Float64Array.from(counts),
    missing,
    missingWeight: missing,
    infinite: countRows(numbers.values).infinite,
  };
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
