import { quoteString } from '@soundcheck/query';

/** Small pieces of PromQL that several rules share. */

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** 179999 -> "2m59s999ms" */
export function durationText(milliseconds: number): string {
  let rest = Math.round(milliseconds);
  let written = '';
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    written += count > 0 ? `${String(count)}${unit}` : '';
  }
  return written === '' ? '0s' : written;
}

/** `name{label="value",…}` */
export function selector(name: string, labels: Readonly<Record<string, string>>): string {
  const matchers = Object.entries(labels).map(([label, value]) => `${label}=${quoteString(value)}`);
  return `${name}{${matchers.join(',')}}`;
}

/** Rows that the service holds for a model, reference rows included. */
export function observations({ namespace, model }: { namespace: string; model: string }): string {
  return selector('trustyai_model_observations_total', { namespace, model });
}

/** Moves a block of PromQL to the right by two columns. */
export function indented(expr: string): string {
  return expr
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** The expression in parentheses, on lines of its own. */
export function block(expr: string): string {
  return `(\n${indented(expr)}\n)`;
}

/** A number as PromQL reads it back unchanged. */
export function numberText(value: number): string {
  return String(value);
}
