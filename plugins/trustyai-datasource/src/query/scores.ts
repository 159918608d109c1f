import {
  buildScores,
  CoreError,
  isMetricKey,
  scoresFromPrometheus,
  type Frame,
  type MetricKey,
} from '@soundcheck/query';
import { t } from '../i18n/translate.ts';
import { readBackground } from './background.ts';
import { diagnoseScores } from './diagnose.ts';
import { askPrometheus, type Asked, type PrometheusLink } from './prometheus.ts';
import type { ReadResource } from './resources.ts';
import { modelsIn, observationsExpr } from './scrape-history.ts';
import type { NumberOrVariable, TrustyDataQuery } from './types.ts';

/** What `scores` needs from its surroundings. */
export interface ScoresEnvironment {
  namespace?: string;
  prometheus: PrometheusLink;
  readResource: ReadResource;
}

export function metricOf(query: TrustyDataQuery): MetricKey {
  if (!query.metric || !isMetricKey(query.metric)) {
    throw new CoreError(
      t('scores.unknown-metric', 'The metric “{{metric}}” is not known: choose one in the query.', {
        metric: query.metric ?? '',
      })
    );
  }
  return query.metric;
}

/** A number of the query after variables were applied. */
function numberOf(value: NumberOrVariable | undefined, name: string): number | undefined {
  if (typeof value === 'string') {
    throw new CoreError(
      t('scores.no-number', '{{name}} is “{{value}}”, which is no number: correct it, or the variable in it.', {
        name,
        value,
      })
    );
  }
  return value;
}

/** The features of a role, where the query narrows by role and names none; which columns are inputs a model says. */
async function featuresOf(
  { features, role }: TrustyDataQuery,
  models: readonly string[],
  read: ReadResource
): Promise<string[] | undefined> {
  if (features?.length || role === undefined) {
    return features;
  }
  if (models.length === 0) {
    throw new CoreError(
      t(
        'scores.role-needs-model',
        'Only a model tells which of its columns are inputs and outputs: choose a model, or all columns.'
      )
    );
  }
  const lists = await Promise.all(models.map((model) => read('columns', { model })));
  const names = lists.flatMap(({ columns }) => columns.filter((one) => one.role === role).map(({ name }) => name));
  if (names.length === 0) {
    throw new CoreError(
      t('scores.no-columns', 'TrustyAI lists no such columns of {{models}}: choose features, or all columns.', {
        models: models.join(', '),
      })
    );
  }
  return [...new Set(names)];
}

/**
 * Runs one `scores` query in the browser: metric to PromQL, the linked Prometheus, series to frames of the contract.
 * @param models those asked for; empty: all
 * @throws CoreError and whatever the Prometheus data source throws
 */
export async function readScores(
  models: readonly string[],
  asked: Asked,
  environment: ScoresEnvironment
): Promise<Frame[]> {
  const { query } = asked;
  const { prometheus, readResource } = environment;
  const metric = metricOf(query);
  const alpha = numberOf(query.alpha, t('editor.alpha.label', 'Level'));
  const limit = numberOf(query.limit, t('editor.limit.label', 'Own limit'));
  const namespace = query.namespace || environment.namespace || undefined;
  const referenceTag = query.referenceTag || undefined;
  const expr = buildScores({
    metric,
    model: models,
    namespace,
    features: await featuresOf(query, models, readResource),
    referenceTag,
    filters: query.filters,
  });
  const read = (names: readonly string[]) => readBackground(names, { metric, referenceTag }, readResource);
  const [early, series] = await Promise.all([read(models), askPrometheus(expr, 'scores', asked, prometheus)]);
  const background = models.length > 0 ? early : await read(modelsIn(series));
  const readObservations = () => askPrometheus(observationsExpr(namespace), 'observations', asked, prometheus);
  const diagnoses = background.answered
    ? await diagnoseScores({ metric, models, series, readObservations }, readResource)
    : [];
  const { sizes, notices } = background;
  return scoresFromPrometheus(series, { refId: query.refId, expr, sizes, notices, alpha, limit, diagnoses });
}
