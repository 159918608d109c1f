import type { AnnotationSupport } from '@grafana/data';
import { migrate, QUERY_VERSION } from '../query/migrate.ts';
import type { TrustyDataQuery } from '../query/types.ts';

/** What a new annotation query shows: everything that happens, drift by Kolmogorov-Smirnov once a step is over. */
const everything: Partial<TrustyDataQuery> = { queryType: 'events', metric: 'ks', version: QUERY_VERSION };

/**
 * Annotations are queries like others, with the same editor. Grafana reads `time`, `timeEnd`, `title`, `text`, `tags` and
 * `id` from the frames of the kind `events`; other kinds over time can be annotations as well.
 */
export const annotationSupport: AnnotationSupport<TrustyDataQuery> = {
  getDefaultQuery: () => everything,
  prepareQuery: ({ target }) => migrate({ ...everything, ...target, refId: target?.refId ?? 'Anno' }),
};
