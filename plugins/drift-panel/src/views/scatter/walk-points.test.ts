import fc from 'fast-check';
import { nearestPoint, walked } from './walk-points.ts';

const points = [
  { x: 50, y: 10 },
  { x: 10, y: 90 },
  { x: 30, y: 50 },
];

it.each([
  ['ArrowRight', 2, 0],
  ['ArrowRight', 0, 0],
  ['ArrowLeft', 2, 1],
  ['ArrowUp', 2, 0],
  ['ArrowDown', 2, 1],
  ['Home', 0, 1],
  ['End', 1, 0],
  ['ArrowRight', undefined, 1],
  ['x', 2, undefined],
])('%s from %p leads to %p', (key, at, next) => {
  expect(walked(points, at, key)).toBe(next);
});

it.each([
  ['ArrowRight', 'ArrowLeft'],
  ['ArrowDown', 'ArrowUp'],
])('%s reaches every point once, %s all of them back', (there, back) => {
  const some = fc.array(fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }) }), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(some, (all) => {
      const walk = (key: string, from: number | undefined) => {
        const seen: Array<number | undefined> = from === undefined ? [] : [from];
        for (let step = seen.length; step < all.length; step++) {
          seen.push(walked(all, seen[seen.length - 1], key));
        }
        return seen;
      };
      const seen = walk(there, undefined);
      expect(new Set(seen).size).toBe(all.length);
      expect(walk(back, seen[seen.length - 1])).toEqual([...seen].reverse());
    })
  );
});

it('finds the nearest point within reach', () => {
  expect(nearestPoint(points, { x: 33, y: 52 }, 24)).toBe(2);
  expect(nearestPoint(points, { x: 200, y: 200 }, 24)).toBeUndefined();
});
