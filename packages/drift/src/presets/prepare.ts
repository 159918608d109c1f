import { cellsByCategory, sidesOf } from '../bins/common-cells.ts';
import { isDriftError } from '../errors.ts';
import type { Side } from '../errors.ts';
import { allFinite } from '../samples/finite.ts';
import { numericValues } from '../samples/numeric-values.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';
import type { Sides } from './preset.ts';

/** Raw numbers without missing and infinite ones; every other sample as it is. */
function finiteRows(sample: Sample, side: Side): Sample {
  const numbers = numericValues(sample, side);
  return isDriftError(numbers) || allFinite(numbers.values) ? sample : numbers.values.filter(Number.isFinite);
}

/** Both sides without infinite numbers. */
export function finitePair(reference: Sample, current: Sample): Sides {
  return [finiteRows(reference, 'reference'), finiteRows(current, 'current')];
}

/** Both sides counted by value: one category for every finite number or text that occurs. */
export function byValue(reference: Sample, current: Sample): Sides | DriftError {
  const cells = cellsByCategory(...finitePair(reference, current));
  return isDriftError(cells) ? cells : sidesOf(cells);
}
