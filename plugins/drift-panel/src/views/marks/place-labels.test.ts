import fc from 'fast-check';
import { placeLabels, type Wanted } from './place-labels.ts';

const wanted: fc.Arbitrary<Wanted> = fc.record({
  at: fc.integer({ min: 0, max: 600 }),
  text: fc.string({ minLength: 1, maxLength: 30 }),
  weight: fc.integer({ min: 0, max: 3 }),
});

it('never lets two labels touch, nor one leave the plot', () => {
  let sharing = 0;
  fc.assert(
    fc.property(fc.array(wanted, { minLength: 2, maxLength: 15 }), fc.integer({ min: 1, max: 3 }), (labels, rows) => {
      const placed = placeLabels(labels, 600, rows);
      placed.forEach((a, index) => {
        expect(a.left).toBeGreaterThanOrEqual(0);
        expect(a.left + a.width).toBeLessThanOrEqual(600);
        expect(a.row).toBeLessThan(rows);
        for (const b of placed.slice(index + 1).filter(({ row }) => row === a.row)) {
          sharing += 1;
          expect(a.left + a.width < b.left || b.left + b.width < a.left).toBe(true);
        }
      });
    })
  );
  expect(sharing).toBeGreaterThan(100);
});

it.each([
  ['right of its line', 100, { anchor: 'start', text: 'Deployed v13', row: 0 }],
  ['left of a line at the edge', 395, { anchor: 'end', text: 'Deployed v13', row: 0 }],
])('puts a label %s', (_, at, place) => {
  expect(placeLabels([{ at, text: 'Deployed v13', weight: 1 }], 400, 2)).toEqual([expect.objectContaining(place)]);
});

it('keeps the weightier of two labels where there is room for one', () => {
  const [annotation, alert] = [
    { at: 60, text: 'Deployed v13', weight: 1 },
    { at: 60, text: '▲ firing', weight: 2 },
  ];
  expect(placeLabels([annotation, alert], 80, 1).map(({ index }) => index)).toEqual([1]);
  expect(placeLabels([annotation, alert], 300, 2).map(({ text }) => text)).toEqual(['Deployed v13', '▲ firing']);
});
