import { defaultBins } from '../bins/bin-options.ts';
import { cellsByCategory, commonCells } from '../bins/common-cells.ts';
import type { BinOptions, CommonCells } from '../bins/common-cells.ts';
import { isDriftError } from '../errors.ts';
import { numericValues } from '../samples/numeric-values.ts';
import { isCategorical } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';

/** True where two sides of raw numbers have at most so many different values together. */
function haveFewValues(sides: readonly [Sample, Sample], limit: number): boolean {
  const seen = new Set<number>();
  for (const sample of sides) {
    const numbers = isCategorical(sample) ? undefined : numericValues(sample, 'reference');
    if (numbers === undefined || isDriftError(numbers)) {
      return false;
    }
    for (let i = 0; i < numbers.values.length && seen.size <= limit; i++) {
      seen.add(numbers.values[i] ?? NaN);
    }
  }
  return seen.size <= limit;
}

/**
 * The columns of a 2 × k table: categories, given bins, and for raw numbers one a value where both sides have few values
 * together (`fewValues`, default 10) and no bins are asked for, so that a value that only one side has is seen; else bins.
 */
export function tableCells(reference: Sample, current: Sample, options: BinOptions): CommonCells | DriftError {
  const { rule, bins, edges, of, outside, fewValues = defaultBins } = options;
  const asked = [rule, bins, edges, of, outside].some((option) => option !== undefined);
  return !asked && haveFewValues([reference, current], fewValues)
    ? cellsByCategory(reference, current, options)
    : commonCells(reference, current, options);
}
