import {
  behaviors,
  EmbeddedScene,
  SceneControlsSpacer,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  UserActionEvent,
  VariableValueSelectors,
  VizPanel,
  type SceneObject,
} from '@grafana/scenes';
import type { DashboardCursorSync } from '@grafana/data';
import { AnnotationControls } from './annotation-controls.tsx';
import { annotationLayers } from './annotations.ts';
import type { DashboardJson, PanelJson } from './dashboard-json.ts';
import { DashboardLinks } from './dashboard-links.tsx';
import { grid } from './grid.ts';
import { openEditor, vizPanel } from './panel.ts';
import { variableSet } from './variables.ts';

/** A dashboard as a scene: variables, time, refresh and the grid of panels. */
export function dashboardScene(json: DashboardJson): EmbeddedScene {
  const dashboard = scene(json, grid(json.panels));
  dashboard.addActivationHandler(() => {
    const clicks = dashboard.subscribeToEvent(UserActionEvent, ({ payload: { origin, interaction } }) => {
      if (interaction === 'panel-status-message-clicked' && origin instanceof VizPanel) {
        openEditor(origin.getLegacyPanelId());
      }
    });
    return () => clicks.unsubscribe();
  });
  return dashboard;
}

/** The same with one panel only, for its edit page. Throws where there is no such panel. */
export function panelScene(json: DashboardJson, panelId: number): EmbeddedScene {
  const panels: PanelJson[] = json.panels.flatMap((panel) => [panel, ...panel.panels]);
  const found = panels.find(({ id }) => id === panelId);
  if (!found) {
    throw new Error(`The dashboard “${json.title}” has no panel with the id ${panelId}.`);
  }
  return scene(json, vizPanel(found));
}

function scene(
  { templating, annotations, time, timezone, refresh, timepicker, graphTooltip, links }: DashboardJson,
  body: SceneObject
) {
  const sync: DashboardCursorSync = graphTooltip;
  return new EmbeddedScene({
    $data: annotationLayers(annotations.list ?? []),
    $variables: variableSet(templating.list ?? []),
    $timeRange: new SceneTimeRange({ ...time, timeZone: timezone || undefined }),
    $behaviors: [new behaviors.CursorSync({ sync })],
    controls: [
      new VariableValueSelectors({}),
      new AnnotationControls({}),
      new DashboardLinks({ links: links.filter(({ type }) => type === 'link') }),
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({
        isOnCanvas: true,
        refresh: typeof refresh === 'string' ? refresh : '',
        intervals: timepicker.refresh_intervals,
      }),
    ],
    body,
  });
}
