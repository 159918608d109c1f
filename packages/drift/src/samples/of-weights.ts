import type { Description } from '../description.ts';
import { isDriftError, weightsNotDefined } from '../errors.ts';
import type { Comparison, DriftError } from '../types.ts';

/**
 * What a test says of weighted rows. Its value stands, with "weighted" in the variant. Its p-value does not: weights are
 * no number of rows. A statistic that grows with the rows is not defined at all.
 */
export function ofWeights(
  { growsWithRows }: Pick<Description, 'growsWithRows'>,
  run: () => Comparison | DriftError
): Comparison | DriftError {
  const result = growsWithRows ? weightsNotDefined() : run();
  if (isDriftError(result)) {
    return result;
  }
  const { pValue: _ofRows, ...rest } = result;
  return { ...rest, variant: `${rest.variant}, weighted` };
}
