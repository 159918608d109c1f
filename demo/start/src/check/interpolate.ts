import type { RangeSeconds } from './prometheus-api.ts';

/** What stands for `$name` and Grafana's own macros in a query. */
export interface Values {
  variables: Map<string, string>;
  /** Of variables with several values; in a list of the query they stand for all of them. */
  lists?: Map<string, string[]>;
  range: RangeSeconds;
  /** Shortest interval of the data source, in seconds. */
  scrape: number;
}

const name = /\$\{(\w+)(?::[\w:]+)?\}|\$(\w+)/g;

/**
 * Replaces variables and macros in one text as Grafana does.
 * @throws Error naming what has no value
 */
export function interpolate(text: string, values: Values): string {
  const known = new Map([...values.variables, ...macros(values)]);
  return text.replace(name, (whole, braced?: string, bare?: string) => {
    const value = known.get(braced ?? bare ?? '');
    if (value === undefined) {
      throw new Error(`"${whole}" has no value: no variable of the dashboard has this name.`);
    }
    // ${__from} is in milliseconds, ${__from:date:seconds} in seconds.
    return whole.includes(':date:seconds') ? String(Math.floor(Number(value) / 1000)) : value;
  });
}

function macros({ range: { from, to, step }, scrape }: Values): [string, string][] {
  return [
    ['__interval', `${step}s`],
    ['__auto', `${step}s`],
    ['__interval_ms', String(step * 1000)],
    ['__rate_interval', `${Math.max(step + scrape, 4 * scrape)}s`],
    ['__range', `${to - from}s`],
    ['__range_s', String(to - from)],
    ['__from', String(from * 1000)],
    ['__to', String(to * 1000)],
  ];
}

/** All values of an entry of a list that is nothing but a variable with several values. */
function several(item: unknown, { lists }: Values): string[] | undefined {
  const [, braced, bare] = (typeof item === 'string' && /^(?:\$\{(\w+)\}|\$(\w+))$/.exec(item)) || [];
  return lists?.get(braced ?? bare ?? '');
}

/** Replaces in every text of a parsed JSON value. */
export function interpolateAll(value: unknown, values: Values): unknown {
  if (typeof value === 'string') {
    return interpolate(value, values);
  }
  if (Array.isArray(value)) {
    return value.flatMap((item) => several(item, values) ?? [interpolateAll(item, values)]);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, interpolateAll(item, values)]));
  }
  return value;
}
