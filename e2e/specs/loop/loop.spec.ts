import { expect, test } from '@playwright/test';
import { gateway, incidents, instant, json, parts, signal, trainingRuns } from '../../loop/demo.ts';
import type { Incident } from '../../loop/demo.ts';
import { panelByTitle } from '../../pages/panel.ts';

test.describe.configure({ mode: 'serial' });

/** Polls until `check` passes; parts that are down meanwhile only count as "not yet". */
const eventually = (check: () => Promise<void>, seconds: number) =>
  expect(check).toPass({ timeout: seconds * 1000, intervals: [500] });

const model = { namespace: 'jukebox-prod', model: 'jukebox' };
const selector = `{namespace="${model.namespace}",model="${model.model}",monitor="distribution"}`;
const folder = '../.cache/pictures';

/** The webhook that Alertmanager sends for its present alerts. */
async function webhook(): Promise<{ alerts: Array<{ fingerprint: string }> }> {
  interface Alert {
    fingerprint: string;
    labels: Record<string, string>;
    annotations: Record<string, string>;
    startsAt: string;
  }
  const alerts = await json<Alert[]>(`${parts.alertmanager()}/api/v2/alerts?filter=retrain%3D%22true%22`);
  const firing = alerts.map(({ fingerprint, labels, annotations, startsAt }) => ({
    ...{ status: 'firing', labels, annotations, startsAt, endsAt: '0001-01-01T00:00:00Z' },
    ...{ generatorURL: '', fingerprint },
  }));
  return {
    ...{ version: '4', groupKey: '{}', truncatedAlerts: 0, status: 'firing', receiver: 'soundcheck-retrain' },
    ...{ groupLabels: {}, commonLabels: {}, commonAnnotations: {}, externalURL: '', alerts: firing },
  } as { alerts: Array<{ fingerprint: string }> };
}

let incident: Incident;
let sent: Awaited<ReturnType<typeof webhook>>;

test('the season’s drift becomes one incident with one run, though five features fire, the gateway is killed and the pipeline hangs', async () => {
  test.setTimeout(180_000);
  signal('trainer', 'SIGSTOP');
  await eventually(async () => {
    [incident] = (await incidents()) as [Incident];
    expect(incident).toMatchObject({ ...model, modelVersion: 'v1' });
  }, 120);
  signal('gateway', 'SIGKILL');
  sent = await webhook();
  expect(sent.alerts.length).toBeGreaterThan(1);
  await eventually(async () => {
    expect(await gateway('/alerts', sent)).toHaveProperty('accepted');
  }, 30);
  expect((await incidents()).map(({ id }) => id)).toEqual([incident.id]);
  signal('trainer', 'SIGCONT');
  await eventually(async () => {
    expect((await trainingRuns()).map(({ order }) => order.runId)).toEqual([incident.id]);
  }, 30);
  expect((await incidents()).map(({ id }) => id)).toEqual([incident.id]);
});

test('the new version is watched on a full window of later inferences, the drift is gone and the incident closed', async () => {
  test.setTimeout(300_000);
  await eventually(async () => {
    expect((await trainingRuns()).map(({ state }) => state)).toEqual(['succeeded']);
  }, 150);
  await eventually(async () => {
    const [closed, ...others] = await incidents();
    expect(others).toEqual([]);
    expect(closed).toMatchObject({ id: incident.id, state: 'closed', run: { phase: 'ended', version: 'v2' } });
    incident = closed ?? incident;
  }, 120);
  const over = await instant(`soundcheck:over${selector}`);
  expect(over.size).toBe(13);
  expect([...over.values()].filter((value) => value > 0)).toEqual([]);
  // None is over because it lies under its limit, not because there are too few rows.
  const [scores, limits] = [
    await instant(`soundcheck:score${selector}`),
    await instant(`soundcheck:limit${selector.replace('}', ',value_is="ks_d"}')}`),
  ];
  const limit = Math.min(...limits.values());
  expect(limits.size).toBe(1);
  expect(Math.max(...scores.values())).toBeLessThan(limit);
});

test('late and doubled webhooks, and a Prometheus that restarts, start nothing', async () => {
  test.setTimeout(120_000);
  const reply = await gateway<{ accepted: Array<{ outcome: string }> }>('/alerts', sent);
  expect(reply.accepted.length).toBe(sent.alerts.length);
  signal('prometheus', 'SIGKILL');
  await eventually(async () => expect((await instant('up')).size).toBeGreaterThan(0), 60);
  // Three evaluations of every rule.
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  expect(await trainingRuns()).toHaveLength(1);
  expect(await incidents()).toHaveLength(1);
});

test('a service that forgets its schedules gets them back', async () => {
  test.setTimeout(90_000);
  const scheduled = async () =>
    (await json<{ requests: unknown[] }>(`${parts.trustyai()}/metrics/drift/kstest/requests`)).requests.length;
  signal('emulator', 'SIGHUP');
  expect(await scheduled()).toBe(0);
  await eventually(async () => expect(await scheduled()).toBeGreaterThan(0), 60);
  await eventually(async () => expect((await instant(`soundcheck:score${selector}`)).size).toBe(13), 30);
  expect(await trainingRuns()).toHaveLength(1);
  expect(await incidents()).toHaveLength(1);
});

test('each step is an annotation, and the total delay stands beside its parts', async ({ request }) => {
  await eventually(async () => {
    const reply = await request.get(`/api/annotations?tags=run:${incident.id}`);
    const kinds = ['drift alert', 'training started', 'training ended', 'new version'];
    const tags = ((await reply.json()) as Array<{ tags: string[] }>).map((one) => one.tags);
    expect(kinds.map((kind) => tags.filter((of) => of.includes(kind)).length)).toEqual([1, 1, 1, 1]);
  }, 30);
  const text = await (await fetch(`${parts.gateway()}/metrics`)).text();
  const lines = [...text.matchAll(/^soundcheck_retrain_step_seconds\{.*step="(\w+)".*\} ([\d.]+)$/gm)];
  const steps = new Map(lines.map(([, step = '', seconds]) => [step, Number(seconds)]));
  expect([...steps.keys()].sort()).toEqual(['alert', 'resolved', 'start', 'training']);
  const sum = [...steps.values()].reduce((total, seconds) => total + seconds, 0);
  console.log(
    `from drift alert to closed: ${sum.toFixed(1)} s = ${[...steps].map((one) => one.join(' ')).join(' + ')}`
  );
  // OM-5: persistence of three steps of 5 s, then 90 s at most until the gateway has it.
  expect(steps.get('alert')).toBeLessThan(15 + 90);
});

for (const theme of ['dark', 'light']) {
  test(`Monitors and retraining shows it, ${theme}`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 1400 });
    await page.goto(`/d/soundcheck-monitors?theme=${theme}&from=now-30m&to=now`);
    const row = panelByTitle(page, 'Training runs, before and after').getByRole('row').nth(1);
    await expect(row).toContainText(/succeeded/);
    // Run, from, to, result, then how far the old version was over its limit, and where the new one stands.
    const [from, to, , before, after] = (await row.getByRole('cell').allInnerTexts()).slice(1);
    expect([from, to]).toEqual(['v1', 'v2']);
    expect(Number(before)).toBeGreaterThan(1);
    expect(Number(after)).toBeLessThan(1);
    await expect(panelByTitle(page, 'Wanted: monitors of jukebox')).toContainText('distribution');
    await page.screenshot({ path: `${folder}/loop-${theme}.png` });
  });
}
