import {
  DataSourceTestFailed,
  DataSourceTestSucceeded,
  type DataSourceApi,
  type DataSourcePlugin,
  type DataSourceSettings,
} from '@grafana/data';
import { getAppEvents, getBackendSrv, getDataSourceSrv } from '@grafana/runtime';
import { Alert, Button, Stack, type AlertVariant } from '@grafana/ui';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { importDataSourcePlugin } from '../host/plugin-loader.ts';
import { Loading } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { messageOf, useLoaded } from '../shell/use-loaded.ts';

interface Opened {
  plugin: DataSourcePlugin<DataSourceApi>;
  settings: DataSourceSettings;
}

async function load(uid: string): Promise<Opened> {
  const settings: DataSourceSettings = await getBackendSrv().get(`/api/datasources/uid/${uid}`);
  const instance = getDataSourceSrv().getInstanceSettings(uid);
  if (!instance) {
    throw new Error(`${settings.name} was provisioned after this page was loaded. Reload the page.`);
  }
  return { settings, plugin: await importDataSourcePlugin(instance.meta) };
}

/** `/connections/datasources/edit/:uid`: the plugin's own config editor, and its health check. */
export function DataSourcePage() {
  const { uid = '' } = useParams();
  const opened = useLoaded(() => load(uid), uid);
  return (
    <Page title={opened.state === 'done' ? opened.value.settings.name : 'Data source'} section="Data sources">
      <Loading of={opened}>
        {({ plugin, settings }) => <DataSourceForm key={uid} plugin={plugin} given={settings} />}
      </Loading>
    </Page>
  );
}

function DataSourceForm({ plugin, given }: { plugin: Opened['plugin']; given: DataSourceSettings }) {
  const [settings, change] = useState(given);
  const { ConfigEditor } = plugin.components;
  return (
    <Stack direction="column" gap={2} maxWidth={100}>
      <Alert severity="info" title="Provisioned data source">
        This data source was added by a file in provisioning/datasources. What is changed here is not saved.
      </Alert>
      {ConfigEditor ? <ConfigEditor options={settings} onOptionsChange={change} /> : <>It has no config editor.</>}
      <HealthCheck uid={settings.uid} />
    </Stack>
  );
}

interface Health {
  severity: AlertVariant;
  title: string;
}

function HealthCheck({ uid }: { uid: string }) {
  const [health, setHealth] = useState<Health>();
  const test = async () => {
    try {
      const result = await (await getDataSourceSrv().get(uid)).testDatasource();
      const succeeded = result.status === 'success';
      setHealth({ severity: succeeded ? 'success' : 'error', title: result.message });
      getAppEvents().publish(succeeded ? new DataSourceTestSucceeded() : new DataSourceTestFailed());
    } catch (error) {
      setHealth({ severity: 'error', title: messageOf(error) });
    }
  };
  return (
    <>
      {health && <Alert {...health} data-testid="data-testid Data source settings page Alert" />}
      <div>
        <Button onClick={() => void test()} data-testid="data-testid Data source settings page Save and Test button">
          Test
        </Button>
      </div>
    </>
  );
}
