import { encodeProfile } from '@soundcheck/drift';
import { read, table } from './testing/frames.ts';

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
  const { problems, tables } = read([table({ tempo: [1] })], { reference: { from: 'profile', profile: json } });
  expect(problems[0]?.what).toMatch(/^The saved profile cannot be used: /);
  expect(problems[0]?.what).toMatch(why);
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
