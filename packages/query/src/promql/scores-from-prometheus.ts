import { limitFor } from '../catalogue/limits.ts';
import { meaningOf } from '../catalogue/catalogue.ts';
import { recogniseSeries } from '../catalogue/recognise-series.ts';
import { noticesOf } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Frame, Notice, ScoreLabels } from '../frames/contract.ts';
import { scoreFrames } from '../frames/score-frames.ts';
import type { Score } from '../frames/score-frames.ts';
import type { SampleSizes } from '../service/sample-sizes.ts';

/** One series as Prometheus returns it. Times are epoch milliseconds. */
export interface PrometheusSeries {
  name?: string;
  labels: Readonly<Record<string, string>>;
  times: ArrayLike<number>;
  values: ArrayLike<number>;
}

export interface ScoresContext {
  refId: string;
  /** The expression that was run. */
  expr: string;
  /** By model: the sizes behind its numbers. */
  sizes?: ReadonlyMap<string, SampleSizes>;
  alpha?: number;
  /** A limit of the user's own, in the unit of the metric. */
  limit?: number;
  notices?: readonly Notice[];
  /** What the resource `diagnosis` found for these models and this metric. */
  diagnoses?: readonly Diagnosis[];
}

/** Labels by our names: already normalised by `buildScores`, or as the service published them. */
function labelsOf(series: PrometheusSeries): ScoreLabels | undefined {
  const { labels } = series;
  const { model, feature, metric, value_is: valueIs } = labels;
  if (model && feature && metric && valueIs && meaningOf(metric, valueIs)) {
    const named: ScoreLabels = { model, feature, metric, value_is: valueIs };
    const kept = Object.entries(labels).filter(([name, value]) => name !== '__name__' && value !== '');
    return Object.assign(named, Object.fromEntries(kept));
  }
  const found = recogniseSeries(series.name ?? labels['__name__'] ?? '', labels);
  if (found === undefined) {
    return undefined;
  }
  const { namespace, request, requestName, extra } = found;
  return {
    model: found.model,
    feature: found.feature,
    metric: found.metric,
    value_is: found.valueIs,
    dialect: found.dialect,
    ...(namespace ? { namespace } : {}),
    ...(request ? { request } : {}),
    ...(requestName ? { request_name: requestName } : {}),
    ...extra,
  };
}

function nameOf(series: PrometheusSeries): string {
  const labels = Object.entries(series.labels).filter(([name]) => name !== '__name__');
  return `${series.name ?? series.labels['__name__'] ?? ''}{${labels.map(([name, value]) => `${name}="${value}"`).join(', ')}}`;
}

/** A series that nobody can name: shown as it came, with a warning, never judged. */
function unknownFrame(series: PrometheusSeries, refId: string): Frame {
  return {
    refId,
    fields: [
      { name: 'time', type: 'time', values: Float64Array.from(series.times) },
      { name: 'value', type: 'number', labels: { ...series.labels }, values: Float64Array.from(series.values) },
    ],
    meta: {
      type: 'timeseries-multi',
      notices: [
        {
          severity: 'warning',
          text: `${nameOf(series)} has labels that tell no TrustyAI metric and dialect: its scale is unknown, so it is drawn but not judged.`,
        },
      ],
    },
  };
}

const NOTHING_FOUND: Notice = {
  severity: 'warning',
  text: 'Prometheus holds no such series in this time range. Check that it scrapes /q/metrics of the service, that the metric is scheduled for this model, and the namespace; history begins when the schedule is made.',
};

/**
 * Prometheus series to `scores` frames, one a series: `time`, the value with its labels and the companions `limit`,
 * `n_reference`, `n_current` where they are known.
 */
export function scoresFromPrometheus(series: readonly PrometheusSeries[], context: ScoresContext): Frame[] {
  const given = [...(context.notices ?? []), ...noticesOf(context.diagnoses ?? [])];
  const unknown: Frame[] = [];
  const scores: Score[] = [];
  for (const one of series) {
    const labels = labelsOf(one);
    const meaning = labels && meaningOf(labels.metric, labels.value_is);
    if (labels === undefined || meaning === undefined) {
      unknown.push(unknownFrame(one, context.refId));
      continue;
    }
    const sizes = context.sizes?.get(labels.model);
    const n = { nReference: sizes?.nReference, nCurrent: sizes?.nCurrent };
    scores.push({
      labels,
      meaning,
      times: one.times,
      values: one.values,
      ...n,
      limit:
        context.limit === undefined
          ? limitFor(meaning, { ...n, alpha: context.alpha, threshold: sizes?.threshold })
          : { value: context.limit, origin: 'set in the query' },
    });
  }
  if (series.length === 0) {
    return [
      {
        refId: context.refId,
        fields: [],
        meta: { notices: given.length > 0 ? given : [NOTHING_FOUND], executedQueryString: context.expr },
      },
    ];
  }
  const reasons = [...(context.sizes?.values() ?? [])].flatMap(({ reasons }) => reasons);
  const notices: Notice[] = [...given, ...reasons.map((text): Notice => ({ severity: 'info', text }))];
  return [...scoreFrames(scores, { refId: context.refId, notices, executedQueryString: context.expr }), ...unknown];
}
