import fc from 'fast-check';
import { sortedSample } from '@soundcheck/drift';
import type { Twin } from '../../report/report.ts';
import { bell } from '../testing/rows.ts';
import { twinOf } from './twin.ts';

const area = ({ edges }: Twin, side: number[]) =>
  side.reduce((sum, density, at) => sum + density * ((edges[at + 1] ?? 0) - (edges[at] ?? 0)), 0);

const rows = (values: ArrayLike<number>) => sortedSample(values);

it.each([
  ['unequal n', bell(1, 1000), bell(2, 30, [0.5, 2])],
  ['whole numbers', [0, 1, 1, 2, 11], [3, 3, 4]],
  ['one value', [7, 7, 7], [7]],
  ['zeros', [0, 0], [0]],
])('densities of area 1 on both sides: %s', (_, reference, current) => {
  const twin = twinOf(rows(reference), rows(current));
  expect(twin && area(twin, twin.reference)).toBeCloseTo(1, 10);
  expect(twin && area(twin, twin.current)).toBeCloseTo(1, 10);
  expect(twin?.reference.length).toBeLessThanOrEqual(24);
});

it('puts whole numbers in the middle of their bins', () => {
  expect(twinOf(rows([0, 1, 2]), rows([1, 3]))?.edges).toEqual([-0.5, 0.5, 1.5, 2.5, 3.5]);
});

it('lets no outlier squash the bulk', () => {
  const edges = twinOf(rows([...bell(1, 1000), 1e6]), rows([...bell(2, 500), -Infinity]))?.edges ?? [];
  expect(edges[edges.length - 1]).toBeLessThan(4);
});

it('keeps bins as they came, ends drawn as wide as their neighbours, many joined', () => {
  const few = { edges: [-Infinity, 0, 2, 4, Infinity], counts: [10, 30, 40, 20] };
  expect(twinOf(few, { ...few, counts: [1, 1, 1, 1] })).toEqual({
    edges: [-2, 0, 2, 4, 6],
    reference: [0.05, 0.15, 0.2, 0.1],
    current: [0.125, 0.125, 0.125, 0.125],
  });
  const many = { edges: Array.from({ length: 101 }, (_, i) => i), counts: Array<number>(100).fill(2) };
  const twin = twinOf(many, many);
  expect(twin?.reference).toHaveLength(20);
  expect(twin && area(twin, twin.current)).toBeCloseTo(1, 10);
});

it('counts rows in the bins of the other side', () => {
  const counted = { edges: [0, 1, 2], counts: [1, 1] };
  expect(twinOf(counted, rows([0.5, 0.6, 1.5, 7]))?.current).toEqual([0.5, 0.5]);
  expect(twinOf(rows([0.5, 1.5]), counted)?.reference).toEqual([0.5, 0.5]);
});

it('shares out categories, the rarest together', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const twin = twinOf(
    { categories: letters, counts: letters.map((_, i) => 30 - i) },
    { categories: ['b', 'new'], counts: [3, 1] }
  );
  expect(twin?.edges).toEqual([]);
  expect(twin?.reference).toHaveLength(24);
  expect(twin?.reference.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  expect(twin?.current[1]).toBe(0.75);
});

it('is finite or absent, whatever the rows', () => {
  const value = fc.oneof(fc.double(), fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324, 0, 1, Infinity));
  const side = fc.array(value, { maxLength: 30 }).map(rows);
  fc.assert(
    fc.property(side, side, (reference, current) => {
      const twin = twinOf(reference, current);
      expect(
        [...(twin?.edges ?? []), ...(twin?.reference ?? []), ...(twin?.current ?? [])].every(Number.isFinite)
      ).toBe(true);
    })
  );
});
