import { sampleSizes, type MetricKey, type Notice, type SampleSizes } from '@soundcheck/query';
import { t } from '../i18n/translate.ts';
import { readSchedules, readTags, sentenceOf, type ReadResource } from './resources.ts';

/** What the service says of the comparisons behind its published numbers. */
export interface Background {
  /** By model. */
  sizes: Map<string, SampleSizes>;
  notices: Notice[];
  /** False where it did not answer: asking it more is of no use. */
  answered: boolean;
}

interface Compared {
  metric: MetricKey;
  referenceTag: string | undefined;
}

/** A dashboard over all models of a cluster must not ask the service about each of them. */
export const MAX_MODELS = 5;

/** n of both sides, best effort: where the service does not answer the scores stand without n and say so. */
export async function readBackground(
  models: readonly string[],
  { metric, referenceTag }: Compared,
  read: ReadResource
): Promise<Background> {
  const failures: string[] = [];
  const known = await Promise.all(
    models.slice(0, MAX_MODELS).map(async (model): Promise<[string, SampleSizes]> => {
      try {
        const [schedules, tags] = await Promise.all([readSchedules(read, model, metric), readTags(read, model)]);
        return [model, sampleSizes({ metric, model, referenceTag }, schedules, tags)];
      } catch (error) {
        failures.push(sentenceOf(error));
        return [model, { reasons: [] }];
      }
    })
  );
  const notices: Notice[] = [...new Set(failures)].map((reason) => ({
    severity: 'warning',
    text: t(
      'background.unanswered',
      '{{reason}} The scores come from Prometheus and stand; n and the limits that need it are unknown until the service answers.',
      { reason }
    ),
  }));
  const more = models.length - MAX_MODELS;
  if (more > 0) {
    const text = t(
      'background.more',
      'n is looked up for {{most}} models; {{more}} more stand without. Choose a model.',
      { most: MAX_MODELS, more }
    );
    notices.push({ severity: 'info', text });
  }
  return { sizes: new Map(known), notices, answered: failures.length === 0 };
}
