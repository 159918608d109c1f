import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  answersByStatus,
  answerSeconds,
  answersPerMinute,
  loggedRequests,
  modelLines,
  modelLogs,
  rowsFromLogs,
  trustyaiWarnings,
} from '@soundcheck/query';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../run-command.ts';
import { getOverTls, startGateway, type Gateway } from './gateway.ts';
import { hasLoki, node, startLoki, type RealLoki } from './real-loki.ts';

const scope = { namespace: 'jukebox-prod', model: 'jukebox' };
const lab = `{ log_type="application", kubernetes_pod_name=~"jukebox-ui.*", kubernetes_namespace_name="jukebox-prod" }`;
const tenant = 'application';
const token = 'a-token';

interface Counts {
  lines: Record<'model' | 'ui' | 'trustyai', number>;
  statuses: Record<string, number>;
  waitedMs: Record<'sum' | 'max' | 'p50' | 'p90' | 'p99', number>;
  bodies: number;
  unicorns: number;
  warnings: number;
}

interface Result {
  metric?: Record<string, string>;
  value?: [number, string];
  values?: Array<[string, string]>;
}

/** Expressions of the shipped dashboard, in order. */
const dashboard = readFileSync(join(root, 'provisioning/dashboards/soundcheck/logs.json'), 'utf8');
const shipped = [...dashboard.matchAll(/"expr": (".*")/g)].map((match) => String(JSON.parse(match[1] ?? '""')));

it('the dashboard asks what the package builds', () => {
  const named = { namespace: 'NAMESPACE', model: 'MODEL' };
  const quantile = (q: string) => answerSeconds(named, '$__auto', ['quantile_over_time', q]);
  const built = [
    answersPerMinute(named, '$__auto'),
    ...['0.5', '0.9', '0.99'].map(quantile),
    modelLines(named),
    trustyaiWarnings(named),
    loggedRequests(named),
  ];
  expect(shipped).toEqual(
    built.map((expr) => expr.replaceAll('NAMESPACE', '$namespace').replaceAll('MODEL', '$model'))
  );
});

describe.skipIf(!hasLoki)('a week of logs in a real Loki', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-logs-'));
  const now = Math.floor(Date.now() / 1000) * 1000;
  let loki: RealLoki;
  let gateway: Gateway;
  let counts: Counts;

  const ask = async (path: string, parameters: Record<string, string>): Promise<Result[]> => {
    const search = new URLSearchParams({ limit: '5000', ...parameters });
    const reply = await fetch(`${loki.url}/loki/api/v1/${path}?${search}`, { headers: { 'x-scope-orgid': tenant } });
    const text = await reply.text();
    expect(reply.ok, text).toBe(true);
    return (JSON.parse(text) as { data: { result: Result[] } }).data.result;
  };
  const time = `${now / 1000 + 5}`;
  const range = { start: `${now / 1000 - 8 * 86_400}`, end: time };
  const instant = (query: string) => ask('query', { query, time });
  const number = async (query: string) => Number((await instant(query))[0]?.value?.[1]);
  const count = (query: string) => number(`sum(count_over_time(${query} [8d]))`);
  const lines = async (query: string) =>
    (await ask('query_range', { query, ...range })).flatMap(({ values = [] }) => values);

  beforeAll(async () => {
    node('demo/scenarios/src/main.ts', ['prepare', '--out', folder, '--now', String(now)]);
    counts = JSON.parse(readFileSync(join(folder, 'logs.json'), 'utf8')) as Counts;
    loki = await startLoki();
    gateway = await startGateway(loki.url, token);
    node('demo/scenarios/src/main.ts', ['ship-logs', '--dir', folder, '--loki', loki.url, '--tenant', tenant]);
    const all = counts.lines.model + counts.lines.ui + counts.lines.trustyai;
    // Old lines are found once they are flushed.
    while ((await count('{log_type="application"}')) !== all) {
      await sleep(200);
    }
  }, 120_000);

  afterAll(async () => {
    gateway?.close();
    await loki?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('answers the queries of the lab with the seeded lines', async () => {
    expect(await count(lab)).toBe(counts.lines.ui);
    expect(await count(`${lab} |= \`🦄🦄🦄🦄\` | json`)).toBe(counts.unicorns);
    const found = await lines(`${lab} |= \`🦄🦄🦄🦄\` | json`);
    expect(found.map(([, line]) => line)).toEqual(Array(5).fill(expect.stringContaining('"message":"🦄🦄🦄🦄"')));
  });

  it('knows the streams of a model', async () => {
    expect(await count(modelLogs(scope))).toBe(counts.lines.model + counts.lines.ui + counts.lines.trustyai);
    expect(await count(trustyaiWarnings(scope))).toBe(counts.warnings);
    expect(await instant(answersByStatus({ ...scope, model: 'juke' }, '8d'))).toEqual([]);
    expect(await instant(answersByStatus({ ...scope, namespace: 'jukebox' }, '8d'))).toEqual([]);
  });

  it('counts answers by status and times them as they were seeded', async () => {
    const statuses = (await instant(answersByStatus(scope, '8d'))).map((one) => [
      one.metric?.status,
      Number(one.value?.[1]),
    ]);
    expect(Object.fromEntries(statuses)).toEqual(counts.statuses);
    const { sum, max, p50, p90, p99 } = counts.waitedMs;
    const seconds = (...aggregation: string[]) => number(answerSeconds(scope, '8d', aggregation));
    expect(await seconds('sum_over_time')).toBeCloseTo(sum / 1000, 6);
    expect(await seconds('max_over_time')).toBeCloseTo(max / 1000, 9);
    expect(await seconds('quantile_over_time', '0.5')).toBeCloseTo(p50 / 1000, 9);
    expect(await seconds('quantile_over_time', '0.9')).toBeCloseTo(p90 / 1000, 9);
    expect(await seconds('quantile_over_time', '0.99')).toBeCloseTo(p99 / 1000, 9);
    expect(60 * 24 * 8 * (await number(`sum(${answersPerMinute(scope, '8d')})`))).toBeCloseTo(
      (counts.statuses['200'] ?? 0) + (counts.statuses['503'] ?? 0),
      3
    );
  });

  it('masks the values of features, and takes colours away', async () => {
    const found = await lines(modelLines(scope));
    const bodies = found.filter(([, line]) => line.includes('"inputs"'));
    expect(bodies.length).toBeGreaterThan(1000);
    expect(found.filter(([, line]) => /"data":\[(?!masked)|\\?u001b/.test(line))).toEqual([]);
  });

  it('gives the rows of logged requests to who asks for them', async () => {
    expect(await count(loggedRequests(scope))).toBe(counts.bodies);
    const found = await lines(loggedRequests(scope));
    const frame = rowsFromLogs({ times: found.map(([at]) => Number(at) / 1e6), lines: found.map(([, line]) => line) });
    const [header = '', ...rows] = readFileSync(join(folder, 'current.csv'), 'utf8').trim().split('\n');
    const [, ...fields] = frame?.fields ?? [];
    expect(fields.map(({ name }) => name)).toEqual(header.split(','));
    const logged = new Set(
      Array.from({ length: found.length }, (_, i) => fields.map(({ values }) => values[i]).join(','))
    );
    expect(rows.filter((row) => !logged.has(row))).toEqual([]);
  });

  it('answers every query of the dashboard through a gateway with a token and its own authority, without detected_labels', async () => {
    const headers = { authorization: `Bearer ${token}` };
    const get = (path: string, given: Record<string, string> = headers) =>
      getOverTls(gateway.url + path, gateway.ca, given);
    const health = '/loki/api/v1/query?query=vector(1)%2Bvector(1)';
    expect((await get(health, {}))[0]).toBe(401);
    expect((await get('/loki/api/v1/detected_labels'))[0]).toBe(404);
    expect((await get('/loki/api/v1/detected_fields'))[0]).toBe(404);
    expect((await get(health))[0]).toBe(200);
    for (const expr of shipped) {
      const query = expr
        .replaceAll('$namespace', scope.namespace)
        .replaceAll('$model', scope.model)
        .replaceAll('$__auto', '1h');
      const [status, text] = await get(
        `/loki/api/v1/query_range?${new URLSearchParams({ query, step: '3600', ...range })}`
      );
      expect(status, text).toBe(200);
      expect((JSON.parse(text) as { data: { result: unknown[] } }).data.result.length).toBeGreaterThan(0);
    }
  });

  it('finds a model and a namespace by any name', async () => {
    const name = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
    const names = fc.sample(fc.tuple(name, name), { numRuns: 25, seed: 1 });
    const odd = [
      ['a"b\\', '`.*'],
      ["o'c", '${x} [[y]] $z'],
      ['(', 'ü\n\t'],
    ];
    const all = [...names, ...odd].map(([namespace = '', model = '']) => ({ namespace, model }));
    const streams = all.map(({ namespace, model }) => ({
      stream: { log_type: 'application', kubernetes_namespace_name: namespace, kubernetes_pod_name: `${model}-0` },
      values: [[`${now}000000`, 'x']],
    }));
    const headers = { 'content-type': 'application/json', 'x-scope-orgid': 'names' };
    const pushed = await fetch(`${loki.url}/loki/api/v1/push`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ streams }),
    });
    expect(pushed.status, await pushed.text()).toBe(204);
    for (const one of all) {
      const search = new URLSearchParams({ query: modelLogs(one), ...range });
      const reply = await fetch(`${loki.url}/loki/api/v1/query_range?${search}`, { headers });
      const text = await reply.text();
      expect(reply.ok, `${modelLogs(one)}: ${text}`).toBe(true);
      const found = (JSON.parse(text) as { data: { result: Array<{ stream: Record<string, string> }> } }).data.result;
      expect(found.map(({ stream }) => [stream.kubernetes_namespace_name, stream.kubernetes_pod_name])).toContainEqual([
        one.namespace,
        `${one.model}-0`,
      ]);
    }
  });
});
