import { compare, isDriftError, type Sample } from '@soundcheck/drift';
import fc from 'fast-check';
import { isAbsent } from '../../../report/absent.ts';
import type { Distribution } from '../../../report/distribution.ts';
import { formats } from '../../format.ts';
import { settingsWith } from '../../testing/settings.ts';
import { distributionOf } from './distribution.ts';
import { anySample, wrongParts } from '../testing/any-sample.ts';
import { normal, present, sum } from '../testing/draws.ts';

const settings = settingsWith({});
const say = formats(settings);
const draw = (reference: Sample, current: Sample, change: Parameters<typeof settingsWith>[0] = {}) =>
  distributionOf(reference, current, settingsWith(change), say);
const drawn = (...given: Parameters<typeof draw>) => present(draw(...given));
const edgesOf = ({ cells }: Distribution) => (cells.kind === 'bins' ? cells.edges : []);
const labelsOf = ({ cells }: Distribution) => (cells.kind === 'categories' ? cells.labels : []);
describe('bins', () => {
  it('are laid on the reference and continued with the same width over current values', () => {
    const reference = Float64Array.from({ length: 1000 }, (_, i) => i / 100);
    const current = Float64Array.from({ length: 500 }, (_, i) => i / 25);
    const edges = edgesOf(drawn(reference, current, { bins: { rule: 'equal-width', count: 10 } }));
    expect(edges[0]).toBe(0);
    expect(edges[10]).toBeCloseTo(9.99, 12);
    expect(edges[edges.length - 1]).toBeGreaterThanOrEqual(19.96);
    edges.slice(1, -1).forEach((edge, i) => expect(edge - (edges[i] ?? NaN)).toBeCloseTo(0.999, 9));
  });

  it('count as numpy.histogram does', () => {
    // numpy 2.4: np.histogram([1, 2, 2, 3, 4.5, 6], bins=5) → [1, 2, 1, 1, 1], edges 1, 2, …, 6
    const values = Float64Array.of(1, 2, 2, 3, 4.5, 6);
    const { reference, ...rest } = drawn(values, values, { bins: { rule: 'equal-width', count: 5 } });
    expect(reference.counts).toEqual([1, 2, 1, 1, 1]);
    expect(edgesOf({ reference, ...rest })).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([
    ['few whole numbers', [0, 1, 2, 2, 3], [1, 3, 5], [-0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5]],
    ['one constant', [5, 5, 5], [5], [4.75, 4.85, 4.95, 5.05, 5.15, 5.25]],
    ['one constant that is nearly 0', [-2.47e-322], [], [-0.5, -0.3, -0.1, 0.1, 0.3, 0.5]],
  ])('%s', (_, reference, current, edges) => {
    edgesOf(drawn(reference, current)).forEach((edge, i) => expect(edge).toBeCloseTo(edges[i] ?? NaN, 9));
  });

  it('of many whole numbers are whole, so that none holds one number more than its neighbour', () => {
    const reference = Float64Array.from(normal(5000, 0, 1), (x) => Math.round(120 + 20 * x));
    const edges = edgesOf(drawn(reference, reference));
    const widths = new Set(edges.slice(1).map((edge, i) => edge - (edges[i] ?? NaN)));
    expect([...widths]).toHaveLength(1);
    expect([...widths].every(Number.isInteger)).toBe(true);
  });

  it('end where a few far values would squash the rest, and count those', () => {
    const far = Float64Array.from([...normal(1000, 0, 1), 1e6, -1e6, Infinity]);
    const found = drawn(far, normal(500, 0, 2));
    const edges = edgesOf(found);
    expect(edges[0]).toBeGreaterThan(-10);
    expect(edges[edges.length - 1]).toBeLessThan(10);
    expect(found.reference.beyond[0]).toBeGreaterThanOrEqual(1 / 1003);
    expect(found.reference.beyond[1]).toBeGreaterThanOrEqual(2 / 1003);
    expect(found.remark).toMatch(/values beyond the axis$/);
  });

  it('reach a small current side that lies far away', () => {
    const found = drawn(normal(100_000, 0, 1), normal(200, 50, 3));
    expect(sum(found.current.shares)).toBeCloseTo(1, 12);
    expect(found.binsText).toBe('60 bins of equal width, over both sides');
  });

  it.each(['quantile', 'sqrt', 'sturges', 'doane', 'freedman-diaconis', 'scott', 'auto'] as const)(
    'by the rule %s hold all rows',
    (rule) => {
      const found = drawn(normal(3000, 0, 1), normal(300, 1, 2), { bins: { rule, count: 20 } });
      expect(sum(found.reference.counts) + sum(found.current.counts)).toBe(3300);
      expect(found.binsText).toContain(rule === 'quantile' ? 'equal shares' : `by the rule ${rule}`);
    }
  );

  it('that came as counts keep their edges; open ends are drawn as wide as their neighbours', () => {
    const edges = [-Infinity, 0, 10, 30, Infinity];
    const found = drawn({ edges, counts: [1, 2, 3, 4], missing: 2 }, { edges, counts: [0, 0, 5, 5], missing: 0 });
    expect(edgesOf(found)).toEqual([-10, 0, 10, 30, 50]);
    expect(found.reference).toMatchObject({ n: 10, shares: [0.1, 0.2, 0.3, 0.4], missing: 2 });
    expect(found.reference.missingShare).toBeCloseTo(2 / 12, 12);
    expect(found.ecdf?.gap).toEqual({ at: 10, reference: 0.3, current: 0 });
  });

  it('of one side take in the rows of the other', () => {
    const found = drawn({ edges: [0, 1, 2], counts: [5, 5] }, Float64Array.of(0.5, 1.5, 1.6, 9, NaN));
    expect(found.current).toMatchObject({ n: 4, counts: [0, 1, 2, 1], missing: 1 });
    expect(found.reference.counts).toEqual([0, 5, 5, 0]);
  });
});

describe('categories', () => {
  it('come by largest difference, with new and vanished ones marked', () => {
    const reference = { categories: ['a', 'b', 'gone'], counts: [50, 40, 10], missing: 100 };
    const current = { categories: ['a', 'b', 'new'], counts: [20, 40, 40], missing: 0 };
    const found = drawn(reference, current);
    expect(found.cells).toEqual({
      kind: 'categories',
      labels: ['new', 'a', 'gone', 'b'],
      marks: ['new', undefined, 'vanished', undefined],
    });
    expect(found.difference).toEqual([0.4, -0.3, -0.1, 0].map((x) => expect.closeTo(x, 12)));
    expect(found.reference.missingShare).toBe(0.5);
  });

  it('beyond twelve are counted together', () => {
    const categories = Array.from({ length: 40 }, (_, i) => `c${i}`);
    const found = drawn(
      { categories, counts: categories.map((_, i) => i + 1) },
      { categories, counts: categories.map(() => 1) }
    );
    expect(labelsOf(found)).toHaveLength(12);
    expect(labelsOf(found)[11]).toBe('29 others');
    expect(found.binsText).toBe('11 of 40 categories, by largest difference');
  });
});

describe('cumulated shares', () => {
  it('keep the greatest gap, which is the D of the test, in 512 points', () => {
    const [reference, current] = [normal(20_000, 0, 1), normal(9_000, 0.3, 2)];
    const { ecdf } = drawn(reference, current);
    const ks = compare('ks', reference, current);
    const gap = ecdf?.gap;
    expect(Math.abs((gap?.reference ?? 0) - (gap?.current ?? 0))).toBeCloseTo(isDriftError(ks) ? NaN : ks.value, 12);
    for (const line of [ecdf?.reference, ecdf?.current]) {
      expect(line?.x.length).toBeLessThanOrEqual(512);
      expect(line?.y[line.y.length - 1]).toBe(1);
      expect(line?.x).toContain(gap?.at);
    }
  });
});

it('quantiles stand against each other: a shift is a line beside the diagonal', () => {
  const reference = normal(2000, 0, 1);
  const { qq } = drawn(
    reference,
    reference.map((x) => x + 0.5)
  );
  expect(qq?.x).toHaveLength(101);
  qq?.x.forEach((x, i) => expect(qq.y[i]).toBeCloseTo(x + 0.5, 9));
});

it('says which side is empty', () => {
  const found = drawn(Float64Array.of(1, 2, 3), Float64Array.of(NaN, NaN));
  expect(found).toMatchObject({
    remark: 'the current side has no value here',
    current: { n: 0, missing: 2, missingShare: 1 },
  });
  expect(sum(found.difference)).toBe(0);
});

it('anything at all is drawn or declined in words', () => {
  fc.assert(
    fc.property(anySample(), anySample(), fc.integer({ min: -1, max: 1000 }), (reference, current, count) => {
      const found = draw(reference, current, { bins: { rule: count % 2 ? 'equal-width' : 'auto', count } });
      expect(wrongParts(found)).toEqual([]);
      if (isAbsent(found)) {
        return found.absent.length > 20;
      }
      const cells = found.cells.kind === 'bins' ? found.cells.edges.length - 1 : found.cells.labels.length;
      for (const bars of [found.reference, found.current]) {
        expect(bars.counts).toHaveLength(cells);
        expect(sum(bars.shares) + sum(bars.beyond)).toBeCloseTo(bars.n > 0 ? 1 : 0, 6);
        expect(bars.densities.every((density) => Number.isFinite(density) && density >= 0)).toBe(true);
      }
      const beyond = sum(found.current.beyond) - sum(found.reference.beyond);
      const both = found.reference.n > 0 && found.current.n > 0;
      expect(sum(found.difference) + (both ? beyond : 0)).toBeCloseTo(0, 6);
      for (const line of [found.ecdf?.reference, found.ecdf?.current]) {
        expect(line?.y.every((y, i) => y >= (line.y[i - 1] ?? 0) && y <= 1) ?? true).toBe(true);
      }
      return edgesOf(found).every((edge, i, all) => i === 0 || edge > (all[i - 1] ?? NaN));
    }),
    { numRuns: 500 }
  );
});
