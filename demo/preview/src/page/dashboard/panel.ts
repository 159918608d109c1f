import type { DataSourceRef } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { SceneDataTransformer, SceneQueryRunner, VizPanel, VizPanelMenu, type SceneDataQuery } from '@grafana/scenes';
import type { PanelJson } from './dashboard-json.ts';

const MIXED: DataSourceRef = { type: 'mixed', uid: '-- Mixed --' };

/** One panel of a dashboard, with its queries, transformations and field options. */
export function vizPanel(json: PanelJson): VizPanel {
  const { id, type, title, description, options, fieldConfig, pluginVersion } = json;
  return new VizPanel({
    key: `panel-${id}`,
    pluginId: type,
    title,
    description,
    options,
    fieldConfig,
    pluginVersion,
    displayMode: json.transparent ? 'transparent' : 'default',
    hoverHeader: title === '',
    $data: panelData(json),
    menu: new VizPanelMenu({ items: [{ text: 'Edit', iconClassName: 'edit', onClick: () => openEditor(id) }] }),
    // With this the panel's header lists errors and the notices of frames, and offers to inspect them.
    extendPanelContext: (_panel, context) => {
      context.onOpenInspector = () => openEditor(id);
    },
  });
}

/** Opens a panel's edit page, where each query shows its error; time and variables stay in the URL. */
export function openEditor(panelId: number): void {
  locationService.partial({ editPanel: panelId });
}

function panelData({ id, targets, datasource, transformations, interval, maxDataPoints }: PanelJson) {
  if (targets.length === 0) {
    return undefined;
  }
  const queries = targets.map((target, index): SceneDataQuery => ({
    ...target,
    refId: target.refId ?? refIdAt(index),
  }));
  const $data = new SceneQueryRunner({
    queries,
    // Annotations may be meant for some panels only.
    dataLayerFilter: { panelId: id },
    datasource: sharedDataSource(queries, datasource),
    minInterval: interval ?? undefined,
    maxDataPoints: maxDataPoints ?? undefined,
    maxDataPointsFromWidth: maxDataPoints == null,
  });
  return transformations.length > 0 ? new SceneDataTransformer({ transformations, $data }) : $data;
}

/** The data source of all queries; "-- Mixed --" where they differ. */
function sharedDataSource(queries: SceneDataQuery[], ofPanel?: DataSourceRef): DataSourceRef | undefined {
  const uids = new Set(queries.map(({ datasource }) => datasource?.uid ?? ofPanel?.uid));
  return uids.size > 1 ? MIXED : (ofPanel ?? queries[0]?.datasource ?? undefined);
}

/** A, B, … Z, A1, B1, … */
export function refIdAt(index: number): string {
  return String.fromCharCode(65 + (index % 26)) + (index < 26 ? '' : Math.floor(index / 26));
}
