import { scaleLinear, scaleLog } from 'd3';
import fc from 'fast-check';
import { textWidth } from './text-width.ts';
import { valueTicks } from './value-ticks.ts';

const bpm = (value: number) => `${Math.round(value)} bpm`;

it.each([
  ['a linear axis', scaleLinear([0, 1], [0, 300]), undefined, ['0.0', '0.5', '1.0']],
  ['a log axis', scaleLog([1, 1e6], [0, 320]), (v: number) => v.toExponential(), ['1e+0', '1e+2', '1e+4', '1e+6']],
  ["the field's unit", scaleLinear([60, 210], [0, 240]), bpm, ['100 bpm', '150 bpm', '200 bpm']],
  ['decimals that make ticks equal', scaleLinear([0, 1.2], [0, 400]), (v: number) => v.toFixed(0), ['0', '1']],
])('%s', (_, scale, format, texts) => {
  expect(valueTicks(scale, 'x', format).map(({ text }) => text)).toEqual(texts);
});

it('labels never touch, whatever the range and the unit', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
      fc.integer({ min: 20, max: 2000 }),
      fc.constantFrom('', ' bpm', ' requests per second'),
      (low, span, size, unit) => {
        const scale = scaleLinear([low, low + span], [0, size]);
        const ticks = valueTicks(scale, 'x', (value) => `${value}${unit}`);
        ticks.slice(1).forEach((tick, at) => {
          const before = ticks[at];
          const apart = tick.at - (before?.at ?? 0);
          expect(apart).toBeGreaterThan((textWidth(tick.text) + textWidth(before?.text ?? '')) / 2);
        });
      }
    )
  );
});
