import { sampleSizes, type MetricKey, type Notice, type PrometheusSeries, type SampleSizes } from '@soundcheck/query';
import { readSchedules, readTags, sentenceOf, type ReadResource } from './resources.ts';

/** What the service says of the comparisons behind its published numbers. */
interface Background {
  /** By model. */
  sizes: Map<string, SampleSizes>;
  notices: Notice[];
}

interface Compared {
  metric: MetricKey;
  referenceTag: string | undefined;
}

/** A dashboard over all models of a cluster must not ask the service about each of them. */
const MAX_MODELS = 5;

/** n of both sides, best effort: where the service does not answer the scores stand without n and say so. */
export async function readBackground(
  models: readonly string[],
  { metric, referenceTag }: Compared,
  read: ReadResource
): Promise<Background> {
  const known = await Promise.all(
    models.slice(0, MAX_MODELS).map(async (model): Promise<[string, SampleSizes]> => {
      try {
        const [schedules, tags] = await Promise.all([readSchedules(read, model, metric), readTags(read, model)]);
        return [model, sampleSizes({ metric, model, referenceTag }, schedules, tags)];
      } catch (error) {
        const reason = `n and limits that need it are unknown for ${model}, because TrustyAI did not say: ${sentenceOf(error)}`;
        return [model, { reasons: [reason] }];
      }
    })
  );
  const more = models.length - MAX_MODELS;
  const notices: Notice[] =
    more > 0
      ? [
          {
            severity: 'info',
            text: `n is looked up for ${MAX_MODELS} models; ${more} more stand without. Choose a model.`,
          },
        ]
      : [];
  return { sizes: new Map(known), notices };
}

/** Models that the series name. */
export function modelsIn(series: readonly PrometheusSeries[]): string[] {
  return [...new Set(series.map(({ labels }) => labels['model'] ?? ''))].filter((model) => model !== '').sort();
}
