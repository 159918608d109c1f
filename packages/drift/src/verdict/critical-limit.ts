import type { ChosenTest, Sides } from '../presets/preset.ts';
import { isDriftError } from '../errors.ts';
import { solveDecreasing, upperEnd } from '../special-functions/find-root.ts';
import { normalUpperTail } from '../special-functions/erfc.ts';
import { chiSquareCritical } from '../tests/chi-square-p-value.ts';
import { ksCritical } from '../tests/ks-critical.ts';
import { lawGivenTies } from '../tests/ks-given-ties.ts';
import type { LawGivenTies } from '../tests/ks-given-ties.ts';
import { pooledRanks } from '../tests/pooled-ranks.ts';
import type { Sample } from '../samples/sample.ts';
import { tCritical } from '../tests/t-p-value.ts';
import type { Comparison, Limit } from '../types.ts';
import { formatCount, formatNumber, formatShare } from './format.ts';

/** The |z| that is exceeded with two-sided probability alpha. */
function zCritical(alpha: number): number {
  const tail = (z: number) => 2 * normalUpperTail(z);
  return solveDecreasing(tail, alpha, [0, upperEnd(tail, alpha, 2)]);
}

function lawOf(reference: Sample, current: Sample): LawGivenTies | undefined {
  const ranks = pooledRanks(reference, current);
  return isDriftError(ranks) ? undefined : lawGivenTies(ranks);
}

/** The critical value of a test whose law has one; undefined where it has none in closed form. */
export function criticalLimit(
  chosen: ChosenTest,
  comparison: Comparison,
  alpha: number,
  [reference, current]: Sides
): Limit | undefined {
  const { nReference, nCurrent, df } = comparison;
  const level = formatShare(alpha);
  switch (chosen.test) {
    case 'ks': {
      const { method, midP } = chosen.options ?? {};
      if (method === 'conditional' || midP) {
        return undefined;
      }
      const n = `n = ${formatCount(nReference)} v ${formatCount(nCurrent)} at ${level}`;
      const law = method === 'given-ties' ? lawOf(reference, current) : undefined;
      if (law) {
        return { value: law.critical(alpha), origin: `critical D given the ties for ${n}` };
      }
      const value = ksCritical(alpha, nReference, nCurrent, method === 'given-ties' ? 'auto' : method);
      return isDriftError(value) ? undefined : { value, origin: `critical D for ${n}` };
    }
    case 'chi-square':
    case 'g-test':
      return df === undefined || df < 1
        ? undefined
        : { value: chiSquareCritical(alpha, df), origin: `critical χ² for ${df} degrees of freedom at ${level}` };
    case 'welch-t':
    case 'student-t':
    case 'java-mean-shift':
      return df === undefined
        ? undefined
        : {
            value: tCritical(alpha, df),
            origin: `critical |t| for ${formatNumber(df)} degrees of freedom at ${level}`,
          };
    case 'z-proportions':
      return { value: zCritical(alpha), origin: `critical |z| at ${level}` };
    default:
      return undefined;
  }
}
