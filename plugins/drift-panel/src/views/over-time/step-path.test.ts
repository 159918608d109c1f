import fc from 'fast-check';
import type { OverTimePoint } from '../../report/history.ts';
import { bandAreas, fewPath, limitPath, overAreas, stepPath } from './step-path.ts';

const same = { x: (time: number) => time, y: (value: number) => value };

function point(from: number, to: number, y: number | null, more: Partial<OverTimePoint> = {}): OverTimePoint {
  return { from, to, y, limit: null, level: y === null ? 'no data' : 'low', over: false, title: '', ...more };
}

it.each([
  ['neighbours join', [point(0, 6, 1), point(6, 12, 3)], 'M0,1H6L6,3H12'],
  ['chunks of unlike length keep their bounds', [point(0, 6, 1), point(6, 31, 3)], 'M0,1H6L6,3H31'],
  ['a chunk without data is a gap', [point(0, 6, 1), point(6, 12, null), point(12, 18, 2)], 'M0,1H6M12,2H18'],
  ['time without a chunk is a gap', [point(0, 6, 1), point(8, 12, 2)], 'M0,1H6M8,2H12'],
  ['too few rows are drawn elsewhere', [point(0, 6, 1), point(6, 12, 9, { level: 'few' })], 'M0,1H6'],
  ['no points', [], ''],
])('steps: %s', (_, points, path) => {
  expect(stepPath(points, same)).toBe(path);
});

it('draws numbers of too few rows by themselves', () => {
  expect(fewPath([point(0, 6, 1), point(6, 12, 9, { level: 'few' })], same)).toBe('M6,9H12');
});

it('lets the limit move with n', () => {
  const points = [point(0, 6, 1, { limit: 2 }), point(6, 12, 1, { limit: 1.5 }), point(12, 18, 1)];
  expect(limitPath(points, same)).toBe('M0,2H6L6,1.5H12');
});

it('fills from limit to number, one area a run', () => {
  const over = (from: number, y: number) => point(from, from + 6, y, { limit: 2, over: true });
  const points = [over(0, 3), over(6, 5), point(12, 18, 1, { limit: 2 }), over(18, 4)];
  expect(overAreas(points, same)).toEqual(['M0,3L6,3L6,5L12,5L12,2L6,2L6,2L0,2Z', 'M18,4L24,4L24,2L18,2Z']);
});

it('fills the sampling band from high to low', () => {
  expect(bandAreas([point(0, 6, 1, { band: [0.5, 2] })], same)).toEqual(['M0,2L6,2L6,0.5L0,0.5Z']);
});

/** Heights and lengths of the flat parts of a path, read back from its text. */
function flats(path: string): Array<[from: number, to: number, y: number]> {
  return [...path.matchAll(/[ML]([^,]+),([^H]+)H([^ML]+)/g)].map(([, from, y, to]) => [
    Number(from),
    Number(to),
    Number(y),
  ]);
}

it('says exactly the points that have a number, and joins exactly those that touch', () => {
  const chunks = fc.array(
    fc.record({
      length: fc.integer({ min: 1, max: 9 }),
      gap: fc.constantFrom(0, 0, 0, 4),
      y: fc.option(fc.integer({ min: -50, max: 50 })),
    }),
    { maxLength: 40 }
  );
  fc.assert(
    fc.property(chunks, (list) => {
      let time = 0;
      const points = list.map(({ length, gap, y }) => {
        const from = time + gap;
        time = from + length;
        return point(from, time, y);
      });
      const path = stepPath(points, same);
      expect(flats(path)).toEqual(points.flatMap(({ from, to, y }) => (y === null ? [] : [[from, to, y]])));
      const starts = points.filter(({ from, y }, at) => {
        const before = points[at - 1];
        return y !== null && (before === undefined || before.y === null || before.to !== from);
      });
      expect(path.split('M').length - 1).toBe(starts.length);
    })
  );
});
