/**
 * The only file that reaches past what Grafana's npm packages export. Each is a setter that Grafana itself calls while
 * it starts; vite.config.ts maps `grafana-internal/…` to the packages' dist/esm files, so the instance is the same.
 */

/** Without it @grafana/runtime shows a bare "Unable to render data". */
export { setPanelDataErrorView } from 'grafana-internal/runtime/components/PanelDataErrorView';

/** Without it <PanelRenderer> says that Grafana has not been started. */
export { setPanelRenderer } from 'grafana-internal/runtime/components/PanelRenderer';

/** The settings that DataSourceWithBackend resolves a query's data source from; else each query logs a warning. */
export { initDataSourceInstanceSettings } from 'grafana-internal/runtime/services/dataSource/settings';

/** How `getDataSourceInstance` of @grafana/runtime/unstable loads a plugin. */
export { setDataSourcePluginImporter } from 'grafana-internal/runtime/services/dataSource/dataSource';

/** Without it t() and <Trans> warn that i18n was not initialised. */
export { initializeI18n } from 'grafana-internal/i18n/i18n';
