import { DataSourcePlugin, type DataSourceApi } from '@grafana/data';
import { GrafanaAnnotations } from './grafana-annotations.ts';
import { MixedDataSource } from './mixed.ts';
import { PrometheusConfig } from './prometheus-config.tsx';
import { PrometheusQueryEditor } from './prometheus-query-editor.tsx';
import {
  PrometheusDataSource,
  type PrometheusApi,
  type PrometheusQuery,
  type PrometheusSettings,
} from './prometheus.ts';
import { TestDataQueryEditor } from './testdata-query-editor.tsx';
import { TestDataDataSource, type TestDataQuery } from './testdata.ts';

/** Stand-ins for data sources of Grafana's core. */
export function coreDataSource(type: string): DataSourcePlugin<DataSourceApi> {
  if (type === 'mixed') {
    return new DataSourcePlugin<DataSourceApi>(MixedDataSource);
  }
  if (type === 'grafana') {
    return new DataSourcePlugin<DataSourceApi>(GrafanaAnnotations);
  }
  if (type === 'prometheus') {
    const plugin = new DataSourcePlugin<PrometheusApi, PrometheusQuery, PrometheusSettings>(PrometheusDataSource);
    plugin.setQueryEditor(PrometheusQueryEditor).setConfigEditor(PrometheusConfig);
    return plugin as DataSourcePlugin<DataSourceApi>;
  }
  if (type === 'grafana-testdata-datasource') {
    const plugin = new DataSourcePlugin<DataSourceApi<TestDataQuery>, TestDataQuery>(TestDataDataSource);
    plugin.setQueryEditor(TestDataQueryEditor);
    return plugin as DataSourcePlugin<DataSourceApi>;
  }
  throw new Error(`The preview has no data source of type "${type}". A Grafana may have it, as core or as a plugin.`);
}
