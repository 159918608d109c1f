import fc from 'fast-check';
import { decodeProfile, encodeProfile, type Profile } from './profile.ts';
import { read, table } from './testing/frames.ts';

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
  fc.assert(fc.property(profiles, (profile) => expect(decodeProfile(encodeProfile(profile))).toEqual(profile)));
});

it.each([
  ['nothing', ' ', /none is saved/],
  ['no JSON', '{', /no JSON/],
  ['other JSON', '[1]', /no profile/],
  ['a later version', '{"soundcheck":"profile","version":2}', /its version is 2/],
  ['no features', '{"soundcheck":"profile","version":1}', /feature 1 lacks/],
  [
    'edges that fall',
    '{"soundcheck":"profile","version":1,"features":[{"feature":"a","edges":[2,1],"counts":[1]}]}',
    /feature 1 lacks/,
  ],
  [
    'too few counts',
    '{"soundcheck":"profile","version":1,"features":[{"feature":"a","categories":["b"],"counts":[]}]}',
    /feature 1 lacks/,
  ],
])('says why it is none: %s', (_, json, why) => {
  const decoded = decodeProfile(json);
  expect('wrong' in decoded && decoded.wrong).toMatch(why);
  const { problems, tables } = read([table({ tempo: [1] })], { reference: { from: 'profile', profile: json } });
  expect(problems[0]?.what).toMatch(/^The saved profile cannot be used: /);
  expect(tables).toHaveLength(1);
});

describe('as the reference', () => {
  const profile = encodeProfile({
    features: [
      { feature: 'tempo', cells: { kind: 'bins', edges: [-Infinity, 100, Infinity] }, counts: [10, 20], missing: 1 },
      { feature: 'key', cells: { kind: 'categories', categories: ['1', '2'] }, counts: [3, 4], missing: 0 },
    ],
  });
  const options = { reference: { from: 'profile' as const, profile } };

  it('stands beside rows, which take its kind', () => {
    const data = read([table({ tempo: [90, 91], key: [1, 1] })], options);
    expect(data.problems).toEqual([]);
    expect(data.counts).toMatchObject([
      { feature: 'tempo', reference: { counts: Float64Array.of(10, 20), missing: 1 }, chunks: [] },
      { feature: 'key', reference: { counts: Float64Array.of(3, 4), missing: 0 }, chunks: [] },
    ]);
    expect(data.tables[0]?.columns).toMatchObject([
      { feature: 'tempo', kind: 'numeric' },
      { feature: 'key', kind: 'categorical', categories: ['1'] },
    ]);
    expect(data.understood).toBe('2 features, rows, reference = saved profile');
  });

  it('shares bins with counts', () => {
    const counts = table({ feature: ['tempo', 'tempo'], x_min: [0, 100], x_max: [100, 200], count: [5, 6] });
    const data = read([counts], { ...options, fields: { features: ['tempo'] } });
    expect(data.counts).toMatchObject([
      {
        feature: 'tempo',
        cells: { edges: Float64Array.of(-Infinity, 100, Infinity) },
        chunks: [{ counts: Float64Array.of(5, 6) }],
      },
    ]);
  });

  it('gives way to what the data says itself', () => {
    const rows = table({ side: ['reference', 'current'], tempo: [1, 2] });
    expect(read([rows], options).counts.map(({ feature }) => feature)).toEqual(['key']);
  });

  it('says where rows are text and it has bins', () => {
    const { problems } = read([table({ tempo: ['fast', 'slow'] })], options);
    expect(problems[0]?.what).toBe('tempo is text in the rows, but its counts are in bins of numbers');
  });
});
