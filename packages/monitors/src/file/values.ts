import * as v from 'valibot';

/** Single values of monitors.yaml. Each message completes the sentence "<where> is <what>: …". */

export const text = v.pipe(
  v.string('write text, in quotes where it looks like a number'),
  v.nonEmpty('write some text')
);

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;

/** Ids of monitors and names of namespaces. */
export const name = v.pipe(
  v.string('write a name of letters, digits and "-", in quotes where it looks like a number'),
  v.regex(NAME, 'use letters, digits and "-" only, with a letter or digit at both ends')
);

/** A part of an alert's name before its last "-". */
export const withoutDash = v.pipe(
  v.string('write text without "-", in quotes where it looks like a number'),
  v.regex(/^[^-]+$/, 'leave out the "-": a trigger splits the name of the alert at it')
);

const DURATION = /^[1-9][0-9]{0,6}(?:ms|s|m|h|d)$/;
const SECONDS = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 } as const;

export const duration = v.pipe(
  v.string('write a number with its unit, such as 90s, 10m, 6h or 7d'),
  v.regex(DURATION, 'write a number with its unit, such as 90s, 10m, 6h or 7d')
);

/** Seconds of a duration as the file has it. */
export function secondsOf(written: string): number {
  const [, number = '', unit = ''] = /^(\d+)(ms|s|m|h|d)$/.exec(written) ?? [];
  return Number(number) * (Object.entries(SECONDS).find(([one]) => one === unit)?.[1] ?? NaN);
}

/** A duration of whole seconds, as steps and waits are. */
export const wholeDuration = v.pipe(
  v.string('write a number with its unit, such as 90s, 10m, 6h or 7d'),
  v.regex(
    /^[1-9][0-9]{0,6}(?:s|m|h|d)$/,
    'write a whole number of seconds or more with its unit, such as 90s, 10m, 6h or 7d'
  )
);

export function wholeFrom(least: number) {
  const message = `write a whole number of ${String(least)} or more`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message));
}

export const finite = v.pipe(v.number('write a number'), v.finite('write a finite number'));

export const aboveZero = v.pipe(finite, v.gtValue(0, 'write a number above 0'));

/** Between 0 and 1, both excluded. */
export const share = v.pipe(
  v.number('write a number between 0 and 1'),
  v.gtValue(0, 'write a number above 0'),
  v.ltValue(1, 'write a number below 1')
);

const onlyVariable =
  'write nothing but a variable of the environment, such as ${SOUNDCHECK_TOKEN}: secrets are not written down';

/** A secret: exactly one variable. Its messages never repeat what stands there. */
export const secret = v.pipe(v.string(onlyVariable), v.regex(/^\$\{[A-Za-z_][A-Za-z0-9_]*\}$/, onlyVariable));

/** An address, or one that begins with a variable; no user and password in it, they would be a secret in the open. */
export const url = v.pipe(
  v.string('write an address, such as http://trustyai-service:8080'),
  v.regex(
    /^(?:https?:\/\/|\$\{[A-Za-z_][A-Za-z0-9_]*\})(?:[^\s@$]|\$\{[A-Za-z_][A-Za-z0-9_]*\})*$/,
    'write an address that begins with http://, https:// or a ${VARIABLE}, with no other "$" and no user, password or space in it'
  )
);

/** The address where people reach Grafana: no engine fills variables in messages in. */
export const plainUrl = v.pipe(
  v.string('write an address, such as https://grafana.example.com'),
  v.regex(
    /^https?:\/\/[^\s@$]+$/,
    'write the address itself, with http:// or https:// and without variables: neither Prometheus nor Grafana fills them in where the links of messages stand'
  )
);

/** `${NAME}` -> "NAME" */
export function variableIn(written: string): string {
  return written.replace(/^\$\{|\}$/g, '');
}
