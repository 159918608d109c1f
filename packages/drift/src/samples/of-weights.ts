import type { Description } from '../description.ts';
import { isDriftError, weightsNotDefined } from '../errors.ts';
import type { Comparison, DriftError } from '../types.ts';

/**
 * What a test says of weighted rows. Where its description takes them, its value stands, with "weighted" in the variant.
 * Its p-value does not: weights are no number of rows. Every other test refuses them.
 */
export function ofWeights(
  { takes }: Pick<Description, 'takes'>,
  run: () => Comparison | DriftError
): Comparison | DriftError {
  const result = takes.includes('weighted rows') ? run() : weightsNotDefined();
  if (isDriftError(result)) {
    return result;
  }
  const { pValue: _ofRows, ...rest } = result;
  return { ...rest, variant: `${rest.variant}, weighted` };
}
