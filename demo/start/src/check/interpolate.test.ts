import { describe, expect, it } from 'vitest';
import { interpolate, interpolateAll } from './interpolate.ts';
import { rangeOf, timeSeconds } from './time.ts';

const now = Date.UTC(2026, 0, 8);
const day = 86_400;
const range = rangeOf(timeSeconds('now-7d', now), timeSeconds('now', now), 1000, 60);
const values = { variables: new Map([['namespace', 'prod']]), range, scrape: 60 };

describe('interpolate', () => {
  it('a week over 1000 points has a step of 605 s, and rates look over one scrape more', () => {
    expect(range).toEqual({ from: Date.UTC(2026, 0, 1) / 1000, to: now / 1000, step: 605 });
    expect(interpolate('rate(x{namespace="$namespace"}[$__rate_interval])', values)).toBe(
      'rate(x{namespace="prod"}[665s])'
    );
  });

  it('looks over four scrapes at least', () => {
    const short = { ...values, range: rangeOf(0, day / 24, 1000, 60) };
    expect(interpolate('$__interval $__rate_interval', short)).toBe('60s 240s');
  });

  it('gives times in seconds where they are asked for in seconds', () => {
    expect(interpolate('${__from:date:seconds} ${__from}', values)).toBe(`${range.from} ${range.from}000`);
  });

  it('reaches into a target, and names a variable that does not exist', () => {
    expect(interpolateAll({ model: '${namespace}', list: ['$namespace', 1] }, values)).toEqual({
      model: 'prod',
      list: ['prod', 1],
    });
    expect(() => interpolateAll({ expr: 'x{a="$pod"}' }, values)).toThrow('"$pod" has no value');
  });

  it('a variable with several values stands for all of them where a list holds it alone', () => {
    const lists = new Map([['features', ['age', 'income']]]);
    const more = { ...values, variables: new Map([['features', 'age']]), lists };
    expect(interpolateAll({ features: ['$features', '${features}', 'tempo'], title: '$features' }, more)).toEqual({
      features: ['age', 'income', 'age', 'income', 'tempo'],
      title: 'age',
    });
  });

  it('does not guess at a time', () => {
    expect(() => timeSeconds('now/d', now)).toThrow('does not know the time "now/d"');
  });
});
