import { settingsWith } from './testing/settings.ts';
import { formats, listNames } from './format.ts';

const us = formats(settingsWith({}));

it.each([
  [0.31249, '0.312'],
  [0.06334, '0.0633'],
  [12.34, '12.3'],
  [5000, '5,000'],
  [-0.5, '−0.5'],
  [0, '0'],
  [0.00001, '1e-5'],
  [2.5e7, '2.5e7'],
  [NaN, '–'],
  [Infinity, '∞'],
  [-Infinity, '−∞'],
])('number(%d) is %s', (value, text) => expect(us.number(value)).toBe(text));

it.each([
  [0, '<0.001'],
  [-7e-16, '<0.001'],
  [0.00099, '<0.001'],
  [0.0042, '0.004'],
  [0.19, '0.19'],
  [1, '1'],
  [undefined, '–'],
  [NaN, '–'],
])('p(%s) is %s', (p, text) => expect(us.p(p)).toBe(text));

it.each([
  [0.04, '0.0'],
  [0.97, '0.9'],
  [1.04, '1.0'],
  [2.94, '2.9'],
  [12.4, '12'],
  [Infinity, '>99'],
  [undefined, '–'],
])('effect(%s) is %s: below the limit never reads 1.0', (effect, text) => expect(us.effect(effect)).toBe(text));

it('writes lists and counts', () => {
  expect([1, 13, 5000].map((count) => us.plural(count, 'row'))).toEqual(['1 row', '13 rows', '5,000 rows']);
  expect([0.21, 0.004, 0.0312].map(us.share)).toEqual(['21 %', '0.4 %', '3.1 %']);
  expect([0.0004, 0.19].map(us.pWithSign)).toEqual(['p <0.001', 'p = 0.19']);
  expect(
    [['a'], ['a', 'b'], ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd', 'e']].map((names) => listNames(names, 3))
  ).toEqual(['a', 'a and b', 'a, b, c and d', 'a, b, c and 2 more']);
});

describe('times', () => {
  const to = Date.parse('2026-11-16T18:00:00Z');
  const day = 86_400_000;
  const week = { from: to - 7 * day, to };
  const saturday = Date.parse('2026-11-14T12:00:00Z');

  it.each([
    ['in a week', week, 'UTC', 'en-US', 'Sat 12:00'],
    ['in the time zone of the dashboard', week, 'Asia/Kolkata', 'en-US', 'Sat 17:30'],
    ['in the language of the viewer', week, 'UTC', 'de-DE', 'Sa 12:00'],
    ['beyond a week', { from: to - 30 * day, to }, 'UTC', 'en-US', 'Nov 14, 12:00'],
    ['long ago', { from: to + 360 * day, to: to + 365 * day }, 'UTC', 'en-US', 'Nov 14, 2026, 12:00'],
    ['of an unknown time zone and locale', week, 'Mars/Olympus', '???', 'Sat 12:00'],
  ])('%s', (...[, range, timeZone, locale, text]) =>
    expect(formats(settingsWith({ ...range, timeZone, locale })).time(saturday)).toBe(text)
  );

  it('writes stretches', () => {
    const { range, time } = formats(settingsWith(week));
    const hour = day / 24;
    expect(range(saturday, saturday + 6 * hour)).toBe('Sat 12:00–18:00');
    expect(range(saturday, saturday + 24 * hour)).toBe('Sat 12:00 – Sun 12:00');
    expect([range(NaN, 1), time(NaN), time(1e300)]).toEqual(['–', '–', '–']);
  });

  it('writes numbers as the viewer does', () => {
    const { number, count, p, effect } = formats(settingsWith({ locale: 'de-DE' }));
    expect([number(0.312), count(5000), p(0.0001), effect(2.94)]).toEqual(['0,312', '5.000', '<0,001', '2,9']);
  });
});
