import type { DataSourceInstanceSettings } from '@grafana/data';
import { EventBusSrv } from '@grafana/data';
import {
  config,
  FakeEchoSrv,
  locationService,
  setAppEvents,
  setBackendSrv,
  setCurrentUser,
  setDataSourceSrv,
  setEchoSrv,
  setLocationSrv,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginImportUtils,
  setPluginLinksHook,
  setRunRequest,
  setTemplateSrv,
} from '@grafana/runtime';
import { PanelDataMessage } from '../panels/panel-data-message.tsx';
import { registerPanels } from '../panels/register-panels.ts';
import { backendSrv } from './backend-srv.ts';
import { dataSourceSrv } from './data-source-srv.ts';
import {
  initDataSourceInstanceSettings,
  initializeI18n,
  setDataSourcePluginImporter,
  setPanelDataErrorView,
  setPanelRenderer,
} from './internals.ts';
import { importDataSourcePlugin, panelImports } from './plugin-loader.ts';
import { runRequest } from './run-request.ts';
import { registerStandardEditors } from './standard-editors.tsx';
import { registerStandardFieldConfig } from './standard-field-config.tsx';
import { templateSrv } from './template-srv.ts';

/** Sets all that Grafana's packages expect of their host. To be called once, before anything renders. */
export async function install(): Promise<void> {
  await initializeI18n({ language: 'en-US', ns: ['grafana', 'grafana-scenes'] });
  setEchoSrv(new FakeEchoSrv());
  setAppEvents(new EventBusSrv());
  setBackendSrv(backendSrv);
  setLocationSrv(locationService);
  setCurrentUser(config.bootData.user);
  setTemplateSrv(templateSrv);
  setDataSourceSrv(dataSourceSrv);
  setRunRequest(runRequest);
  setPluginImportUtils(panelImports);
  setPluginLinksHook(() => ({ links: [], isLoading: false }));
  setPluginComponentHook(() => ({ component: null, isLoading: false }));
  setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  setPluginFunctionsHook(() => ({ functions: [], isLoading: false }));
  const settings: Record<string, DataSourceInstanceSettings> = config.datasources;
  initDataSourceInstanceSettings(settings, config.defaultDatasource);
  setDataSourcePluginImporter(importDataSourcePlugin);
  setPanelDataErrorView(PanelDataMessage);
  setPanelRenderer(() => <>The preview has no panels inside of panels.</>);
  registerStandardEditors();
  registerStandardFieldConfig();
  registerPanels();
}
