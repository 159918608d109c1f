import fc from 'fast-check';
import { chunkScale } from './chunk-scale.ts';

const bounds = (from: number[], to: number[]) => ({ from: Float64Array.from(from), to: Float64Array.from(to) });

it('puts chunks where their time is', () => {
  const scale = chunkScale(bounds([0, 10, 30], [10, 30, 40]), 400);
  expect([0, 1, 2].map(scale.left)).toEqual([0, 100, 300]);
  expect([0, 1, 2].map(scale.right)).toEqual([100, 300, 400]);
  expect(scale.narrowest).toBe(100);
  expect(scale.timeAt(200)).toBe(20);
  expect(scale.xOf(20)).toBe(200);
  expect(scale.xOf(41)).toBeUndefined();
});

it('finds the nearer chunk inside a gap', () => {
  const scale = chunkScale(bounds([0, 30], [10, 40]), 400);
  expect([99, 150, 260, 399].map(scale.chunkAt)).toEqual([0, 0, 1, 1]);
});

it.each([
  ['times are not known', [NaN, NaN], [NaN, NaN]],
  ['all chunks are one moment', [5, 5], [5, 5]],
])('makes chunks equally wide where %s', (_, from, to) => {
  const scale = chunkScale(bounds(from, to), 200);
  expect([scale.left(0), scale.right(0), scale.right(1)]).toEqual([0, 100, 200]);
  expect(scale.span).toBeUndefined();
  expect(scale.timeAt(10)).toBeUndefined();
});

it('has no chunk where there is none', () => {
  expect(chunkScale(bounds([], []), 200).chunkAt(10)).toBeUndefined();
});

it('finds every chunk again at any point of it', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(
      steps,
      fc.integer({ min: 60, max: 3000 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (widths, width, part) => {
        const ends = widths.reduce<number[]>((all, step) => [...all, (all[all.length - 1] ?? 0) + step], []);
        const scale = chunkScale(bounds([0, ...ends.slice(0, -1)], ends), width);
        const middles = ends.map((_, chunk) => scale.left(chunk) + part * (scale.right(chunk) - scale.left(chunk)));
        expect(middles.map(scale.chunkAt)).toEqual(ends.map((_, chunk) => chunk));
      }
    )
  );
});
