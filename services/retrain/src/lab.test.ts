import { afterEach, describe, expect, it } from 'vitest';
import { features, minute, notice, webhook } from './testing/alerts.ts';
import { hasAlertmanager, startAlertmanager } from './testing/alertmanager.ts';
import { token } from './testing/config.ts';
import { startTestGateway, until } from './testing/gateway.ts';
import { startGrafana, startListener } from './testing/lab.ts';

/** What the lab's training trigger needs, against its listener, an Alertmanager and a Grafana. */

const open: Array<{ close(): Promise<void> }> = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) {
    await thing.close();
  }
});

const secret = 'the-listener-s-token';

async function startAll(fields: object = {}) {
  const listener = await startListener(secret);
  const grafana = await startGrafana();
  const targets = [{ tekton: { url: listener.url, token: secret } }];
  const gateway = await startTestGateway({
    targets,
    annotations: { grafana: grafana.url, token: 'grafana-token' },
    callbackUrl: 'http://gateway:8090/',
    ...fields,
  });
  open.push(listener, grafana, gateway);
  return { listener, grafana, gateway };
}

const recent = () => Date.now() - 5 * minute;
const burst = (namespace: string, startsAt: number, endsAt?: number) =>
  features.map((feature) => notice({ namespace, feature, startsAt, endsAt }));

if (!hasAlertmanager) {
  console.warn('.cache/bin/alertmanager is not built: the tests with a real Alertmanager are skipped.');
}

describe.skipIf(!hasAlertmanager)('from a real Alertmanager', () => {
  it('thirteen features in test and prod, repeats and resolved ones make two runs', async () => {
    const { listener, gateway } = await startAll();
    const alertmanager = await startAlertmanager(gateway.url, token);
    open.push(alertmanager);
    // Begun now: an alert older than group_wait would be sent at once, without those that come with it.
    const startsAt = Date.now();
    await alertmanager.post([...burst('jukebox-prod', startsAt), ...burst('jukebox-test', startsAt)]);
    await until(() => listener.pipelineRuns.length === 2);

    const [first] = listener.received.map(({ body }) => JSON.parse(body));
    expect(first.receiver).toBe('soundcheck-retrain');
    expect(first.soundcheck).toEqual({
      runId: expect.stringMatching(/^jukebox-[0-9a-f]{12}$/),
      namespace: expect.stringMatching(/^jukebox-(prod|test)$/),
      model: 'jukebox',
      modelVersion: 'v1',
      features: [...features].sort(),
      callbackUrl: `http://gateway:8090/runs/${first.soundcheck.runId}/end`,
    });
    expect(
      listener.pipelineRuns.map(({ application, version, namespace }) => [application, version, namespace]).sort()
    ).toEqual([
      ['jukebox', 'datadrift', 'jukebox-prod'],
      ['jukebox', 'datadrift', 'jukebox-test'],
    ]);

    // Three repeats of each group, then their ends and the repeats of those.
    const metric = async (outcome: string) =>
      Number(
        new RegExp(`alerts_total{outcome="${outcome}"} (\\d+)`).exec(String((await gateway.call('/metrics')).body))?.[1]
      );
    await until(async () => (await metric('duplicate')) >= 3 * 26);
    await alertmanager.post([
      ...burst('jukebox-prod', startsAt, Date.now()),
      ...burst('jukebox-test', startsAt, Date.now()),
    ]);
    await until(async () => (await gateway.incidents()).every(({ closedAt }) => closedAt !== undefined));
    expect(listener.received).toHaveLength(2);
  });

  it('an alert whose listener is down is not lost', async () => {
    const { listener, gateway } = await startAll();
    listener.up = false;
    const alertmanager = await startAlertmanager(gateway.url, token);
    open.push(alertmanager);
    await alertmanager.post([notice({ startsAt: recent() })]);
    const [waiting] = await until(async () => {
      const incidents = await gateway.incidents();
      return (incidents[0]?.run?.attempts ?? 0) > 2 && incidents;
    });
    expect(waiting).toMatchObject({ state: 'firing', run: { problem: expect.stringMatching(/answered 503\.$/) } });
    listener.up = true;
    await until(() => listener.pipelineRuns.length === 1);
    await until(async () => (await gateway.incidents())[0]?.state === 'training');
  });
});

it('starts the same from a contact point of Grafana', async () => {
  const { listener, gateway } = await startAll();
  const grafanas = { version: '1', orgId: 1, title: '[FIRING:1]', state: 'alerting', message: '**Firing**' };
  const call = webhook([notice()], grafanas);
  expect((await gateway.call('/alerts', call)).status).toBe(200);
  expect((await gateway.call('/alerts', call)).status).toBe(200);
  await until(() => listener.pipelineRuns.length === 1);
  expect(listener.received).toHaveLength(1);
});

it('gives names that a trigger can split to alerts that have none', async () => {
  const { listener, gateway } = await startAll();
  await gateway.deliver([notice({ model: 'credit-score', labels: { alertname: 'DriftHigh' } })]);
  await until(() => listener.pipelineRuns.length === 1);
  expect(listener.pipelineRuns).toMatchObject([{ application: 'creditscore', version: 'datadrift' }]);
});

it('shows a listener that refuses the secret, and starts nothing', async () => {
  const listener = await startListener('another-token');
  const gateway = await startTestGateway({ targets: [{ tekton: { url: listener.url, token: secret } }] });
  open.push(listener, gateway);
  await gateway.deliver([notice()]);
  const refused = await until(async () => (await gateway.incidents()).find(({ run }) => (run?.attempts ?? 0) > 1));
  expect(refused).toMatchObject({ state: 'firing', run: { problem: expect.stringMatching(/answered 401/) } });
  expect(refused.run?.problem).not.toContain(secret);
  expect(listener.pipelineRuns).toEqual([]);
});

it('writes alert, start, end and new version as annotations, once, even where Grafana was down', async () => {
  const { listener, grafana, gateway } = await startAll();
  grafana.up = false;
  const startsAt = recent();
  await gateway.deliver([notice({ startsAt })]);
  await until(() => listener.pipelineRuns.length === 1);
  await until(async () => (await gateway.incidents())[0]?.state === 'training');
  grafana.up = true;
  const [run] = listener.pipelineRuns;
  await gateway.call(`/runs/${run?.name}/end`, { result: 'succeeded', version: 'v2', message: 'accuracy 0.91' });
  await until(async () => (await gateway.incidents())[0]?.annotations.length === 4);

  const tags = (kind: string) => [
    'soundcheck',
    'retraining',
    'model:jukebox',
    'namespace:jukebox-prod',
    `run:${run?.name}`,
    kind,
  ];
  const [incident] = await gateway.incidents();
  const startedAt = Date.parse(incident?.run?.startedAt ?? '');
  const endedAt = Date.parse(incident?.run?.endedAt ?? '');
  const byTime = [...grafana.annotations].sort((a, b) => a.time - b.time || a.text.localeCompare(b.text));
  expect(byTime).toEqual([
    { time: startsAt, tags: tags('drift alert'), text: 'Drift alert: jukebox v1 in jukebox-prod; features: tempo' },
    {
      time: startedAt,
      timeEnd: endedAt,
      tags: tags('training ended'),
      text: `Training ended (succeeded): jukebox v1 in jukebox-prod, run ${run?.name}: accuracy 0.91`,
    },
    {
      time: startedAt,
      tags: tags('training started'),
      text: `Training started: jukebox v1 in jukebox-prod, run ${run?.name}`,
    },
    { time: endedAt, tags: tags('new version'), text: 'New version v2 of jukebox in jukebox-prod' },
  ]);
  expect(grafana.received.every(({ headers }) => headers.authorization === 'Bearer grafana-token')).toBe(true);
});
