import { notDefined } from './errors.ts';
import type { DriftError } from './types.ts';

/** One option that must lie in a range: its name, its value, least and greatest (both allowed), and whether it counts something. */
export type BoundedOption = readonly [name: string, value: number, least: number, greatest: number, kind?: 'whole'];

/** The greatest double under 1. */
const underOne = 1 - Number.EPSILON / 2;

function fits([, value, least, greatest, kind]: BoundedOption): boolean {
  return value >= least && value <= greatest && (kind !== 'whole' || Number.isInteger(value));
}

/** Why these options cannot be used, if so: the first that is outside its range, or no whole number where it counts. */
export function optionProblem(options: readonly BoundedOption[]): DriftError | undefined {
  const wrong = options.find((option) => !fits(option));
  if (!wrong) {
    return undefined;
  }
  const [name, value, least, greatest, kind] = wrong;
  const from = least === Number.MIN_VALUE ? 'above 0' : `from ${least}`;
  const to = greatest === underOne ? 'and under 1' : `to ${greatest}`;
  const range = greatest < Number.MAX_SAFE_INTEGER ? `${from} ${to}` : from;
  return notDefined(
    `The option ${name} is ${Number.isNaN(value) ? 'no number' : value}: give a ${kind === 'whole' ? 'whole' : 'finite'} number ${range}, or leave it out.`
  );
}

/** More random relabellings than this are refused: p no longer gains by them, and the wait is long. */
export const mostPermutations = 100_000;

/** A level of significance: above 0, under 1. */
export function alphaOption(alpha: number): BoundedOption {
  return ['alpha', alpha, Number.MIN_VALUE, underOne];
}
