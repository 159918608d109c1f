import { toDataFrame } from '@grafana/data';
import { chunk, counted, counts } from '../testing/counted.ts';
import { HOUR, read, table } from '../testing/frames.ts';

const SIDES = ['reference', 'reference', 'current', 'current'];

describe('long tables', () => {
  it('reads bins over time, with the missing rows', () => {
    const data = read([
      table({
        feature: ['tempo', 'tempo', 'tempo', 'tempo', 'tempo', 'tempo', 'tempo'],
        side: ['reference', 'reference', 'current', 'current', 'current', 'current', 'current'],
        time: [null, null, HOUR, HOUR, 0, 0, 0],
        time_end: [null, null, 2 * HOUR, 2 * HOUR, HOUR, HOUR, HOUR],
        x_min: [-Infinity, 100, -Infinity, 100, -Infinity, 100, null],
        x_max: [100, Infinity, 100, Infinity, 100, Infinity, null],
        count: [10, 20, 3, 4, 5, 6, 7],
      }),
    ]);
    expect(data.problems).toEqual([]);
    expect(counted(data)).toEqual({
      tempo: {
        cells: [-Infinity, 100, Infinity],
        reference: [[10, 20], 0],
        chunks: [
          [0, HOUR, [5, 6], 7],
          [HOUR, 2 * HOUR, [3, 4], 0],
        ],
      },
    });
    expect(data.understood).toBe('1 feature as counts over 2 chunks, reference = column side');
  });

  it('reads categories without time, numbers and new ones among them', () => {
    const data = read([
      table({
        feature: ['key', 'key', 'key', 'key'],
        side: SIDES,
        category: ['1', '2', '2', null],
        count: [1, 2, 3, 4],
      }),
    ]);
    expect(counted(data)).toEqual({
      key: { cells: ['1', '2'], reference: [[1, 2], 0], chunks: [[NaN, NaN, [0, 3], 4]] },
    });
  });

  it.each([
    ['XMin', 'XMAX', 'Count'],
    ['bin_start', 'bin_end', 'count(*)'],
    ['binStart', 'binEnd', 'COUNT'],
  ])('reads a group-by of SQL with %s, %s and %s', (start, end, count) => {
    const name = count.replace(/\(.*/, '');
    const frame = table({
      FEATURE: ['a', 'a'],
      Side: ['reference', 'current'],
      [start]: [0, 0],
      [end]: [1, 1],
      [name]: [5, 6],
    });
    expect(counted(read([frame]))).toEqual({
      a: { cells: [0, 1], reference: [[5], 0], chunks: [[NaN, NaN, [6], 0]] },
    });
  });

  it.each([
    ['even starts: a bin without rows stays a gap', [0, 10, 30], [0, 10, 20, 30, 40], [1, 2, 0, 3]],
    ['uneven starts: each ends where the next begins', [0, 10, 25], [0, 10, 25, Infinity], [1, 2, 3]],
  ])('ends bins by their starts alone, %s', (_, bin_start, edges, expected) => {
    const frame = table({ side: bin_start.map(() => 'current'), bin_start, count: [1, 2, 3] }, { name: 'tempo' });
    expect(counted(read([frame]))['tempo']).toEqual({
      cells: edges,
      reference: undefined,
      chunks: [[NaN, NaN, expected, 0]],
    });
  });

  it('takes columns of any name from the options', () => {
    const frame = table({ col: ['a', 'a'], set: ['reference', 'current'], low: [0, 0], high: [1, 1], n: [5, 6] });
    const fields = { feature: 'col', side: 'set', binStart: 'low', binEnd: 'high', count: 'n' };
    expect(counted(read([frame], { fields }))).toEqual({
      a: { cells: [0, 1], reference: [[5], 0], chunks: [[NaN, NaN, [6], 0]] },
    });
  });

  it('reads open ends as null beside a bound, and as text', () => {
    const frame = table({
      feature: ['a', 'a', 'a'],
      side: ['current', 'current', 'current'],
      x_min: [null, 0, 1],
      x_max: ['0', '1', '+Inf'],
      count: [1, 2, 3],
    });
    expect(counted(read([frame]))['a']?.cells).toEqual([-Infinity, 0, 1, Infinity]);
  });
});

describe('chunks', () => {
  const at = (times: number[], more: Record<string, number[]> = {}) =>
    table({
      feature: times.map(() => 'a'),
      side: times.map(() => 'current'),
      time: times,
      x_min: times.map(() => 0),
      x_max: times.map(() => 1),
      count: times.map(() => 1),
      ...more,
    });

  it.each<[string, number[], number[][]]>([
    [
      'end where the next begins; the last is as long as usual',
      [0, HOUR, 2 * HOUR],
      [
        [0, HOUR],
        [HOUR, 2 * HOUR],
        [2 * HOUR, 3 * HOUR],
      ],
    ],
    [
      'leave gaps',
      [0, HOUR, 5 * HOUR, 6 * HOUR],
      [
        [0, HOUR],
        [HOUR, 2 * HOUR],
        [5 * HOUR, 6 * HOUR],
        [6 * HOUR, 7 * HOUR],
      ],
    ],
    [
      'of days allow for 23 and 25 hours',
      [0, 24 * HOUR, 49 * HOUR, 73 * HOUR, 96 * HOUR],
      [
        [0, 24 * HOUR],
        [24 * HOUR, 49 * HOUR],
        [49 * HOUR, 73 * HOUR],
        [73 * HOUR, 96 * HOUR],
        [96 * HOUR, 120 * HOUR],
      ],
    ],
    [
      'come in order of time, whatever the order of rows',
      [HOUR, 0],
      [
        [0, HOUR],
        [HOUR, 2 * HOUR],
      ],
    ],
    ['alone lasts to the end of the panel', [HOUR], [[HOUR, 100 * HOUR]]],
  ])('%s', (_, times, bounds) => {
    expect(read([at(times)]).counts[0]?.chunks.map(({ from, to }) => [from, to])).toEqual(bounds);
  });

  it('are cut where they reach into the next', () => {
    const frame = at([0, HOUR], { time_end: [3 * HOUR, 2 * HOUR] });
    expect(read([frame]).counts[0]?.chunks.map(({ from, to }) => [from, to])).toEqual([
      [0, HOUR],
      [HOUR, 2 * HOUR],
    ]);
  });

  it('of the reference are kept as well, and make its sum', () => {
    const frame = at([0, HOUR, 2 * HOUR, 3 * HOUR]);
    const data = read([toDataFrame({ ...frame, fields: frame.fields.filter(({ name }) => name !== 'side') })], {
      reference: { from: 'share', share: 0.5 },
    });
    expect(counts(data.counts[0]?.reference)).toEqual([[2], 0]);
    expect(data.counts[0]?.referenceChunks?.map(chunk)).toEqual([
      [0, HOUR, [1], 0],
      [HOUR, 2 * HOUR, [1], 0],
    ]);
    expect(data.counts[0]?.chunks.map(chunk)).toEqual([
      [2 * HOUR, 3 * HOUR, [1], 0],
      [3 * HOUR, 4 * HOUR, [1], 0],
    ]);
  });
});

interface Differing {
  rows: Array<[side: string, start: number, end: number, count: number]>;
  edges: number[];
  reference: number[];
  current: number[];
  said: string[];
}
const MERGED = ['Bins of a overlap or differ between sides or chunks, and were merged'];
const third = 0.1 + 0.2;

describe('bins that differ', () => {
  it.each<[string, Differing]>([
    [
      'fill in what a side lacks',
      {
        rows: [
          ['reference', 0, 1, 5],
          ['reference', 1, 2, 6],
          ['current', 1, 2, 7],
        ],
        edges: [0, 1, 2],
        reference: [5, 6],
        current: [0, 7],
        said: [],
      },
    ],
    [
      'merge to those that both have',
      {
        rows: [
          ['reference', 0, 1, 5],
          ['reference', 1, 2, 6],
          ['reference', 2, 3, 1],
          ['current', 0, 2, 7],
          ['current', 2, 3, 8],
        ],
        edges: [0, 2, 3],
        reference: [11, 1],
        current: [7, 8],
        said: MERGED,
      },
    ],
    [
      'merge across an overlap',
      {
        rows: [
          ['reference', 0, 2, 5],
          ['current', 1, 3, 7],
        ],
        edges: [0, 3],
        reference: [5],
        current: [7],
        said: MERGED,
      },
    ],
    [
      'take bounds that differ by rounding as one',
      {
        rows: [
          ['reference', 0, third, 5],
          ['reference', third, 1, 6],
          ['current', 0, 0.3, 7],
          ['current', 0.3, 1, 8],
        ],
        edges: [0, third, 1],
        reference: [5, 6],
        current: [7, 8],
        said: [],
      },
    ],
  ])('%s', (_, { rows, edges, reference, current, said }) => {
    const data = read([
      table({
        feature: rows.map(() => 'a'),
        side: rows.map(([side]) => side),
        x_min: rows.map(([, start]) => start),
        x_max: rows.map(([, , end]) => end),
        count: rows.map(([, , , count]) => count),
      }),
    ]);
    expect(counted(data)['a']).toEqual({ cells: edges, reference: [reference, 0], chunks: [[NaN, NaN, current, 0]] });
    expect(data.problems.map(({ what }) => what)).toEqual(said);
  });
});

describe('broken counts', () => {
  const broken = (count: Array<number | string | null>, x_max: Array<number | null> = [1, 2]) =>
    table({ feature: ['a', 'a'], side: ['current', 'reference'], x_min: [0, 1], x_max, count });

  it.each<[string, ReturnType<typeof broken>, RegExp, number]>([
    ['negative counts', broken([-3, 1]), /^a left out for negative counts$/, 0],
    ['infinite counts', broken([Infinity, 1]), /^a left out for infinite counts$/, 0],
    ['text as count', broken(['x', '1']), /with a count that is no number/, 1],
    ['a bin that ends before it begins', broken([1, 2], [1, 0.5]), /^Counts of a without a bin/, 1],
    [
      'missing rows alone',
      table({ feature: ['a'], side: ['current'], x_min: [null], x_max: [null], count: [5] }),
      /counts of missing rows alone/,
      0,
    ],
    [
      'bins beside categories',
      table({
        feature: ['a', 'a'],
        side: ['current', 'reference'],
        x_min: [0, null],
        x_max: [1, null],
        category: [null, 'b'],
        count: [5, 6],
      }),
      /^a came in bins as well as in categories/,
      1,
    ],
    [
      'a time here, none there',
      table({
        feature: ['a', 'a', 'a'],
        side: ['current', 'current', 'reference'],
        time: [HOUR, null, null],
        x_min: [0, 0, 0],
        x_max: [1, 1, 1],
        count: [5, 6, 7],
      }),
      /^Counts of a without a time are left out/,
      1,
    ],
  ])('says so: %s', (_, frame, what, left) => {
    const { counts: found, problems } = read([frame]);
    expect(problems.map((one) => one.what).find((one) => what.test(one))).toBeDefined();
    expect(found).toHaveLength(left);
  });

  it('names what is missing of a declared distribution', () => {
    const meta = { custom: { soundcheck: { contract: 1, role: 'distribution' } } };
    expect(read([table({ feature: ['a'], count: [5] }, { refId: 'A', meta })]).problems[0]?.what).toMatch(
      /^Query A is to be read as a distribution but lacks the columns/
    );
  });

  it('keeps one bin, and a count that is null as no count', () => {
    expect(counted(read([broken([null, 2], [1, 2])]))['a']).toEqual({
      cells: [1, 2],
      reference: [[2], 0],
      chunks: [],
    });
  });
});
