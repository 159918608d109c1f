import { defaultBins } from '../bins/bin-options.ts';
import { cellsByCategory, commonCells } from '../bins/common-cells.ts';
import type { BinOptions, CommonCells } from '../bins/common-cells.ts';
import { hasFewValues } from '../bins/value-bins.ts';
import { isDriftError } from '../errors.ts';
import { bothSides } from '../samples/both-sides.ts';
import { numericValues } from '../samples/numeric-values.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';

/** True where two sides of raw numbers have at most so many different values together. */
function haveFewValues(reference: Sample, current: Sample, limit: number): boolean {
  const numbers = bothSides(reference, current, numericValues);
  return !isDriftError(numbers) && hasFewValues([numbers.reference.values, numbers.current.values], limit);
}

/**
 * The columns of a 2 × k table: categories, given bins, and for raw numbers one a value where both sides have few values
 * together (`fewValues`, default 10) and no bins are asked for, so that a value that only one side has is seen; else bins.
 */
export function tableCells(reference: Sample, current: Sample, options: BinOptions): CommonCells | DriftError {
  const { rule, bins, edges, of, outside, fewValues = defaultBins } = options;
  const asked = [rule, bins, edges, of, outside].some((option) => option !== undefined);
  return !asked && haveFewValues(reference, current, fewValues)
    ? cellsByCategory(reference, current, options)
    : commonCells(reference, current, options);
}
