import type { TrustyDataQuery } from './types.ts';

/** Shape of the queries that this version saves. Each older shape has one step below. */
export const QUERY_VERSION = 2;

type Saved = Partial<TrustyDataQuery> & { refId: string };

/**
 * 1 → 2: version 1 carried no number, its `queryType` could be missing (hand-written dashboards: scores), its only kinds
 * were scores, latest, compute and models, and an emptied picker left an empty text behind.
 */
function fromVersion1(saved: Saved): Saved {
  const kept: Saved = { ...saved };
  for (const [name, value] of Object.entries(saved)) {
    if (value === '') {
      Reflect.deleteProperty(kept, name);
    }
  }
  const features: unknown = kept.features;
  return {
    ...kept,
    queryType: kept.queryType ?? 'scores',
    ...(typeof features === 'string' ? { features: [features] } : {}),
    version: 2,
  };
}

const steps: Readonly<Record<number, (saved: Saved) => Saved>> = { 1: fromVersion1 };

/** Scores are of one metric always: a new query shows this one. */
const FIRST_METRIC = 'ks';

/**
 * A saved query of any version in today's shape. Pure: variables stay as they are. A query of a newer version than ours
 * is left alone.
 */
export function migrate(saved: Saved): TrustyDataQuery {
  let query = saved;
  for (let version = saved.version ?? 1; version < QUERY_VERSION; version++) {
    query = steps[version]?.(query) ?? query;
  }
  const { queryType = 'scores' } = query;
  return queryType === 'scores' && !query.metric
    ? { ...query, queryType, metric: FIRST_METRIC }
    : { ...query, queryType };
}
