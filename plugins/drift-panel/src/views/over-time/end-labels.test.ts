import fc from 'fast-check';
import { spreadLabels } from './end-labels.ts';

it.each([
  ['apart as they are', [10, 50, 90], [10, 50, 90]],
  ['two that touch part around their middle', [50, 52], [44, 58]],
  ['a block pushes on', [50, 50, 50], [36, 50, 64]],
  ['never above the plot', [0, 0], [0, 14]],
  ['never below it', [100, 100], [86, 100]],
  ['one', [30], [30]],
  ['none', [], []],
])('%s', (_, wanted, placed) => {
  expect(spreadLabels(wanted, 100, 14)).toEqual(placed);
});

it('keeps order, distance and plot', () => {
  const heights = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(heights, (wanted) => {
      const placed = spreadLabels(wanted, 300, 14);
      const order = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
      order.forEach((at, rank) => {
        expect(placed[at]).toBeGreaterThanOrEqual(-1e-9);
        expect(placed[at]).toBeLessThanOrEqual(300 + 1e-9);
        const above = placed[order[rank - 1] ?? -1];
        expect((placed[at] ?? 0) - (above ?? -Infinity)).toBeGreaterThanOrEqual(14 - 1e-9);
      });
    })
  );
});
