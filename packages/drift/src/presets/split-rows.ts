import { chunksBySize } from '../chunks/chunks-by-rows.ts';
import { isDriftError } from '../errors.ts';
import type { NumericInput } from '../samples/sample.ts';
import type { CategoricalSample, DriftError } from '../types.ts';

/** Rows of one feature in the order in which they came. */
export type OrderedRows = NumericInput | CategoricalSample;

/**
 * The rows in chunks of `size` one after another; the rest, if any, is a chunk of its own, however small, as NannyML
 * keeps it. Missing rows count.
 */
export function splitRows(rows: OrderedRows, size: number): OrderedRows[] | DriftError {
  const chunks = chunksBySize(rows.length, size);
  return isDriftError(chunks)
    ? chunks
    : chunks.map(({ start, end }) =>
        rows instanceof Float64Array
          ? rows.subarray(start, end)
          : (Array.prototype.slice.call(rows, start, end) as OrderedRows)
      );
}
