import type { Diagnosis, MetricKey, PrometheusSeries } from '@soundcheck/query';
import { MAX_MODELS } from './background.ts';
import type { ReadResource } from './resources.ts';
import { frozenModels, growth, modelsIn } from './scrape-history.ts';

/** One question to the resource `diagnosis`: a model, and what Prometheus shows of it. */
type Question = Record<string, string>;

interface Shown {
  metric: MetricKey;
  /** Models asked for; empty: all. */
  models: readonly string[];
  series: readonly PrometheusSeries[];
  /** Stored rows over time; asked for only where a model stands still. */
  readObservations: () => Promise<PrometheusSeries[]>;
}

function missing({ metric, models, series }: Shown): Question[] {
  const there = new Set(modelsIn(series));
  if (models.length === 0) {
    return there.size === 0 ? [{ metric, scraped: 'false' }] : [];
  }
  return models.filter((model) => !there.has(model)).map((model) => ({ model, metric, scraped: 'false' }));
}

async function frozen({ metric, series, readObservations }: Shown): Promise<Question[]> {
  const models = frozenModels(series);
  const observations = models.length > 0 ? await readObservations() : [];
  return models
    .map((model) => ({ model, grew: growth(observations, model) }))
    .filter(({ grew }) => grew > 0)
    .map(({ model, grew }) => ({
      model,
      metric,
      scraped: 'true',
      frozen: 'true',
      observationsGrew: String(grew),
    }));
}

/**
 * Asks the service why scores are missing or stand still. Best effort: where it cannot say, the scores stand as they are.
 * A model whose values move is not asked about.
 */
export async function diagnoseScores(shown: Shown, read: ReadResource): Promise<Diagnosis[]> {
  try {
    const questions = [...missing(shown), ...(await frozen(shown))].slice(0, MAX_MODELS);
    const answers = await Promise.all(questions.map((question) => read('diagnosis', question)));
    return answers.flatMap(({ diagnoses }) => diagnoses);
  } catch {
    return [];
  }
}
