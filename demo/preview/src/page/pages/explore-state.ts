import type { DataSourceRef } from '@grafana/data';
import { config, getDataSourceSrv } from '@grafana/runtime';
import type { SceneDataQuery } from '@grafana/scenes';
import * as v from 'valibot';

export interface ExploreState {
  datasource: DataSourceRef;
  queries: SceneDataQuery[];
  range: { from: string; to: string };
}

const LAST_HOUR = { from: 'now-1h', to: 'now' };

const leftSchema = v.object({
  datasource: v.string(),
  queries: v.array(v.custom<SceneDataQuery>((value) => typeof value === 'object' && value !== null)),
  // Links of the data itself, to a data source in the same Grafana, name none.
  range: v.optional(v.object({ from: v.string(), to: v.string() }), LAST_HOUR),
});

/** What Explore opens with: a link's `left` (data source, queries, range), else `ds`, else our own data source. */
export function exploreState(search: URLSearchParams): ExploreState {
  const left = v.safeParse(v.pipe(v.string(), v.parseJson(), leftSchema), search.get('left'));
  const uid = left.success ? left.output.datasource : (search.get('ds') ?? firstOfPlugins());
  const settings = getDataSourceSrv().getInstanceSettings(uid);
  const datasource = { uid: settings?.uid ?? uid, type: settings?.type };
  return {
    datasource,
    queries: left.success && left.output.queries.length > 0 ? left.output.queries : [{ refId: 'A', datasource }],
    range: left.success ? left.output.range : LAST_HOUR,
  };
}

/** The first data source that comes from a built plugin: it is what the preview is for. */
function firstOfPlugins(): string {
  const all = Object.values(config.datasources);
  const own = all.find(({ meta }) => meta.module.startsWith('/public/plugins/'));
  return own?.uid ?? config.datasources[config.defaultDatasource]?.uid ?? '';
}
