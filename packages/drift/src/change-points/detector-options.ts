import { notDefined } from '../errors.ts';
import type { DriftError } from '../types.ts';

/** Which changes of the level count. */
export type ChangeMode = 'up' | 'down' | 'both';

/** The mode in words. */
export const modeInWords: Record<ChangeMode, string> = { up: 'up', down: 'down', both: 'up and down' };

/** Greatest value of an option that counts something: whole numbers only. */
export const whole = Number.MAX_SAFE_INTEGER;

/** One option that must lie in a range: its name, its value, least and greatest (both allowed). */
export type BoundedOption = readonly [name: string, value: number, least: number, greatest: number];

function fits([, value, least, greatest]: BoundedOption): boolean {
  return value >= least && value <= greatest && (greatest !== whole || Number.isInteger(value));
}

/** Why a detector cannot be made of these options, if so. */
export function optionProblem(options: readonly BoundedOption[]): DriftError | undefined {
  const wrong = options.find((option) => !fits(option));
  if (!wrong) {
    return undefined;
  }
  const [name, value, least, greatest] = wrong;
  const kind = greatest === whole ? 'a whole number' : 'a number';
  const from = least === Number.MIN_VALUE ? 'above 0' : `from ${least}`;
  const range = greatest < whole ? `${from} to ${greatest}` : from;
  return notDefined(`The detector's option ${name} is ${value}: give ${kind} ${range}.`);
}
