import fc from 'fast-check';
import { expect, it } from 'vitest';
import { histogram } from '../bins/histogram.ts';
import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { decodeProfile, encodeProfile } from './profile.ts';
import type { Profile } from './profile.ts';
import { profileFeature } from './profile-feature.ts';

const count = fc.double({ min: 0, max: 1e12, noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
const bins = fc
  .uniqueArray(
    fc.double({ noNaN: true }).map((x) => x + 0),
    { minLength: 2, maxLength: 20 }
  )
  .map((edges) => ({ kind: 'bins' as const, edges: edges.sort((a, b) => a - b) }));
const categories = fc
  .array(fc.string(), { maxLength: 20 })
  .map((all) => ({ kind: 'categories' as const, categories: all }));
const profiles: fc.Arbitrary<Profile> = fc.record({
  features: fc.array(
    fc.oneof(bins, categories).chain((cells) => {
      const length = cells.kind === 'bins' ? cells.edges.length - 1 : cells.categories.length;
      return fc.record({
        feature: fc.string(),
        cells: fc.constant(cells),
        counts: fc.array(count, { minLength: length, maxLength: length }),
        missing: count,
      });
    }),
    { maxLength: 5 }
  ),
});

it('comes back from its JSON as it was, infinite edges as well', () => {
  fc.assert(
    fc.property(profiles, (profile) => {
      expect(decodeProfile(encodeProfile(profile))).toEqual(profile);
    })
  );
});

it('of numbers loses at most what lies inside a bin of the KS distance', () => {
  const random = seededRandom(7);
  const reference = Array.from({ length: 1000 }, () => random.uniform());
  const current = Array.from({ length: 300 }, () => random.uniform() ** 1.5);
  const profiled = profileFeature('a', reference);
  if (profiled?.cells.kind !== 'bins') {
    throw new Error('Numbers give bins.');
  }
  expect(profiled.counts).toEqual(Array(50).fill(20));
  const rows = compare('ks', reference, current);
  const { edges } = profiled.cells;
  const counts = compare('ks', { edges, counts: profiled.counts }, histogram(current, edges));
  if (isDriftError(rows) || isDriftError(counts)) {
    throw new Error('Both can be compared.');
  }
  expect(rows.value).toBeGreaterThan(0.1);
  expect(counts.value).toBeLessThanOrEqual(rows.value);
  expect(counts.value).toBeGreaterThan(rows.value - 1 / 50);
});

it('counts text by category, takes counts as they are, and leaves out what has no rows', () => {
  expect(profileFeature('a', ['x', 'y', 'x', null])).toEqual({
    ...{ feature: 'a', cells: { kind: 'categories', categories: ['x', 'y'] }, counts: [2, 1], missing: 1 },
  });
  expect(profileFeature('a', { categories: ['x'], counts: [3], missing: 2 })).toMatchObject({
    counts: [3],
    missing: 2,
  });
  expect(profileFeature('a', { edges: [0, 1, 2], counts: [3, 4] })).toMatchObject({ cells: { edges: [0, 1, 2] } });
  expect(profileFeature('a', [null, NaN])).toBeUndefined();
});
