/** What @grafana/scenes takes from @grafana/plugin-compat (0.5, not on npm any more), on the data source service. */
import type { DataSourceInstanceSettings, DataSourceRef, ScopedVars } from '@grafana/data';
import { getDataSourceSrv, type GetDataSourceListFilters } from '@grafana/runtime';

export function getDataSourceInstance(ref?: DataSourceRef | string | null, scopedVars?: ScopedVars) {
  return getDataSourceSrv().get(ref, scopedVars);
}

export async function getDataSourceInstanceList(filters?: GetDataSourceListFilters) {
  return getDataSourceSrv().getList(filters);
}

export async function getDataSourceInstanceListItem(ref?: DataSourceRef | string | null) {
  return getDataSourceSrv().getInstanceSettings(ref);
}

export async function getDefaultDataSourceInstanceListItem(items: DataSourceInstanceSettings[]) {
  return items.find(({ isDefault }) => isDefault) ?? items[0];
}
