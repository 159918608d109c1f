import { defaultOptions } from '../options/options.ts';
import type { Column, FeatureRows } from '../read/understood.ts';
import type { NumericOverlay } from '../report/overlay.ts';
import { analyse } from './analyse.ts';
import { overlayOf } from './overlay.ts';

const settings = { ...defaultOptions, from: 0, to: 1, mostChunks: 8, formatTime: String };
const numbers = (values: number[]): Column => ({ kind: 'numeric', values });
const words = (values: Array<string | null>): Column => ({ kind: 'categorical', values });
/** n values spread evenly over [from, to). */
const spread = (n: number, from: number, to: number) =>
  Array.from({ length: n }, (_, at) => from + ((to - from) * (at + 0.5)) / n);

const rows: FeatureRows[] = [
  { feature: 'same', reference: numbers(spread(200, 0, 1)), current: numbers(spread(150, 0, 1)) },
  { feature: 'shifted', reference: numbers(spread(200, 0, 1)), current: numbers(spread(150, 0.4, 1.4)) },
  { feature: 'few', reference: numbers(spread(200, 0, 1)), current: numbers(spread(12, 5, 6)) },
  { feature: 'empty', reference: numbers(spread(200, 0, 1)), current: numbers([NaN, NaN]) },
  {
    feature: 'gaps',
    reference: numbers([...spread(200, 0, 1), ...Array(50).fill(NaN)]),
    current: numbers(spread(150, 0, 1)),
  },
  {
    feature: 'new category',
    reference: words(Array(100).fill('a')),
    current: words([...Array(60).fill('a'), ...Array(40).fill('b')]),
  },
  { feature: 'one side', reference: numbers(spread(200, 0, 1)) },
];

describe('rows alone', () => {
  const report = analyse({ scores: [], rows, problems: [] }, { clicked: undefined, wanted: '' }, settings)?.report;
  const of = (feature: string) => report?.features.find((one) => one.feature === feature);

  it.each([
    ['same', 'no drift', ''],
    ['shifted', 'drift', 'drift'],
    ['few', 'too few rows', 'few rows'],
    ['empty', 'no data', 'no data'],
    ['gaps', 'no drift', '20 % missing'],
    ['new category', 'drift', 'drift'],
    ['one side', 'no data', 'one side'],
  ])('%s: %s', (feature, state, flag) => {
    expect(of(feature)).toMatchObject({ state, flag });
  });

  it('says which values caused it and what was left out', () => {
    expect(report?.headline).toMatch(
      /^2 of 4 features drifted: (shifted|new category), because .* \(\d+ % of the PSI\); also /
    );
    expect(report?.headline).toContain('Not judged: 1 with too few rows, 2 without data.');
    expect(of('new category')?.why).toContain('new: b');
    expect(of('shifted')?.numbers).toMatch(
      /^KS distance D 0\.405, limit 0\.1\d+ \(critical D for n = 200 v 150 at 5 %.*\), p <0\.001, adjusted <0\.001, PSI /
    );
  });

  it('draws nothing over time and says why', () => {
    expect(report?.strip).toBeUndefined();
    expect(report?.noHistory).toContain('Add a query with scores');
  });
});

describe('rows beside scores', () => {
  const scores = [
    {
      feature: 'shifted',
      model: 'm',
      metric: 'ks',
      valueIs: 'ks_d',
      samples: [{ value: 0.4, nReference: 5000, nCurrent: 500 }],
    },
  ];
  const both = analyse({ scores, rows, problems: [] }, { clicked: undefined, wanted: '' }, settings)?.report;

  it('rank by the scores, overlay and reason by the rows', () => {
    expect(both?.features.map(({ feature }) => feature)).toEqual(['shifted']);
    expect(both?.features[0]?.overlay).toMatchObject({ kind: 'numeric', nReference: 200, nCurrent: 150 });
    expect(both?.headline).toMatch(/^1 feature drifted: shifted, because .* \(\d+ % of the PSI\)\.$/);
    expect(both?.understood).toBe(
      'Read: 1 feature, KS distance D, model m, 5,000 v 500 rows; overlay from rows, 200 v 150'
    );
  });

  it('judge by themselves where clicked', () => {
    const clicked = analyse({ scores, rows, problems: [] }, { clicked: 'rows', wanted: '' }, settings)?.report;
    expect(clicked?.features).toHaveLength(rows.length);
  });
});

describe('overlay', () => {
  const numeric = (reference: number[], current: number[]): NumericOverlay => {
    const overlay = overlayOf({ feature: 'x', reference: numbers(reference), current: numbers(current) }, '');
    if (overlay?.kind !== 'numeric') {
      throw new Error('not numeric');
    }
    return overlay;
  };
  const area = ({ edges }: NumericOverlay, side: number[]) =>
    side.reduce((sum, density, at) => sum + density * ((edges[at + 1] ?? 0) - (edges[at] ?? 0)), 0);

  it.each([
    ['unequal n', spread(1000, 0, 1), spread(30, 0.2, 3)],
    ['whole numbers', [0, 1, 1, 2, 11], [3, 3, 4]],
    ['one value', [7, 7, 7], [7]],
    ['zeros', [0, 0], [0]],
  ])('gives densities of area 1 on both sides: %s', (_, reference, current) => {
    const overlay = numeric(reference, current);
    expect(area(overlay, overlay.reference)).toBeCloseTo(1, 10);
    expect(area(overlay, overlay.current)).toBeCloseTo(1, 10);
    expect(overlay.remark).toBe('');
  });

  it('puts whole numbers in the middle of their bins', () => {
    expect(numeric([0, 1, 2], [1, 3]).edges).toEqual([-0.5, 0.5, 1.5, 2.5, 3.5]);
  });

  it('counts what the axis leaves out', () => {
    const { edges, remark } = numeric([...spread(1000, 0, 1), 1e6], [...spread(500, 0, 1), NaN, Infinity]);
    expect(edges[edges.length - 1]).toBeLessThan(2);
    expect(remark).toMatch(/^\d+ values beyond the axis, 1 value missing$/);
  });

  it('shares out categories, the rarest together', () => {
    const letters = 'abcdefghijklmnop'.split('');
    const overlay = overlayOf(
      { feature: 'x', reference: words([...letters, 'a']), current: words(['b', 'b', null, 'z']) },
      ''
    );
    expect(overlay).toMatchObject({ kind: 'categorical', nReference: 17, nCurrent: 3, remark: '1 value missing' });
    expect(overlay?.kind === 'categorical' && overlay.categories.slice(0, 2)).toEqual(['b', 'z']);
    expect(overlay?.kind === 'categorical' && overlay.categories[11]).toBe('6 others');
    expect(overlay?.reference.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it('is absent where a side is', () => {
    expect(overlayOf({ feature: 'x', reference: numbers([1]) }, '')).toBeUndefined();
    expect(overlayOf({ feature: 'x', reference: numbers([1]), current: numbers([NaN]) }, '')).toBeUndefined();
  });
});
