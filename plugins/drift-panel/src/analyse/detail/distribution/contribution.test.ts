import { assess, compare, explain, isDriftError, type AssessOptions, type Sample } from '@soundcheck/drift';
import fc from 'fast-check';
import { isAbsent } from '../../../report/absent.ts';
import { formats } from '../../format.ts';
import { settingsWith } from '../../testing/settings.ts';
import { contributionOf } from './contribution.ts';
import { distributionOf } from './distribution.ts';
import { anySample, wrongParts } from '../testing/any-sample.ts';
import { normal, present, sum } from '../testing/draws.ts';

const settings = settingsWith({});
const say = formats(settings);

function contribution(reference: Sample, current: Sample, options: AssessOptions = {}) {
  const distribution = distributionOf(reference, current, settings, say);
  const judged = { reference, current, assessment: assess(reference, current, options) };
  return isAbsent(distribution) ? distribution : contributionOf(judged, distribution, say);
}

const magnitude = (parts: readonly number[]) => sum(parts.map(Math.abs));

it('shows the moves of explain, in the order of the axis and with the sign of the change', () => {
  const [reference, current] = [normal(2000, 0, 1), normal(800, 0.4, 2)];
  const { parts, titles, cells, title } = present(contribution(reference, current));
  const { assessment, gap } = explain(reference, current);
  expect(magnitude(parts)).toBeCloseTo(1, 12);
  expect(parts).toHaveLength(10);
  const byLabel = new Map(titles.map((text, i) => [text.split(/ (fell|rose) /)[0], parts[i]]));
  for (const move of assessment.moves) {
    expect(byLabel.get(move.label)).toBeCloseTo(move.current > move.reference ? move.part : -move.part, 12);
  }
  expect(parts[0]).toBeLessThan(0);
  expect(parts[9]).toBeGreaterThan(0);
  const { edges = [] } = cells.kind === 'bins' ? cells : {};
  expect(edges.every((edge, i) => Number.isFinite(edge) && edge > (edges[i - 1] ?? -Infinity))).toBe(true);
  expect(title).toContain(`KS parts most at ${say.number(gap?.at ?? NaN)}`);
});

it('takes Wasserstein-1 apart where that is the test: the parts add up to scipy’s distance', () => {
  // scipy 1.16: wasserstein_distance([0, 1, 3] * 40, [5, 6, 8] * 40) = 5
  const repeat = (values: number[]) => Float64Array.from({ length: 120 }, (_, i) => (values[i % 3] ?? 0) + i * 1e-9);
  const options = { tests: { numeric: { test: 'wasserstein' } }, nullScale: { draws: 99 } } as const;
  const { parts, title } = present(contribution(repeat([0, 1, 3]), repeat([5, 6, 8]), options));
  expect(title).toBe('Wasserstein-1 5, in the unit of the feature');
  expect(magnitude(parts)).toBeCloseTo(1, 9);
});

it('puts numbers of few values in their own bins of the picture', () => {
  const of = (...counts: number[]) => Float64Array.from(counts.flatMap((n, value) => Array<number>(n).fill(value)));
  const [reference, current] = [of(50, 50, 0, 50), of(20, 50, 30, 50)];
  const distribution = present(distributionOf(reference, current, settings, say));
  const { parts, cells } = present(contribution(reference, current));
  expect(cells).toEqual(distribution.cells);
  expect(parts.map(Math.sign)).toEqual([-1, 0, 1, 0]);
});

it('follows the categories of the distribution, with the rare ones together', () => {
  const categories = Array.from({ length: 30 }, (_, i) => `c${i}`);
  const reference = { categories, counts: categories.map((_, i) => (i < 4 ? 300 : 2)) };
  const current = { categories, counts: categories.map((_, i) => (i < 2 ? 300 : i < 4 ? 100 : 3)) };
  const { parts, cells, titles } = present(contribution(reference, current));
  const labels = cells.kind === 'categories' ? cells.labels : [];
  expect(labels).toHaveLength(12);
  expect(labels[11]).toBe('19 others');
  expect(magnitude(parts)).toBeCloseTo(1, 12);
  const psi = compare('psi', reference, current);
  expect(isDriftError(psi)).toBe(false);
  expect(titles[11]).toMatch(/^19 others: .* of the PSI in all$/);
});

it('anything at all is taken apart or declined in words', () => {
  fc.assert(
    fc.property(anySample(), anySample(), (reference, current) => {
      const found = contribution(reference, current);
      expect(wrongParts(found)).toEqual([]);
      if (!isAbsent(found)) {
        const cells = found.cells.kind === 'bins' ? found.cells.edges.length - 1 : found.cells.labels.length;
        expect([found.parts.length, found.titles.length]).toEqual([cells, cells]);
        const whole = magnitude(found.parts);
        expect(whole < 1e-12 || Math.abs(whole - 1) < 1e-9).toBe(true);
      }
    }),
    { numRuns: 500 }
  );
});
