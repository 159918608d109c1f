import { referenceBins, histogram, type Sample } from '@soundcheck/drift';
import type { DataSet } from '../../read/data-set.ts';
import type { FeatureReport } from '../../report/report.ts';
import type { Work } from '../../run/analyst.ts';
import { featureData, type FeatureData } from '../features/feature-data.ts';
import { rowsInOrder } from '../features/rows-in-order.ts';
import { reportOf, ROWS } from '../report-of.ts';
import { assessOptionsOf } from '../rows/assess-options.ts';
import type { AnalysisSettings } from '../settings.ts';
import { toJson, type Json } from './json.ts';

/** More numbers than this make a file that no editor opens. */
const MOST_NUMBERS = 1e6;
/** Bins in place of rows that are too many. */
const BINS = 50;

/**
 * Results with every parameter and, where it is not too much, the samples, as JSON. `features` go to `assessMany` of
 * @soundcheck/drift as they are, with `options` (a preset by its name in `presets`): the same verdicts come out.
 */
export function* dossierOf(data: DataSet, settings: AnalysisSettings): Work<string> {
  const report = yield* reportOf(data, settings);
  const features = featureData(data);
  const numbers = [...features.values()].reduce((sum, one) => sum + sizeOf(one.reference) + sizeOf(one.current), 0);
  const whole = numbers <= MOST_NUMBERS;
  const binned = !whole && features.size * 2 * BINS <= MOST_NUMBERS;
  const parts: string[] = [];
  for (const feature of report.features) {
    yield { share: parts.length / report.features.length, doing: `writing ${feature.feature}` };
    parts.push(toJson(entryOf(feature, features.get(feature.feature), { settings, whole, binned })));
  }
  const byRows = report.chosen === ROWS;
  const head = toJson({
    soundcheck: 'dossier',
    version: 1,
    note: noteOf({ byRows, whole, binned }),
    range: { from: new Date(settings.from).toISOString(), to: new Date(settings.to).toISOString() },
    understood: report.understood,
    sentence: report.headline,
    trust: report.trust,
    notices: report.notices,
    ...(byRows && { options: optionsOf(settings) }),
    settings: plain(settings),
  });
  return `${head.slice(0, -1)},"features":[${parts.join(',')}]}`;
}

interface How {
  settings: AnalysisSettings;
  whole: boolean;
  binned: boolean;
}

function entryOf(report: FeatureReport, data: FeatureData | undefined, { settings, whole, binned }: How): Json {
  const { feature, result, importance, why, numbers } = report;
  const inOrder = assessOptionsOf(settings).preset !== undefined && whole;
  const side = (one: FeatureData['reference']) => one && (inOrder ? rowsInOrder(one) : one.sample);
  const [reference, current] = [side(data?.reference), side(data?.current)];
  const samples =
    reference && current && (whole || binned)
      ? { reference: sampleOf(reference, reference, binned), current: sampleOf(current, reference, binned) }
      : {};
  const given = settings.limit.by !== 'significance' ? result.limit : undefined;
  return {
    feature,
    ...(importance !== undefined && { importance }),
    ...(given && { limit: { ...given } }),
    result: plain(result),
    why,
    numbers,
    ...samples,
  };
}

/** What a sample holds, as @soundcheck/drift takes it; rows counted over the bins of the reference where they are too many. */
function sampleOf(sample: Sample, reference: Sample, binned: boolean): Json {
  if (sample instanceof Float64Array) {
    if (!binned || !(reference instanceof Float64Array)) {
      return sample;
    }
    const { edges, counts, missing } = histogram(sample, referenceBins(reference, { count: BINS }));
    return { edges, counts, missing };
  }
  if ('edges' in sample) {
    return { edges: Array.from(sample.edges), counts: Array.from(sample.counts), missing: sample.missing ?? 0 };
  }
  if ('categories' in sample) {
    return { categories: sample.categories, counts: Array.from(sample.counts), missing: sample.missing ?? 0 };
  }
  return 'length' in sample ? Array.from<string | number | null>(sample) : null;
}

function sizeOf(side: FeatureData['reference']): number {
  const sample = side?.sample;
  return sample instanceof Float64Array ? sample.length : sample && 'counts' in sample ? sample.counts.length : 0;
}

function noteOf({ byRows, whole, binned }: { byRows: boolean; whole: boolean; binned: boolean }): string {
  if (!byRows) {
    return 'The verdicts are on scores that came ready made: each result has the number and the limit it was held against. Samples, where there are some, were for reasons only.';
  }
  if (whole) {
    return 'assessMany(features, options) of @soundcheck/drift repeats the verdicts; null is a missing value, 1e999 infinity, and a preset in options goes in by its name.';
  }
  return binned
    ? `The rows are more than ${MOST_NUMBERS.toLocaleString('en-US')} numbers, so they stand here as counts over ${BINS} bins of the reference: verdicts from these are close to the results, not equal.`
    : `The data are more than ${MOST_NUMBERS.toLocaleString('en-US')} numbers, so only the results stand here.`;
}

/** What `assessMany` is to be told. */
function optionsOf(settings: AnalysisSettings): Json {
  const { preset, ...options } = assessOptionsOf(settings);
  return preset ? { preset: preset.name } : plain(options);
}

/** Data without functions, as JSON takes it. */
function plain(value: object): Json {
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asJson(one)]));
}

function asJson(value: unknown): Json {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') {
    return value;
  }
  if (typeof value === 'number') {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(asJson);
  }
  return typeof value === 'object' ? plain(value) : null;
}
