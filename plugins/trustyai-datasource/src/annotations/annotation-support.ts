import type { AnnotationSupport } from '@grafana/data';
import { migrate } from '../query/migrate.ts';
import type { TrustyDataQuery } from '../query/types.ts';

/**
 * Annotations are queries like others, with the same editor. Grafana reads `time`, `timeEnd`, `title`, `text`, `tags` and
 * `id` from the frames of the kind `events`; other kinds over time can be annotations as well.
 */
export const annotationSupport: AnnotationSupport<TrustyDataQuery> = {
  getDefaultQuery: () => ({ queryType: 'events' }),
  prepareQuery: ({ target }) => migrate({ queryType: 'events', ...target, refId: target?.refId ?? 'Anno' }),
};
