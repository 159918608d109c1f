import { getBackendSrv } from '@grafana/runtime';
import { UrlSyncContextProvider } from '@grafana/scenes';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import * as v from 'valibot';
import { decodeDashboard, type DashboardJson } from '../dashboard/dashboard-json.ts';
import { dashboardScene } from '../dashboard/dashboard-scene.ts';
import { PanelEditPage } from '../edit/panel-edit-page.tsx';
import { Loading } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { useLoaded } from '../shell/use-loaded.ts';

const replySchema = v.object({ dashboard: v.unknown(), meta: v.object({ folderTitle: v.string() }) });

interface Opened {
  folder: string;
  json: DashboardJson;
}

async function load(uid: string): Promise<Opened> {
  const { dashboard, meta } = v.parse(replySchema, await getBackendSrv().get(`/api/dashboards/uid/${uid}`));
  return { json: decodeDashboard(dashboard), folder: meta.folderTitle || 'General' };
}

/** `/d/:uid`, and with `?editPanel=ID` the edit page of one of its panels. */
export function DashboardPage() {
  const { uid = '' } = useParams();
  const [search] = useSearchParams();
  const editPanel = search.get('editPanel');
  const opened = useLoaded(() => load(uid), uid);
  if (opened.state !== 'done') {
    return (
      <Page title="Dashboard">
        <Loading of={opened}>{() => null}</Loading>
      </Page>
    );
  }
  const { json, folder } = opened.value;
  return editPanel === null ? (
    <Dashboard json={json} folder={folder} />
  ) : (
    <PanelEditPage key={editPanel} json={json} panelId={Number(editPanel)} />
  );
}

function Dashboard({ json, folder }: Opened) {
  const scene = useMemo(() => dashboardScene(json), [json]);
  return (
    <Page title={json.title} section={folder}>
      <UrlSyncContextProvider scene={scene} updateUrlOnInit createBrowserHistorySteps>
        <scene.Component model={scene} />
      </UrlSyncContextProvider>
    </Page>
  );
}
