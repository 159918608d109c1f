import { catalogue, isMetricKey, type QueryType } from '@soundcheck/query';
import type { TrustyDataQuery } from './types.ts';

/** The kinds of a query, with one line each. */
export const kinds: ReadonlyArray<{ value: QueryType; label: string; description: string }> = [
  {
    value: 'scores',
    label: 'Scores over time',
    description: 'A scheduled metric over time, from the linked Prometheus data source',
  },
  {
    value: 'latest',
    label: 'Latest',
    description: 'What the service publishes now; the kind for alert rules',
  },
  {
    value: 'compute',
    label: 'Compute now',
    description: 'One computation on the service, now: slow on large stores, so it is shared for a minute',
  },
  { value: 'models', label: 'Models', description: 'A table of the models that the service knows' },
];

export const defaultQuery: Partial<TrustyDataQuery> = { queryType: 'scores', metric: 'ks' };

/** Queries without a kind come from hand-written dashboards. */
export function withDefaults(query: TrustyDataQuery): TrustyDataQuery {
  return query.queryType ? query : { ...query, ...defaultQuery, metric: query.metric ?? defaultQuery.metric };
}

/** False while the query still lacks what it cannot run without: an unfinished query is no error. */
export function isComplete(query: TrustyDataQuery): boolean {
  switch (query.queryType) {
    case 'scores':
      return Boolean(query.metric);
    case 'compute':
      return Boolean(query.metric && query.model);
    default:
      return true;
  }
}

/** The query in one line, for collapsed rows and history. */
export function describeQuery(query: TrustyDataQuery): string {
  const kind = kinds.find(({ value }) => value === query.queryType)?.label ?? 'Query';
  if (query.queryType === 'models') {
    return kind;
  }
  const metric =
    query.metric && isMetricKey(query.metric) ? catalogue[query.metric].label : (query.metric ?? 'any metric');
  const features = query.features?.length ? query.features.join(', ') : 'all features';
  return `${kind}: ${metric} of ${query.model || 'all models'}, ${features}`;
}
