import { scaleLinear } from 'd3';
import fc from 'fast-check';
import { textWidth } from '../marks/text-width.ts';
import { axisTicks, leftTicks } from './axis-ticks.ts';
import { canBeLog, edgeScale, logStart } from './edge-scale.ts';

const bpm = (value: number) => `${value} bpm`;

it('writes the unit once, at the last tick', () => {
  const ticks = axisTicks(scaleLinear().domain([60, 210]).range([40, 700]), bpm);
  expect(ticks.map(({ text }) => text)).toEqual(['60', '80', '100', '120', '140', '160', '180', '200 bpm']);
});

it('keeps units that differ from tick to tick', () => {
  const ticks = axisTicks(scaleLinear().domain([0, 1000]).range([0, 600]), (ms) => (ms < 1000 ? `${ms} ms` : '1 s'));
  expect(ticks.map(({ text }) => text)).toContain('800 ms');
  expect(ticks.map(({ text }) => text)).toContain('1 s');
});

it('labels along the bottom never touch, also those that are drawn inwards at the ends', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 60, max: 1500 }),
      fc.integer({ min: 1, max: 1e9 }),
      fc.boolean(),
      (width, to, log) => {
        const scale = edgeScale([to / 1e6, to / 2, to], [38, 38 + width], log);
        let before = -Infinity;
        for (const { at, text } of axisTicks(scale, bpm)) {
          const size = textWidth(text);
          const left = Math.max(38, Math.min(38 + width - size, at - size / 2));
          expect(left).toBeGreaterThan(before);
          before = left + size;
        }
      }
    )
  );
});

it.each([
  {
    what: 'all of it fits',
    to: 200,
    format: bpm,
    texts: ['0 bpm', '50 bpm', '100 bpm', '150 bpm', '200 bpm'],
    room: 60,
  },
  { what: 'the unit does not', to: 200, format: bpm, texts: ['0', '50', '100', '150', '200'], room: 38 },
  { what: 'the number does not', to: 2_000_000, format: String, texts: ['0', '500K', '1M', '1.5M', '2M'], room: 38 },
])('at the left: $what', ({ to, format, texts, room }) => {
  const ticks = leftTicks(scaleLinear().domain([0, to]).range([200, 40]), format, room);
  expect(ticks.map(({ text }) => text)).toEqual(texts);
});

it.each([
  ['positive', [1, 10, 100], true],
  ['the first bin begins at zero', [0, 40, 80], true],
  ['negative', [-1, 10, 100], false],
  ['two bins at or below zero', [-5, 0, 5], false],
])('a log axis: %s', (_, edges, possible) => {
  expect(canBeLog(edges)).toBe(possible);
  const scale = edgeScale(edges, [0, 100], true);
  expect(scale(edges[0] ?? NaN)).toBe(0);
  expect(scale(edges[edges.length - 1] ?? NaN)).toBe(100);
});

it('a first bin from zero gets a length like its neighbour’s on a log axis', () => {
  expect(logStart([0, 40, 80])).toBe(20);
  expect(logStart([2, 40, 80])).toBe(2);
});
