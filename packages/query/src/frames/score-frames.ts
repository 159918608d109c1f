import type { Limit } from '@soundcheck/drift';
import type { Meaning } from '../catalogue/meaning.ts';
import type { Field, Frame, Notice, ScoreLabels } from './contract.ts';

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
  /** Alert rules take exactly one numeric field and no time. */
  valueOnly?: boolean;
}

/** Labels that tell scores of one feature apart, in the order in which they join the name. */
const DISTINGUISHING = [
  'model',
  'namespace',
  'metric',
  'value_is',
  'outcome',
  'privileged',
  'unprivileged',
  'request_name',
  'request',
];

/** The feature, with as many more labels as it takes to tell the scores apart. */
function displayNames(scores: readonly Score[]): string[] {
  const labels = scores.map((score): Readonly<Record<string, string | undefined>> => ({ ...score.labels }));
  let names = scores.map((score) => score.labels.feature);
  for (const label of DISTINGUISHING) {
    if (new Set(names).size === names.length) {
      break;
    }
    if (new Set(labels.map((one) => one[label])).size > 1) {
      names = names.map((name, i) => (labels[i]?.[label] ? `${name} · ${labels[i][label]}` : name));
    }
  }
  return names;
}

type FieldConfig = NonNullable<Field['config']>;

function constant(name: string, value: number | undefined, length: number, config?: FieldConfig): Field[] {
  const values = new Float64Array(length).fill(value ?? NaN);
  return value === undefined ? [] : [{ name, type: 'number', ...(config ? { config } : {}), values }];
}

function finiteOrAbsent(bound: number): number | undefined {
  return Number.isFinite(bound) ? bound : undefined;
}

/** Unit and range: the score and its limit share one axis. */
function scaleOf({ unit, range }: Meaning): FieldConfig {
  const min = finiteOrAbsent(range.min);
  const max = finiteOrAbsent(range.max);
  return { unit, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function valueField({ meaning, labels, values }: Score, displayName: string): Field {
  const description = `${meaning.label}. ${meaning.sentence}`;
  return {
    name: 'value',
    type: 'number',
    labels: { ...labels },
    config: { displayNameFromDS: displayName, description, ...scaleOf(meaning) },
    values: Float64Array.from(values),
  };
}

/** NaN is what the service publishes for constant columns and empty windows; say so where it is the latest value. */
function nanNotice(scores: readonly Score[], names: readonly string[]): Notice[] {
  const nan = names.filter((_, i) => Number.isNaN(scores[i]?.values[(scores[i]?.values.length ?? 0) - 1] ?? 0));
  if (nan.length === 0) {
    return [];
  }
  const listed = nan.length > 5 ? `${nan.slice(0, 5).join(', ')} and ${String(nan.length - 5)} more` : nan.join(', ');
  return [
    {
      severity: 'warning',
      text: `The service gives no number (NaN) for ${listed}: a constant or empty column, or too few rows.`,
    },
  ];
}

/** `scores` frames of the contract, one a score, in the order of model, metric and feature. */
export function scoreFrames(unsorted: readonly Score[], options: ScoreFramesOptions): Frame[] {
  const key = ({ labels }: Score) =>
    [labels.model, labels.metric, labels.feature, labels.request_name ?? ''].join('\u0000');
  const scores = [...unsorted].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  const names = displayNames(scores);
  const notices = [...(options.notices ?? []), ...nanNotice(scores, names)];
  return scores.map((score, i): Frame => {
    const length = score.values.length;
    const name = names[i] ?? score.labels.feature;
    const value = valueField(score, name);
    const fields: Field[] = options.valueOnly
      ? [value]
      : [
          { name: 'time', type: 'time', values: Float64Array.from(score.times) },
          value,
          ...constant('p_value', score.pValue, length),
          ...constant('limit', score.limit?.value, length, {
            ...scaleOf(score.meaning),
            description: score.limit?.origin,
          }),
          ...constant('n_reference', score.nReference, length),
          ...constant('n_current', score.nCurrent, length),
        ];
    return {
      name,
      refId: options.refId,
      fields,
      meta: {
        type: options.valueOnly ? 'numeric-multi' : 'timeseries-multi',
        custom: {
          soundcheck: { contract: 1, role: 'scores', ...(score.limit ? { limitOrigin: score.limit.origin } : {}) },
        },
        ...(i === 0 && notices.length > 0 ? { notices } : {}),
        ...(options.executedQueryString === undefined ? {} : { executedQueryString: options.executedQueryString }),
      },
    };
  });
}
