declare module 'grafana-internal/runtime/components/PanelDataErrorView' {
  import type { ComponentType } from 'react';
  import type { PanelDataErrorViewProps } from '@grafana/runtime';
  export function setPanelDataErrorView(view: ComponentType<PanelDataErrorViewProps>): void;
}
declare module 'grafana-internal/runtime/components/PanelRenderer' {
  import type { ComponentType } from 'react';
  import type { PanelRendererProps } from '@grafana/runtime';
  export function setPanelRenderer(renderer: ComponentType<PanelRendererProps>): void;
}
declare module 'grafana-internal/runtime/services/dataSource/settings' {
  import type { DataSourceInstanceSettings } from '@grafana/data';
  export function initDataSourceInstanceSettings(
    settings: Record<string, DataSourceInstanceSettings>,
    defaultName: string
  ): void;
}
declare module 'grafana-internal/runtime/services/dataSource/dataSource' {
  import type { DataSourcePlugin, DataSourceApi, PluginMeta } from '@grafana/data';
  export function setDataSourcePluginImporter(
    importer: (meta: PluginMeta) => Promise<DataSourcePlugin<DataSourceApi>>
  ): void;
}
declare module 'grafana-internal/i18n/i18n' {
  export function initializeI18n(options: { language: string; ns: string[] }): Promise<{ language: string }>;
}
