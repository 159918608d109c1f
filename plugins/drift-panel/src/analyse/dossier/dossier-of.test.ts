import { assessMany, isPresetName, presets, type AssessManyOptions, type Feature } from '@soundcheck/drift';
import type { CountedFeature, DataSet } from '../../read/data-set.ts';
import type { FeatureResult } from '../../report/result.ts';
import { finish } from '../../run/finish.ts';
import type { AnalysisSettings } from '../settings.ts';
import { dataWith } from '../testing/data.ts';
import { bell, tableOf } from '../testing/rows.ts';
import { settingsWith } from '../testing/settings.ts';
import { dossierOf } from './dossier-of.ts';
import { toJson } from './json.ts';

const DAY = 86_400_000;
const edges = Float64Array.of(-Infinity, 0, 1, Infinity);
const counted: CountedFeature = {
  feature: 'latency',
  cells: { kind: 'bins', edges },
  reference: { counts: Float64Array.of(100, 200, 100), missing: 3 },
  chunks: [{ from: 0, to: DAY, counts: Float64Array.of(80, 60, 90), missing: 0 }],
};
const broken = (seed: number, shift: number) =>
  bell(seed, 300, [shift, 1]).map((value, i) => (i % 11 === 0 ? NaN : i % 50 === 0 ? Infinity : value));
const words = (seed: number) => Array.from(bell(seed, 300), (x) => (x > 0.4 ? 'gold' : x < -1 ? null : 'none'));
const data: Partial<DataSet> = {
  tables: [
    tableOf('reference', { tempo: broken(1, 0), plan: words(2), few: bell(3, 9) }, [-DAY, 0]),
    tableOf('current', { tempo: broken(4, 0.4), plan: words(5), few: bell(6, 9) }, [0, DAY]),
  ],
  counts: [counted],
};

interface Dossier {
  note: string;
  options: Omit<AssessManyOptions, 'preset'> & { preset?: string };
  features: Array<Feature & { result: FeatureResult }>;
}

function read(parts: Partial<DataSet>, change: Partial<AnalysisSettings> = {}): Dossier {
  return JSON.parse(finish(dossierOf(dataWith(parts), settingsWith(change))));
}

/** As somebody does in Node who has the file and @soundcheck/drift. */
function repeated({ options: { preset, ...options }, features }: Dossier): ReturnType<typeof assessMany> {
  const known = preset !== undefined && isPresetName(preset) ? { preset: presets[preset] } : {};
  return assessMany(features, { ...options, ...known });
}

it.each<[string, Partial<AnalysisSettings>]>([
  ['by default', {}],
  ['by chosen tests, uncorrected', { numericTest: 'wasserstein', categoricalTest: 'g-test', correction: 'none' }],
  ['as evidently', { preset: 'evidently' }],
  ['as NannyML', { preset: 'nannyml' }],
  ['by a constant limit', { limit: { by: 'constant', value: 0.2, k: 3, quantile: 0.9 } }],
  [
    'by the chunks of the reference',
    {
      limit: { by: 'deviations', value: 0, k: 3, quantile: 0.9 },
      chunks: { by: 'time', every: '3h', n: 0 },
      minRows: 20,
    },
  ],
])('its JSON alone gives every verdict again: %s', (_, change) => {
  const dossier = read(data, change);
  const { assessments } = repeated(dossier);
  expect(assessments).toHaveLength(4);
  assessments.forEach((one, at) => {
    const result = dossier.features[at]?.result;
    expect(result).toMatchObject({ feature: one.feature, state: one.state });
    expect(result?.value).toBe(one.comparison?.value);
    expect(result?.pValue).toBe(one.pValue);
    expect(result?.adjustedPValue).toBe(one.adjustedPValue);
    expect(result?.effectOverLimit).toBe(one.effectOverLimit);
    expect(result?.limit).toEqual(one.limit);
  });
});

it('says so where the rows are too many', () => {
  const many = {
    tables: [tableOf('reference', { x: bell(1, 600_000) }), tableOf('current', { x: bell(2, 600_000, [0.1, 1]) })],
  };
  const dossier = read(many);
  expect(dossier.note).toContain('counts over 50 bins');
  const [assessment] = repeated(dossier).assessments;
  expect(assessment?.nCurrent).toBe(600_000);
  expect(assessment?.comparison?.value).toBeCloseTo(dossier.features[0]?.result.value ?? NaN, 2);
});

it('holds scores with their limits', () => {
  const sample = { value: 0.2, limit: 0.1 };
  const scores = [{ feature: 'x', model: 'm', metric: 'ks', valueIs: 'ks_d', samples: [sample] }];
  const dossier = read({ scores });
  expect(dossier.note).toContain('ready made');
  expect(dossier.features[0]?.result).toMatchObject({ state: 'drift', value: 0.2, limit: { value: 0.1 } });
});

it('writes every number so that JSON.parse reads it', () => {
  const values = [0.1, 1e-300, -Infinity, Infinity, 1e21, NaN];
  expect(JSON.parse(toJson({ a: Float64Array.from(values), b: undefined, 'ä"': [null, true, ''] }))).toEqual({
    a: [0.1, 1e-300, -Infinity, Infinity, 1e21, null],
    'ä"': [null, true, ''],
  });
});
