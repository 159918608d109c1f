import { DataSourcePlugin, type DataSourceApi } from '@grafana/data';
import { GrafanaAnnotations } from './grafana-annotations.ts';
import { LokiQueryEditor } from './loki-query-editor.tsx';
import { LokiDataSource, type LokiApi, type LokiQuery, type LokiSettings } from './loki.ts';
import { MixedDataSource } from './mixed.ts';
import { PrometheusQueryEditor } from './prometheus-query-editor.tsx';
import {
  PrometheusDataSource,
  type PrometheusApi,
  type PrometheusQuery,
  type PrometheusSettings,
} from './prometheus.ts';
import { ServerUrlConfig } from './server-url-config.tsx';
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
    plugin.setQueryEditor(PrometheusQueryEditor).setConfigEditor(ServerUrlConfig);
    return plugin as DataSourcePlugin<DataSourceApi>;
  }
  if (type === 'loki') {
    const plugin = new DataSourcePlugin<LokiApi, LokiQuery, LokiSettings>(LokiDataSource);
    plugin.setQueryEditor(LokiQueryEditor).setConfigEditor(ServerUrlConfig);
    return plugin as DataSourcePlugin<DataSourceApi>;
  }
  if (type === 'grafana-testdata-datasource') {
    const plugin = new DataSourcePlugin<DataSourceApi<TestDataQuery>, TestDataQuery>(TestDataDataSource);
    plugin.setQueryEditor(TestDataQueryEditor);
    return plugin as DataSourcePlugin<DataSourceApi>;
  }
  throw new Error(`The preview has no data source of type "${type}". A Grafana may have it, as core or as a plugin.`);
}
