import { css } from '@emotion/css';
import { CoreApp, FieldType, type GrafanaTheme2, type PanelData } from '@grafana/data';
import {
  EmbeddedScene,
  SceneControlsSpacer,
  SceneQueryRunner,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  UrlSyncContextProvider,
  VizPanel,
} from '@grafana/scenes';
import { RadioButtonGroup, Stack, useStyles2 } from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { QueryRows } from '../edit/query-rows.tsx';
import { Page } from '../shell/page.tsx';
import { SceneControls } from '../shell/scene-controls.tsx';
import { exploreState, type ExploreState } from './explore-state.ts';

const VIEWS = [
  { label: 'Graph', value: 'timeseries' },
  { label: 'Table', value: 'table' },
  { label: 'Logs', value: 'logs' },
];

/** `/explore`: queries of one data source or several, and their frames as a graph, a table or log lines. */
export function ExplorePage() {
  const [search] = useSearchParams();
  // Read once: from then on the scene writes the time range into the URL.
  const [state] = useState(() => exploreState(search));
  const { runner, panel, scene } = useMemo(() => exploreScene(state), [state]);
  return (
    <Page title="Explore">
      <UrlSyncContextProvider scene={scene}>
        <Stack direction="column" gap={2}>
          <SceneControls scene={scene} />
          <QueryRows runner={runner} app={CoreApp.Explore} />
          <Result panel={panel} runner={runner} />
        </Stack>
      </UrlSyncContextProvider>
    </Page>
  );
}

function Result({ panel, runner }: { panel: VizPanel; runner: SceneQueryRunner }) {
  const styles = useStyles2(getStyles);
  const { data } = runner.useState();
  const { pluginId } = panel.useState();
  const [chosen, choose] = useState<string>();
  const wanted = chosen ?? fitting(data);
  useEffect(() => {
    if (data && pluginId !== wanted) {
      void panel.changePluginType(wanted, wanted === 'logs' ? LOGS_OPTIONS : undefined);
    }
  }, [data, panel, pluginId, wanted]);
  return (
    <>
      <div>
        <RadioButtonGroup options={VIEWS} value={wanted} onChange={choose} />
      </div>
      <div className={styles}>
        <panel.Component model={panel} />
      </div>
    </>
  );
}

const LOGS_OPTIONS = { showTime: true, wrapLogMessage: true, enableLogDetails: true, sortOrder: 'Descending' };

function fitting(data?: PanelData): string {
  const isLogs = data?.series.some(({ meta }) => meta?.preferredVisualisationType === 'logs');
  return isLogs ? 'logs' : isTable(data) ? 'table' : 'timeseries';
}

/** Frames that say so, or that have no time, are a table. */
function isTable(data?: PanelData): boolean {
  return (
    data?.series.some(
      ({ meta, fields }) =>
        meta?.preferredVisualisationType === 'table' || fields.every(({ type }) => type !== FieldType.time)
    ) ?? false
  );
}

function exploreScene({ datasource, queries, range }: ExploreState) {
  const runner = new SceneQueryRunner({ datasource, queries, maxDataPointsFromWidth: true });
  const panel = new VizPanel({ title: 'Result', pluginId: 'timeseries', $data: runner });
  const scene = new EmbeddedScene({
    $timeRange: new SceneTimeRange(range),
    controls: [
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ isOnCanvas: true }),
    ],
    body: panel,
  });
  return { runner, panel, scene };
}

const getStyles = (theme: GrafanaTheme2) => css({ height: 460, marginBottom: theme.spacing(2) });
