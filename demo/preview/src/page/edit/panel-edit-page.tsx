import { css } from '@emotion/css';
import { CoreApp, type GrafanaTheme2 } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import {
  SceneDataTransformer,
  sceneGraph,
  SceneQueryRunner,
  UrlSyncContextProvider,
  VizPanel,
  type EmbeddedScene,
} from '@grafana/scenes';
import { Button, Stack, Text, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import type { DashboardJson } from '../dashboard/dashboard-json.ts';
import { panelScene } from '../dashboard/dashboard-scene.ts';
import { Page } from '../shell/page.tsx';
import { SceneControls } from '../shell/scene-controls.tsx';
import { OptionsPane } from './options-pane.tsx';
import { QueryRows } from './query-rows.tsx';

/** One panel with its queries and options. Changes last until the page is left: the preview saves nothing. */
export function PanelEditPage({ json, panelId }: { json: DashboardJson; panelId: number }) {
  const scene = useMemo(() => panelScene(json, panelId), [json, panelId]);
  const panel = scene.state.body;
  return (
    <Page title="Edit panel" section={json.title}>
      <UrlSyncContextProvider scene={scene}>
        {panel instanceof VizPanel && <Editor scene={scene} panel={panel} />}
      </UrlSyncContextProvider>
    </Page>
  );
}

function Editor({ scene, panel }: { scene: EmbeddedScene; panel: VizPanel }) {
  const styles = useStyles2(getStyles);
  const runner = runnerOf(panel);
  const { data } = sceneGraph.getData(panel).useState();
  return (
    <Stack direction="column" gap={2}>
      <Stack justifyContent="space-between" alignItems="center" wrap="wrap">
        <Text color="secondary">Nothing is saved here: the dashboard stays as its file says.</Text>
        <Button
          variant="secondary"
          icon="arrow-left"
          data-testid="data-testid Back to dashboard button"
          onClick={() => locationService.partial({ editPanel: null })}
        >
          Back to dashboard
        </Button>
      </Stack>
      <SceneControls scene={scene} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <div className={styles.panel}>
            <panel.Component model={panel} />
          </div>
          {runner ? (
            <QueryRows runner={runner} app={CoreApp.PanelEditor} />
          ) : (
            <Text color="secondary">This panel has no query.</Text>
          )}
        </div>
        <aside className={styles.options} data-testid="data-testid Panel editor option pane content">
          {data ? <OptionsPane panel={panel} data={data} /> : <Text color="secondary">Waiting for data…</Text>}
        </aside>
      </div>
    </Stack>
  );
}

function runnerOf({ state: { $data } }: VizPanel): SceneQueryRunner | undefined {
  const inner = $data instanceof SceneDataTransformer ? $data.state.$data : $data;
  return inner instanceof SceneQueryRunner ? inner : undefined;
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr) 340px',
    [theme.breakpoints.down('lg')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
  main: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
  panel: css({ height: 'min(60vh, 560px)' }),
  options: css({
    alignSelf: 'start',
    position: 'sticky',
    top: 60,
    maxHeight: 'calc(100vh - 76px)',
    overflowY: 'auto',
    [theme.breakpoints.down('lg')]: { position: 'static', maxHeight: 'none' },
    background: theme.colors.background.primary,
    borderRadius: theme.shape.radius.default,
  }),
});
