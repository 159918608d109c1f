import { isOverLimit } from '../catalogue/limits.ts';
import type { Meaning } from '../catalogue/meaning.ts';
import { overLimit } from '../catalogue/over-limit.ts';
import type { LatestOutput } from '../core/operations.ts';
import type { Field } from './contract.ts';
import type { Score } from './score-frames.ts';

function finiteOrAbsent(bound: number): number | undefined {
  return Number.isFinite(bound) ? bound : undefined;
}

/** Unit and range: the score and its limit share one axis. */
export function scaleOf({ unit, range }: Meaning): NonNullable<Field['config']> {
  const min = finiteOrAbsent(range.min);
  const max = finiteOrAbsent(range.max);
  return { unit, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** The number as the service gives it. */
export function valueField({ meaning, labels, values }: Score, displayName: string): Field {
  const description = `${meaning.label}. ${meaning.sentence}`;
  return {
    name: 'value',
    type: 'number',
    labels: { ...labels },
    config: { displayNameFromDS: displayName, description, ...scaleOf(meaning) },
    values: Float64Array.from(values),
  };
}

const DERIVED = {
  verdict: { label: '1 is drift, 0 is no drift', valueIs: 'verdict' },
  'value over limit': {
    label: 'In units of the limit: above 1 is drift, whatever the direction',
    valueIs: 'over_limit',
  },
} as const;

/** A number judged by its limit; null where there is none of them. */
function judged({ meaning, limit }: Score, value: number, output: keyof typeof DERIVED): number | null {
  if (limit === undefined || Number.isNaN(value)) {
    return null;
  }
  return output === 'verdict'
    ? Number(isOverLimit(meaning, value, limit.value))
    : overLimit(meaning, value, limit.value);
}

/**
 * The one field of an output. A verdict is no number on the scale of its metric, and its label `value_is` says so: nobody
 * may read the 1 of a verdict as a p-value.
 */
export function outputField(score: Score, displayName: string, output: LatestOutput): Field {
  if (output === 'value') {
    return valueField(score, displayName);
  }
  const { label, valueIs } = DERIVED[output];
  const { meaning, limit, labels } = score;
  const against = limit ? ` Limit: ${limit.origin}.` : ' No limit is known.';
  return {
    name: output,
    type: 'number',
    labels: { ...labels, value_is: valueIs },
    config: { displayNameFromDS: displayName, description: `${label}. ${meaning.label}.${against}`, min: 0 },
    values: Array.from(score.values, (value) => judged(score, value, output)),
  };
}
