import fc from 'fast-check';
import { overlap, placePoints, type NamedPoint } from './place-points.ts';

const plot = { width: 600, height: 300, blocked: [{ left: 0, top: 99, width: 600, height: 2 }] };

const point: fc.Arbitrary<NamedPoint> = fc.record({
  x: fc.integer({ min: 0, max: 600 }),
  y: fc.integer({ min: 0, max: 300 }),
  name: fc.string({ minLength: 1, maxLength: 30 }),
  weight: fc.integer({ min: 0, max: 100 }),
});

it('covers neither a name, nor a point, nor the limit, and stays inside', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 5, maxLength: 40, size: 'max' }), (points) => {
      const labels = placePoints(points, plot);
      labels.forEach((label, at) => {
        expect(labels.slice(at + 1).some((other) => overlap(label, other))).toBe(false);
        expect(plot.blocked.some((box) => overlap(label, box))).toBe(false);
        expect(label.left >= 0 && label.left + label.width <= 600 && label.top >= 0 && label.top + 13 <= 300).toBe(
          true
        );
        const covered = points.filter(
          ({ x, y }, index) => index !== label.index && overlap(label, { left: x - 4, top: y - 4, width: 8, height: 8 })
        );
        expect(covered).toEqual([]);
      });
    })
  );
});

it('names the weightiest first', () => {
  const [calm, drifted] = [
    { x: 300, y: 150, name: 'calm', weight: 1 },
    { x: 300, y: 150, name: 'drifted', weight: 30 },
  ];
  // Points on top of each other block one another; apart by a little, only the weightier keeps the right side.
  expect(placePoints([calm, { ...drifted, y: 163 }], plot).map(({ text, anchor }) => [text, anchor])).toEqual(
    expect.arrayContaining([['drifted', 'start']])
  );
  expect(placePoints([drifted], plot)).toEqual([expect.objectContaining({ text: 'drifted', anchor: 'start' })]);
  expect(placePoints([{ ...drifted, x: 595 }], plot)).toEqual([expect.objectContaining({ anchor: 'end' })]);
});
