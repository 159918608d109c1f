import type { Sample } from '@soundcheck/drift';
import fc from 'fast-check';
import { isAbsent } from '../../../report/absent.ts';
import type { Ridgeline, ShareBands } from '../../../report/distribution.ts';
import { formats } from '../../format.ts';
import { settingsWith } from '../../testing/settings.ts';
import { countRowsFinely, densityGrid, densityOf } from './density.ts';
import { distributionOf } from '../distribution/distribution.ts';
import { ridgelineOf } from './ridgeline.ts';
import { anySample, wrongParts } from '../testing/any-sample.ts';
import { normal, present, sum } from '../testing/draws.ts';

const settings = settingsWith({ minRows: 30 });
const say = formats(settings);
const HOUR = 3_600_000;

function ridges(reference: Sample, samples: readonly Sample[]) {
  const distribution = distributionOf(reference, samples[0] ?? [], settings, say);
  const chunks = samples.map((sample, i) => ({ from: i * HOUR, to: (i + 1) * HOUR, sample, over: i % 3 === 2 }));
  return isAbsent(distribution) ? distribution : ridgelineOf(distribution.cells, { reference, chunks }, settings, say);
}
function isRidgeline(found: Ridgeline | ShareBands): found is Ridgeline {
  return 'x' in found;
}
function lines(reference: Sample, samples: readonly Sample[]): Ridgeline {
  const found = present<Ridgeline | ShareBands>(ridges(reference, samples));
  if (!isRidgeline(found)) {
    throw new Error('bands, not lines');
  }
  return found;
}
const area = (x: readonly number[], y: readonly number[]) => sum(y) * ((x[1] ?? NaN) - (x[0] ?? NaN));

it('densities are those of a Gaussian kernel with Scott’s bandwidth', () => {
  // scipy 1.16.3: k = gaussian_kde(np.arange(200) ** 2 / 100); sqrt(k.covariance[0, 0]) and k([0, 50, …])
  const values = Float64Array.from({ length: 200 }, (_, i) => i ** 2 / 100);
  const mean = sum(Array.from(values)) / 200;
  const deviation = Math.sqrt(sum(Array.from(values, (value) => (value - mean) ** 2)) / 199);
  const grid = densityGrid([0, 396.01], deviation, 200);
  expect(grid.bandwidth).toBeCloseTo(41.24004887459562, 9);
  const density = densityOf(countRowsFinely(values, grid), 200, grid);
  const at = (x: number) => {
    const i = grid.x.findIndex((point) => point > x);
    const [a, b] = [grid.x[i - 1] ?? NaN, grid.x[i] ?? NaN];
    return ((density[i - 1] ?? NaN) * (b - x) + (density[i] ?? NaN) * (x - a)) / (b - a);
  };
  const scipy: Array<[number, number]> = [
    [0, 0.0033722891363231018],
    [50, 0.0038156088024187463],
    [100, 0.0027438431027076294],
    [200, 0.0017992352357797624],
    [300, 0.0014433187661733933],
    [390, 0.0007597056488633598],
  ];
  scipy.forEach(([x, expected]) => expect(at(x) / expected).toBeCloseTo(1, 2));
});

it('each line holds all of its rows, the reference first', () => {
  const reference = normal(5000, 100, 1);
  const { x, rows } = lines(reference, [normal(400, 100, 2), normal(300, 101, 3), normal(500, 99, 4)]);
  expect(rows.map(({ n }) => n)).toEqual([5000, 400, 300, 500]);
  rows.forEach(({ density }) => expect(area(x, density)).toBeCloseTo(1, 1));
  expect(rows[0]?.from).toBeUndefined();
  expect(rows[0]?.quartiles?.[1]).toBeCloseTo(100, 1);
  expect(rows[3]?.title).toContain('500 rows, over the limit');
});

it('counts are smoothed as rows are', () => {
  const rows = normal(20_000, 0, 5);
  const edges = Array.from({ length: 41 }, (_, i) => -4 + i / 5);
  const counts = edges.slice(1).map((to, i) => rows.filter((x) => x >= (edges[i] ?? 0) && x < to).length);
  const { x, rows: found } = lines({ edges, counts }, [{ edges, counts: counts.map((count) => count / 10) }]);
  const peak = Math.max(...(found[0]?.density ?? []));
  expect(peak).toBeCloseTo(0.399, 1);
  expect(area(x, found[1]?.density ?? [])).toBeCloseTo(1, 1);
  expect(found[0]?.quartiles?.[2]).toBeCloseTo(0.674, 1);
});

it('puts neighbouring chunks together beyond 24, and says how many were over the limit', () => {
  const { rows } = lines(
    normal(1000, 0, 1),
    Array.from({ length: 60 }, (_, i) => normal(40, 0, 10 + i))
  );
  expect(rows).toHaveLength(21);
  expect(rows[1]).toMatchObject({ from: 0, to: 3 * HOUR, n: 120, over: true });
  expect(rows[1]?.title).toContain('1 of 3 chunks over the limit');
});

it('draws no density of too few rows, and none of none', () => {
  const { rows } = lines(normal(500, 0, 1), [normal(12, 0, 2), new Float64Array()]);
  expect(rows.map(({ density }) => density.length > 0)).toEqual([true, false, false]);
  expect(rows[1]?.title).toContain('too few rows for a density');
});

it('categories are bands of shares', () => {
  const reference = { categories: ['a', 'b'], counts: [60, 40] };
  const found = present<Ridgeline | ShareBands>(
    ridges(reference, [
      { categories: ['a', 'b'], counts: [30, 70] },
      { categories: ['b', 'late'], counts: [10, 30] },
    ])
  );
  const bands = 'labels' in found ? found : undefined;
  expect(bands?.labels).toEqual(['a', 'b', 'others']);
  expect(bands?.rows.map(({ shares }) => shares)).toEqual([
    [0.6, 0.4, 0],
    [0.3, 0.7, 0],
    [0, 0.25, 0.75],
  ]);
});

it('anything at all is drawn or declined in words', () => {
  fc.assert(
    fc.property(anySample(), fc.array(anySample(), { maxLength: 30 }), (reference, samples) => {
      const found = ridges(reference, samples);
      expect(wrongParts(found)).toEqual([]);
      if (isAbsent(found)) {
        return;
      }
      expect(found.rows.length).toBeLessThanOrEqual(25);
      if (isRidgeline(found)) {
        found.rows.forEach(({ density }) => expect(area(found.x, density)).toBeLessThan(1.02));
      } else {
        found.rows.forEach(({ shares, n }) => expect(sum(shares)).toBeCloseTo(n > 0 ? 1 : 0, 9));
      }
    }),
    { numRuns: 300 }
  );
});
