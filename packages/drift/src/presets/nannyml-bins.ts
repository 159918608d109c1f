import { binEdges, binsOfUnsorted } from '../bins/bin-edges.ts';
import { countByCounter } from '../bins/count-in-bins.ts';
import { rowCounter } from '../bins/histogram.ts';
import type { RowCounter } from '../bins/histogram.ts';
import { compareChunks } from '../distances/compare-chunks.ts';
import { jensenShannonOfCells } from '../distances/jensen-shannon.ts';
import { isDriftError } from '../errors.ts';
import { numericValues } from '../samples/numeric-values.ts';
import { isCategorical } from '../samples/sample.ts';
import type { NumericInput, Sample } from '../samples/sample.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import type { Comparison, DriftError } from '../types.ts';

/** A reference counted once, in the bins that each chunk is counted in. */
export interface ReferenceInBins {
  counter: RowCounter;
  /** With the open bins beyond its range, in which it has no row. */
  counts: Float64Array;
  missing: number;
}

interface DoaneBins {
  edges: Float64Array;
  reference: Sample;
  bins?: ReferenceInBins;
}

/**
 * The reference in bins by Doane's rule; what lies outside them falls in open bins. With infinite values, which Doane's rule
 * does not look at, it is sorted and not counted.
 */
export function inDoaneBins(reference: Sample): DoaneBins | DriftError {
  const numbers = numericValues(reference, 'reference');
  if (isDriftError(numbers)) {
    return numbers;
  }
  const { values, missing } = numbers;
  const found = binsOfUnsorted(numbers, { rule: 'doane' });
  if (found && isDriftError(found)) {
    return found;
  }
  if (found) {
    const { edges, counts } = found;
    const binned = { edges, counts: counts.subarray(1, -1), missing };
    return { edges, reference: binned, bins: { counter: rowCounter(edges), counts, missing } };
  }
  const sorted = { ...sortedSample(values), missing };
  const edges = binEdges(sorted, sorted, { rule: 'doane' });
  return isDriftError(edges) ? edges : { edges, reference: sorted };
}

/** Raw rows that are no text. */
export function isRawNumbers(sample: Sample): sample is NumericInput {
  return 'length' in sample && !isCategorical(sample);
}

/** The Jensen–Shannon distance in base 2 of raw rows from a reference in bins: what `compare` says of them. */
export function jensenShannonInBins(
  { counter, counts, missing }: ReferenceInBins,
  chunk: NumericInput
): Comparison | DriftError {
  const numbers = numericValues(chunk, 'current');
  if (isDriftError(numbers)) {
    return numbers;
  }
  const current = countByCounter(numbers, counter);
  const cells = {
    reference: counts,
    current: current.counts,
    edges: counter.edges,
    missingReference: missing,
    missingCurrent: current.missing,
    infiniteCurrent: current.infinite,
  };
  return jensenShannonOfCells(cells, { base: 2 });
}

/** The values alone, of many chunks; NaN where a chunk holds no number. */
export function jensenShannonValues({ counter, counts }: ReferenceInBins, chunks: readonly NumericInput[]): number[] {
  const ofChunks = new Float64Array(chunks.length * counts.length);
  chunks.forEach((chunk, i) => {
    const numbers = numericValues(chunk, 'current');
    if (!isDriftError(numbers)) {
      ofChunks.set(counter.count(numbers.values), i * counts.length);
    }
  });
  const compared = compareChunks('jensen-shannon', { edges: counter.edges, counts }, { counts: ofChunks }, { base: 2 });
  return isDriftError(compared) ? chunks.map(() => NaN) : Array.from(compared.values);
}
