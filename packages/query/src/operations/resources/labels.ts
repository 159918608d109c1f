import { ask } from '../../core/ask.ts';
import type { Operation } from '../../core/io.ts';
import type { Context } from '../../core/operations.ts';
import { textOf } from '../../service/decode-reply.ts';
import { METRICS } from '../../service/requests.ts';
import { readPublished } from '../../service/published.ts';
import { filterLabels } from '../queries/published.ts';
import type { Resources } from './resources.ts';

/** Labels that tell schedules apart by a UUID: a filter by one is dead after the next restart. */
const UNSTABLE = ['request'];

/** What ad hoc filters can choose from: the labels of the numbers that the service publishes now, or the values of one. */
export function* readLabels(key: string | undefined, context: Context): Operation<Resources['labels']> {
  const all = readPublished(textOf(METRICS, yield* ask(METRICS))).series.map((series) =>
    filterLabels(series, undefined, context.settings.namespace)
  );
  const labels = all.flatMap((one) =>
    Object.entries(one).flatMap(([name, value]) =>
      key ? (name === key && value ? [value] : []) : UNSTABLE.includes(name) || !value ? [] : [name]
    )
  );
  return { labels: [...new Set(labels)].sort() };
}
