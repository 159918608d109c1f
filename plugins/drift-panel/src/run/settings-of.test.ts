import { defaultOptions } from '../options/options.ts';
import { sameSettings, settingsOf, type Place } from './settings-of.ts';

const HOUR = 3_600_000;
const place: Place = {
  ...{ from: 0, to: 24 * HOUR, mostChunks: 24, timeZone: 'UTC', locale: 'en-US' },
  thresholds: {},
};
const settings = settingsOf(defaultOptions, place);

it.each<[string, Partial<Place>, same: boolean]>([
  ['the same', {}, true],
  ['a refresh some seconds later', { from: 10_000, to: 24 * HOUR + 10_000 }, true],
  ['an hour later', { from: HOUR, to: 25 * HOUR }, false],
  ['a range twice as long', { to: 48 * HOUR }, false],
  ['room for more chunks', { mostChunks: 28 }, false],
  ['another time zone', { timeZone: 'Asia/Tokyo' }, false],
  ['a threshold', { thresholds: { tempo: 0.2 } }, false],
  ['another metric', { clicked: 'jensen-shannon' }, false],
])('%s', (_, change, same) => {
  expect(sameSettings(settings, settingsOf(defaultOptions, { ...place, ...change }))).toBe(same);
});

it('leaves out what only changes the drawing', () => {
  const drawn = settingsOf({ ...defaultOptions, view: 'heatmap', sort: 'name', showDetail: false }, place);
  expect(sameSettings(settings, drawn)).toBe(true);
  expect(sameSettings(settings, settingsOf({ ...defaultOptions, alpha: 0.01 }, place))).toBe(false);
});
