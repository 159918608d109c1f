import fc from 'fast-check';
import { detailLayout, GAP, SLICES_LINE } from './detail-layout.ts';

const anyHas = fc.record({ distribution: fc.boolean(), contribution: fc.boolean(), overTime: fc.boolean() });
const anyWish = fc.record({
  width: fc.integer({ min: 120, max: 3800 }),
  height: fc.integer({ min: 0, max: 2000 }),
  has: anyHas,
  rows: fc.boolean().map((lying) => () => lying),
});

it('columns never exceed the width, both columns are equally high, and no part is squeezed away', () => {
  fc.assert(
    fc.property(anyWish, (wish) => {
      const layout = detailLayout(wish);
      const { left, right, distribution, contribution, overTime, stacked, beside, slicesLine } = layout;
      expect(stacked ? Math.max(left, right) : left + GAP + right).toBeLessThanOrEqual(wish.width);
      if (!stacked && slicesLine) {
        const column = beside ? Math.max(distribution, contribution) : distribution + contribution;
        expect(column).toBe(overTime + SLICES_LINE);
      }
      if (wish.has.distribution) {
        expect(distribution).toBeGreaterThanOrEqual(120);
      }
      if (wish.has.contribution) {
        expect(contribution).toBeGreaterThanOrEqual(100);
      }
      if (wish.has.overTime) {
        expect(overTime).toBeGreaterThanOrEqual(180);
      }
    })
  );
});

it('a column without a chart leaves its room to the other one', () => {
  const rows = () => false;
  const has = { distribution: true, contribution: true, overTime: true };
  const of = (change: object) => detailLayout({ width: 1200, height: 300, has: { ...has, ...change }, rows });
  expect(of({}).left).toBe(of({}).right);
  expect(of({ overTime: false }).left).toBeGreaterThan(700);
  expect(of({ distribution: false, contribution: false }).right).toBeGreaterThan(700);
  expect(of({ contribution: false }).distribution).toBeGreaterThan(of({}).distribution);
});

it('rows of categories go on at the right only where there is room for two columns', () => {
  const has = { distribution: true, contribution: true, overTime: true };
  const of = (width: number) => detailLayout({ width, height: 300, has, rows: () => true });
  expect(of(1200)).toMatchObject({ stacked: false, beside: true });
  expect(of(500)).toMatchObject({ stacked: true, beside: false });
});
