import {
  type DataSourceApi,
  type DataSourceInstanceSettings,
  type DataSourceRef,
  type ScopedVars,
} from '@grafana/data';
import { config, type DataSourceSrv, type GetDataSourceListFilters } from '@grafana/runtime';
import { importDataSourcePlugin } from './plugin-loader.ts';
import { templateSrv } from './template-srv.ts';

type Ref = DataSourceRef | string | null;

const instances = new Map<string, Promise<DataSourceApi>>();

/** The provisioned data sources of the boot data; each is built once. */
export const dataSourceSrv: DataSourceSrv = {
  get: async (ref, scopedVars) => {
    const settings = resolve(ref, scopedVars);
    if (!settings) {
      throw new Error(`No data source is provisioned as ${nameOf(ref)}. Look into provisioning/datasources.`);
    }
    const known = instances.get(settings.uid) ?? build(settings);
    instances.set(settings.uid, known);
    return known;
  },
  getInstanceSettings: resolve,
  getList: (filters = {}) => all().filter((one) => fits(one, filters)),
  reload: async () => {},
  registerRuntimeDataSource: ({ dataSource }) => void instances.set(dataSource.uid, Promise.resolve(dataSource)),
};

function all(): DataSourceInstanceSettings[] {
  return Object.values(config.datasources);
}

function nameOf(ref?: Ref): string {
  return typeof ref === 'string' ? `"${ref}"` : ref?.uid ? `uid "${ref.uid}"` : `type "${ref?.type ?? 'default'}"`;
}

function resolve(ref?: Ref, scopedVars?: ScopedVars): DataSourceInstanceSettings | undefined {
  const asked = typeof ref === 'string' ? ref : ref?.uid;
  if (!asked || asked === 'default') {
    const type = typeof ref === 'object' ? ref?.type : undefined;
    return type ? all().find((one) => one.type === type) : config.datasources[config.defaultDatasource];
  }
  const name = templateSrv.replace(asked, scopedVars);
  return all().find(({ uid }) => uid === name) ?? all().find((one) => one.name === name);
}

function fits(settings: DataSourceInstanceSettings, filters: GetDataSourceListFilters): boolean {
  const { meta, type } = settings;
  const types = filters.type === undefined ? undefined : [filters.type].flat();
  return (
    (filters.mixed || type !== 'mixed') &&
    (!filters.metrics || meta.metrics === true || type === 'mixed') &&
    (!filters.logs || meta.logs === true) &&
    (!filters.alerting || meta.alerting === true) &&
    (!filters.annotations || meta.annotations === true) &&
    (!filters.pluginId || meta.id === filters.pluginId) &&
    (!types || types.includes(type)) &&
    (filters.filter?.(settings) ?? true)
  );
}

async function build(settings: DataSourceInstanceSettings): Promise<DataSourceApi> {
  const plugin = await importDataSourcePlugin(settings.meta);
  const instance = new plugin.DataSourceClass(settings);
  instance.components = plugin.components;
  instance.meta = settings.meta;
  return instance;
}
