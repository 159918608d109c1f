import { sceneUtils } from '@grafana/scenes';
import { logsPanel } from './logs/logs-panel.tsx';
import { statPanel } from './stat-panel.tsx';
import { tablePanel } from './table-panel.tsx';
import { textPanel } from './text-panel.tsx';
import { timeSeriesPanel } from './time-series-panel.tsx';

/** Stand-ins for the core panels, which are not on npm. */
export function registerPanels(): void {
  sceneUtils.registerRuntimePanelPlugin({ pluginId: 'logs', plugin: logsPanel });
  sceneUtils.registerRuntimePanelPlugin({ pluginId: 'timeseries', plugin: timeSeriesPanel });
  sceneUtils.registerRuntimePanelPlugin({ pluginId: 'stat', plugin: statPanel });
  sceneUtils.registerRuntimePanelPlugin({ pluginId: 'table', plugin: tablePanel });
  sceneUtils.registerRuntimePanelPlugin({ pluginId: 'text', plugin: textPanel });
}
