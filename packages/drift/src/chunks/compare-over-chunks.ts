import { compare } from '../compare.ts';
import type { TestName, TestOptions } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { countCategories } from '../samples/count-categories.ts';
import { sortedValues } from '../samples/numeric-values.ts';
import { isBinned, isCategorical, isCategoryCounts, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';

/** The sample as it is compared fastest many times: numbers sorted, categories counted. What cannot be stays as it is. */
function prepared(sample: Sample): Sample {
  if (isBinned(sample) || isCategoryCounts(sample) || isWeighted(sample)) {
    return sample;
  }
  if (isCategorical(sample)) {
    return countCategories(sample);
  }
  const sorted = sortedValues(sample, 'reference');
  return isDriftError(sorted) ? sample : sorted;
}

function noneBefore(): DriftError {
  return {
    error: 'no data',
    message: 'The first chunk has no chunk before it to be compared with: compare it with a reference.',
  };
}

/**
 * One test over a series of chunks, in order: each with a fixed reference, or with the chunk before it (`previous`; the
 * first then has no result). The reference is sorted or counted once. An empty chunk is an error in its place, and so is,
 * for `previous`, the chunk behind it.
 */
export function compareOverChunks<T extends TestName>(
  test: T,
  reference: Sample | 'previous',
  chunks: readonly Sample[],
  options?: TestOptions[T]
): (Comparison | DriftError)[] {
  if (reference !== 'previous') {
    const fixed = prepared(reference);
    return chunks.map((chunk) => compare(test, fixed, chunk, options));
  }
  const sides = chunks.map(prepared);
  return sides.map((chunk, i) => {
    const before = sides[i - 1];
    return before === undefined ? noneBefore() : compare(test, before, chunk, options);
  });
}
