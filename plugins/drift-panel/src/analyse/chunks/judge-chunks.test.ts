import {
  assess,
  isDriftError,
  measureFeature,
  sortedSample,
  type AssessManyOptions,
  type BinnedCounts,
  type Sample,
} from '@soundcheck/drift';
import { levelAt, type Heatmap } from '../../report/heatmap.ts';
import { finish } from '../../run/finish.ts';
import { bell } from '../testing/rows.ts';
import { judgeChunks, type ChunkVerdicts } from './judge-chunks.ts';

const edges = Float64Array.from({ length: 11 }, (_, i) => -2 + i * 0.4);

function binned(values: Float64Array): BinnedCounts {
  const counts = new Float64Array(edges.length - 1);
  for (const value of values) {
    const bin = Math.min(9, Math.max(0, Math.floor((value + 2) / 0.4)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { edges, counts };
}

const texts = (values: Float64Array): Sample => {
  const categories = ['none', 'silver', 'gold', 'black'];
  const counts = new Float64Array(4);
  for (const value of values) {
    const at = value > 1.6 ? 3 : value > 0.5 ? 2 : value > 0 ? 1 : 0;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { categories, counts };
};

const KINDS: Array<[string, (values: Float64Array) => Sample, AssessManyOptions]> = [
  ['rows', (values) => values, {}],
  ['rows of few values', (values) => values.map((value) => Math.round(value)), {}],
  ['rows with ties', (values) => values.map((value) => Math.round(value * 10) / 10), {}],
  ['bins', binned, {}],
  ['categories', texts, {}],
  ['a test with a p-value', (values) => values, { tests: { numeric: { test: 'mann-whitney' } } }],
  ['a distance over bins', binned, { tests: { numeric: { test: 'psi' } } }],
];

function judged(
  [kind, options]: readonly [(values: Float64Array) => Sample, AssessManyOptions],
  [reference, chunks]: readonly [Float64Array, readonly Float64Array[]]
): { ours: ChunkVerdicts; theirs: Array<ReturnType<typeof assess>> } {
  const sorted = (sample: Sample) => (sample instanceof Float64Array ? sortedSample(sample) : sample);
  const whole = sorted(kind(reference));
  const all = kind(Float64Array.from(chunks.flatMap((chunk) => Array.from(chunk))));
  const { measurement } = measureFeature({ feature: 'x', reference: whole, current: all }, options);
  if (isDriftError(measurement)) {
    throw new Error(measurement.message);
  }
  const context = { reference: whole, whole: measurement, options, minRows: 30, exact: true };
  const samples = chunks.map(kind);
  return {
    ours: finish(judgeChunks(context, samples)),
    theirs: samples.map((sample) => assess(whole, sample, options)),
  };
}

/** Chunks of unequal rows, the later ones more and more moved. */
const chunksOf = (rows: number): Float64Array[] =>
  Array.from({ length: 14 }, (_, i) => bell(500 + i, rows + 7 * (i % 9), [i * 0.03, 1]));

describe.each(KINDS)('chunks of %s are judged as assess does', (_, kind, options) => {
  it.each([
    ['many rows', 4_000, 200],
    ['few rows', 300, 40],
  ])('%s', (__, nReference, rows) => {
    const { ours, theirs } = judged([kind, options], [bell(3, nReference), chunksOf(rows)]);
    theirs.forEach(({ state, comparison, limit, nCurrent }, at) => {
      expect(ours.nCurrent[at]).toBe(nCurrent);
      expect(ours.value[at]).toBeCloseTo(comparison?.value ?? NaN, 10);
      const [effect = NaN, own = NaN] = [ours.effect[at], ours.limit[at]];
      // The limit of a distance is shared by chunks of about the same rows, and drawn anew for each by assess.
      if (!options.tests || Math.abs(effect - 1) > 0.3) {
        expect(effect > 1).toBe(state === 'drift');
      }
      if (limit && !options.tests && Number.isFinite(own)) {
        expect(Math.abs(own / limit.value - 1)).toBeLessThan(rows < 100 ? 0.12 : 0.03);
      }
    });
  });
});

it('tells empty chunks, few rows and broken counts apart', () => {
  const reference = binned(bell(1, 1000));
  const { measurement } = measureFeature({ feature: 'x', reference, current: binned(bell(2, 500)) });
  if (isDriftError(measurement)) {
    throw new Error(measurement.message);
  }
  const negative = { edges, counts: Float64Array.from({ length: 10 }, (_, i) => (i === 3 ? -5 : 40)) };
  const samples = [binned(new Float64Array()), binned(bell(3, 20)), negative, binned(bell(4, 300, [2, 1]))];
  const context = { reference, whole: measurement, options: {}, minRows: 30, exact: true };
  const { level, effect, value, limit, nCurrent } = finish(judgeChunks(context, samples));
  const one = new Float64Array(4);
  const heatmap: Heatmap = { title: '', from: one, to: one, effect, level, value, limit, nCurrent };
  expect(samples.map((_, at) => levelAt(heatmap, at))).toEqual(['no data', 'few', 'unjudged', 'far over']);
});
