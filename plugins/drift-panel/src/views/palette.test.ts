import { createTheme } from '@grafana/data';
import { LEVELS, type Level } from '../report/level.ts';
import { lookOf } from './heatmap/cell-look.ts';
import { paletteOf } from './palette.ts';

type Triple = readonly [number, number, number];

/** How linear RGB is seen. Machado, Oliveira, Fernandes 2009, table 1, severity 1.0. */
const SEEN: Record<string, readonly [Triple, Triple, Triple]> = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

function linear(colour: string): Triple {
  const hex = /^#(..)(..)(..)$/
    .exec(colour)
    ?.slice(1)
    .map((part) => parseInt(part, 16));
  const parts = hex ?? (colour.match(/\d+/g) ?? []).map(Number);
  const [r = NaN, g = NaN, b = NaN] = parts.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4
  );
  return [r, g, b];
}

/** CIE L*, 0 … 100, of a colour as it is seen. */
function lightness(colour: string, [red, green, blue]: readonly [Triple, Triple, Triple]): number {
  const [r, g, b] = linear(colour);
  const through = (row: Triple) => Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b));
  const luminance = 0.2126 * through(red) + 0.7152 * through(green) + 0.0722 * through(blue);
  return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
}

const OVER: readonly Level[] = ['over', 'well over', 'far over'];
const THEMES = ['dark', 'light'] as const;
const CASES = THEMES.flatMap((mode) => Object.keys(SEEN).map((eyes) => ({ mode, eyes })));

describe.each(CASES)('$mode, $eyes', ({ mode, eyes }) => {
  const palette = paletteOf(createTheme({ colors: { mode } }));
  const matrix = SEEN[eyes] ?? [
    [NaN, NaN, NaN],
    [NaN, NaN, NaN],
    [NaN, NaN, NaN],
  ];
  const of = (level: Level) => lightness(palette.level[level], matrix);

  it('falls in lightness with every level above the limit', () => {
    const steps = OVER.map(of);
    expect(steps.slice(1).map((step, at) => (steps[at] ?? 0) - step)).toEqual([expect.any(Number), expect.any(Number)]);
    steps.slice(1).forEach((step, at) => expect((steps[at] ?? 0) - step).toBeGreaterThan(10));
  });

  it('breaks at the limit', () => {
    const jump = Math.abs(of('over') - of('near'));
    expect(jump).toBeGreaterThan(8);
    expect(jump).toBeGreaterThan(Math.abs(of('near') - of('low')));
  });

  it('tells every judged level from every other by lightness alone', () => {
    const judged = LEVELS.filter((level) => lookOf(level, palette).fill !== undefined);
    expect(judged).toEqual(['low', 'near', ...OVER]);
    const sorted = judged.map(of).sort((a, b) => a - b);
    sorted.slice(1).forEach((step, at) => expect(step - (sorted[at] ?? 0)).toBeGreaterThan(2.5));
  });
});

it('marks every level that is not judged by a shape of its own', () => {
  const palette = paletteOf(createTheme());
  const looks = LEVELS.map((level) => lookOf(level, palette)).filter(({ fill }) => fill === undefined);
  expect(looks.map(({ mark }) => mark)).toEqual(['hatch', 'dots', 'line']);
});
