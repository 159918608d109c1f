import type { MetricKey } from '../core/operations.ts';
import { catalogueEntries } from './catalogue.ts';
import { ALL_FEATURES } from './meaning.ts';
import type { Dialect, DialectEntry, ValueIs } from './meaning.ts';

/** A Prometheus series of a TrustyAI metric, named in our terms. */
export interface RecognisedSeries {
  metric: MetricKey;
  dialect: Dialect;
  valueIs: ValueIs;
  model: string;
  feature: string;
  namespace?: string;
  /** Schedule id: changes whenever the schedule is made again. */
  request?: string;
  requestName?: string;
  /** Labels that tell apart two numbers of one feature (fairness: outcome and groups). */
  extra: Record<string, string>;
}

type Labels = Readonly<Record<string, string>>;

/** The model label tells the dialect: Java says `model`, Python `modelId`, and never both. */
function dialectOf(labels: Labels): Dialect | undefined {
  if (labels['modelId']) {
    return 'python';
  }
  return labels['model'] ? 'java' : undefined;
}

function extraOf(side: DialectEntry, labels: Labels): Record<string, string> {
  const extra: Record<string, string> = {};
  for (const [ours, theirs] of Object.entries(side.extraLabels ?? {})) {
    const value = labels[theirs];
    if (value) {
      extra[ours] = value;
    }
  }
  return extra;
}

/**
 * Recognises a series by its name and labels.
 * @param name Prometheus name, e.g. "trustyai_kstest"
 * @param labels its labels as published, `__name__` not needed
 * @returns undefined where the name is no metric of the catalogue or the labels do not tell the dialect:
 *          such a number has an unknown scale and must not be judged
 */
export function recogniseSeries(name: string, labels: Labels): RecognisedSeries | undefined {
  const dialect = dialectOf(labels);
  if (dialect === undefined) {
    return undefined;
  }
  for (const entry of catalogueEntries) {
    const side = entry[dialect];
    if (!side?.series.includes(name)) {
      continue;
    }
    const { namespace, request, requestName } = labels;
    const feature = side.featureLabel === undefined ? ALL_FEATURES : labels[side.featureLabel];
    if (!feature) {
      return undefined;
    }
    return {
      metric: entry.key,
      dialect,
      valueIs: side.meaning.valueIs,
      model: labels[side.modelLabel] ?? '',
      feature,
      extra: extraOf(side, labels),
      ...(namespace ? { namespace } : {}),
      ...(request ? { request } : {}),
      ...(requestName ? { requestName } : {}),
    };
  }
  return undefined;
}
