import type { Limit } from '@soundcheck/drift';
import type { Meaning } from '../catalogue/meaning.ts';
import type { LatestOutput } from '../core/operations.ts';
import type { Field, Frame, Notice, ScoreLabels } from './contract.ts';
import { displayNames, stableLabels } from './score-names.ts';
import { outputField, scaleOf, valueField } from './score-value.ts';

/** One number, or one number over time, with what is known of it. */
export interface Score {
  labels: ScoreLabels;
  meaning: Meaning;
  /** Epoch milliseconds, as many as values. */
  times: ArrayLike<number>;
  values: ArrayLike<number>;
  pValue?: number;
  nReference?: number;
  nCurrent?: number;
  limit?: Limit;
}

export interface ScoreFramesOptions {
  refId: string;
  /** They go onto the first frame; Grafana shows them once. */
  notices?: readonly Notice[];
  executedQueryString?: string;
  /** Exactly one numeric field and no time, as alert rules take them. */
  output?: LatestOutput;
}

type FieldConfig = NonNullable<Field['config']>;

function constant(name: string, value: number | undefined, length: number, config?: FieldConfig): Field[] {
  const values = new Float64Array(length).fill(value ?? NaN);
  return value === undefined ? [] : [{ name, type: 'number', ...(config ? { config } : {}), values }];
}

/** NaN is what the service publishes for constant columns and empty windows; say so where it is the latest value. */
export function nanNotice(scores: readonly NamedScore[]): Notice[] {
  const nan = scores.filter(({ values }) => Number.isNaN(values[values.length - 1] ?? 0)).map(({ name }) => name);
  if (nan.length === 0) {
    return [];
  }
  const listed = nan.length > 5 ? `${nan.slice(0, 5).join(', ')} and ${nan.length - 5} more` : nan.join(', ');
  return [
    {
      severity: 'warning',
      text: `The service gives no number (NaN) for ${listed}: a constant or empty column, or too few rows.`,
    },
  ];
}

function timeSeriesFields(score: Score, name: string): Field[] {
  const length = score.values.length;
  return [
    { name: 'time', type: 'time', values: Float64Array.from(score.times) },
    valueField(score, name),
    ...constant('p_value', score.pValue, length),
    ...constant('limit', score.limit?.value, length, { ...scaleOf(score.meaning), description: score.limit?.origin }),
    ...constant('n_reference', score.nReference, length),
    ...constant('n_current', score.nCurrent, length),
  ];
}

/** A score as it goes into frames: with labels that last, a name of its own, and in its place. */
export interface NamedScore extends Score {
  name: string;
}

/** In the order of model, metric, feature and schedule, with labels that last and names that tell them apart. */
export function namedScores(unsorted: readonly Score[]): NamedScore[] {
  const key = ({ labels }: Score) =>
    [labels.model, labels.metric, labels.feature, labels.request_name, labels.request].join('\u0000');
  // Keys are made once each: a sort compares every score a dozen times.
  const scores = unsorted
    .map((score) => ({ score, at: key(score) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ score }) => score);
  const names = displayNames(scores);
  const labels = stableLabels(scores.map((score) => score.labels));
  return scores.map((score, i) => ({ ...score, labels: labels[i] ?? score.labels, name: names[i] ?? '' }));
}

/** `scores` frames of the contract, one a score; with `output` one numeric field a frame and nothing else. */
export function scoreFrames(unsorted: readonly Score[], options: ScoreFramesOptions): Frame[] {
  const { refId, output, executedQueryString } = options;
  const scores = namedScores(unsorted);
  const notices = [...(options.notices ?? []), ...nanNotice(scores)];
  return scores.map((score, i): Frame => {
    const { name, limit } = score;
    const soundcheck = { contract: 1, role: 'scores', ...(limit ? { limitOrigin: limit.origin } : {}) } as const;
    return {
      name,
      refId,
      fields: output ? [outputField(score, name, output)] : timeSeriesFields(score, name),
      meta: {
        type: output ? 'numeric-multi' : 'timeseries-multi',
        ...(output === undefined || output === 'value' ? { custom: { soundcheck } } : {}),
        ...(i === 0 && notices.length > 0 ? { notices } : {}),
        ...(executedQueryString === undefined ? {} : { executedQueryString }),
      },
    };
  });
}
