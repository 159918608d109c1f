import fc from 'fast-check';
import { cellOfBin, commonEdges, type Ends } from './common-edges.ts';

type Bin = [start: number, end: number];

function edgesOf(bins: readonly Bin[]) {
  const ends = new Map<number, Ends>();
  for (const [start, end] of bins) {
    const known = ends.get(start) ?? { least: end, greatest: end };
    ends.set(start, { least: Math.min(known.least, end), greatest: Math.max(known.greatest, end) });
  }
  return commonEdges(ends);
}

it.each<[string, Bin[], number[], boolean]>([
  [
    'bins side by side',
    [
      [0, 1],
      [1, 2],
    ],
    [0, 1, 2],
    false,
  ],
  [
    'a bin that is not there',
    [
      [0, 1],
      [2, 3],
    ],
    [0, 1, 2, 3],
    false,
  ],
  [
    'bins within a bin',
    [
      [0, 4],
      [1, 2],
      [2, 3],
    ],
    [0, 4],
    true,
  ],
  [
    'one start, two ends',
    [
      [0, 1],
      [0, 2],
    ],
    [0, 2],
    true,
  ],
  [
    'rounded bounds',
    [
      [0.1 + 0.2, 1],
      [0.3, 1],
      [0, 0.3],
    ],
    [0, 0.3, 1],
    false,
  ],
  [
    'widths of many sizes',
    [
      [-Infinity, 1e-6],
      [1e-6, 1e-5],
      [1e-5, 1e6],
      [1e6, Infinity],
    ],
    [-Infinity, 1e-6, 1e-5, 1e6, Infinity],
    false,
  ],
  [
    'an open end over others',
    [
      [0, 1],
      [1, Infinity],
      [1, 2],
    ],
    [0, 1, Infinity],
    true,
  ],
])('%s', (_, bins, edges, merged) => {
  expect(edgesOf(bins)).toEqual({ edges: Float64Array.from(edges), merged });
});

// Tenths, so that bounds differ by rounding or by far more.
const bound = fc.oneof(
  fc.integer({ min: -50, max: 50 }).map((n) => n * 0.1 + 0),
  fc.constantFrom(-Infinity, Infinity, 0.3, 1e-6, 1e6)
);
const bins = fc.array(
  fc.tuple(bound, bound).filter(([start, end]) => start < end),
  { minLength: 1, maxLength: 12 }
);

it('ascends from the first bound to the last, and cuts no bin', () => {
  fc.assert(
    fc.property(bins, (given: Bin[]) => {
      const { edges } = edgesOf(given);
      const between = [...edges].slice(1, -1);
      expect([...edges]).toEqual([...new Set(edges)].sort((a, b) => a - b));
      expect([edges[0], edges[edges.length - 1]]).toEqual([
        Math.min(...given.map(([start]) => start)),
        Math.max(...given.map(([, end]) => end)),
      ]);
      const near = (x: number, y: number) => Math.abs(x - y) <= 1e-12 * Math.max(1, Math.abs(x));
      const cut = given.filter(([start, end]) =>
        between.some((x) => x > start && x < end && !near(x, start) && !near(x, end))
      );
      expect(cut).toEqual([]);
      expect(given.every(([start, end]) => cellOfBin(edges, start, end) in edges.slice(1))).toBe(true);
    })
  );
});
