import { describe, expect, it } from 'vitest';
import { createEmulator } from '../emulator.ts';
import type { Emulator } from '../emulator.ts';

async function post(emulator: Emulator, url: string, payload: object) {
  return emulator.app.inject({ method: 'POST', url, payload });
}

/** Rows of a model with a group (0 or 1), a number and an outcome (0 or 1). */
async function upload(emulator: Emulator, rows: number[][], tag?: string) {
  const tensor = (name: string, index: number) => ({
    name,
    shape: [rows.length],
    datatype: 'FP64',
    data: rows.map((row) => row[index]),
  });
  const request = { inputs: [tensor('group', 0), tensor('size', 1)] };
  return post(emulator, '/data/upload', {
    model_name: 'm',
    ...(tag ? { data_tag: tag } : {}),
    request,
    response: { outputs: [tensor('outcome', 2)] },
  });
}

const reference = [
  [0, 1, 0],
  [0, 2, 1],
  [1, 3, 1],
  [1, 4, 1],
];
const current = [
  [0, 5, 0],
  [0, 6, 0],
  [0, 7, 1],
  [1, 8, 1],
  [1, 9, 0],
];
const drift = { modelId: 'm', referenceTag: 'REF', batchSize: 5 };

async function filled(warnings: string[] = []): Promise<Emulator> {
  const emulator = createEmulator({ warn: (message) => warnings.push(message) });
  await upload(emulator, reference, 'REF');
  await upload(emulator, current);
  return emulator;
}

const metricsText = async (emulator: Emulator) => (await emulator.app.inject('/q/metrics')).body;

describe('schedules', () => {
  it('publish at the next tick, not before', async () => {
    const emulator = await filled();
    await post(emulator, '/metrics/drift/kstest/request', drift);
    expect(await metricsText(emulator)).not.toContain('trustyai_kstest');
    emulator.tick();
    expect(await metricsText(emulator)).toMatch(/trustyai_kstest\{.*subcategory="size"\} 1\.0/);
  });

  it('of another label set than the first published are listed, never published, even when no series is left', async () => {
    const warnings: string[] = [];
    const emulator = await filled(warnings);
    const unnamed = await post(emulator, '/metrics/drift/kstest/request', drift);
    emulator.tick();
    await post(emulator, '/metrics/drift/kstest/request', { ...drift, requestName: 'named' });
    await emulator.app.inject({
      method: 'DELETE',
      url: '/metrics/drift/kstest/request',
      payload: unnamed.json<object>(),
    });
    emulator.tick();
    expect(await metricsText(emulator)).not.toContain('trustyai_kstest{');
    expect(warnings.join()).toContain('is not published');
    const list = await emulator.app.inject('/metrics/drift/kstest/requests');
    expect(list.json<{ requests: unknown[] }>().requests).toHaveLength(1);
  });

  it('that find no column publish 0 without subcategory and so lock their gauge', async () => {
    const emulator = await filled();
    await post(emulator, '/metrics/drift/kstest/request', { ...drift, fitColumns: ['nope'] });
    await post(emulator, '/metrics/drift/kstest/request', { ...drift, fitColumns: ['nope', 'size'] });
    emulator.tick();
    const lines = (await metricsText(emulator)).split('\n').filter((line) => line.startsWith('trustyai_kstest{'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^trustyai_kstest\{(?!.*subcategory).*\} 0\.0$/);
  });

  it('freeze when their columns get aliases', async () => {
    const emulator = await filled();
    await post(emulator, '/metrics/drift/comparemeans/request', { ...drift, requestName: 'a' });
    emulator.tick();
    const before = await metricsText(emulator);
    await post(emulator, '/info/names', { modelId: 'm', inputMapping: { size: 'Size', group: 'Group' } });
    await upload(emulator, [[0, 100, 0]]);
    emulator.tick();
    const gauges = (text: string) => text.split('\n').filter((line) => line.startsWith('trustyai_comparemeans{'));
    expect(gauges(await metricsText(emulator))).toEqual(gauges(before));
    expect((await post(emulator, '/metrics/drift/comparemeans', drift)).json()).toEqual({
      detail: 'Feature group not found in data',
    });
  });

  it('are lost by a restart; new ones stay silent until rows arrive', async () => {
    const emulator = await filled();
    await post(emulator, '/metrics/drift/kstest/request', drift);
    emulator.restart();
    expect((await emulator.app.inject('/metrics/drift/kstest/requests')).json()).toEqual({ requests: [] });
    await post(emulator, '/metrics/drift/kstest/request', drift);
    emulator.tick();
    expect(await metricsText(emulator)).not.toContain('trustyai_kstest');
    await upload(emulator, [[0, 1, 0]]);
    emulator.tick();
    expect(await metricsText(emulator)).toContain('trustyai_kstest{');
  });

  it('with a metricName of the caller are kept where they are neither listed nor computed', async () => {
    const emulator = await filled();
    await post(emulator, '/metrics/drift/jensenshannon/request', { ...drift, metricName: 'Banana' });
    await post(emulator, '/metrics/identity/request', { modelId: 'm', columnName: 'size', metricName: 'Identity' });
    emulator.tick();
    expect((await emulator.app.inject('/metrics/drift/jensenshannon/requests')).json()).toEqual({ requests: [] });
    expect(
      (await emulator.app.inject('/metrics/batchmean/requests')).json<{ requests: unknown[] }>().requests
    ).toHaveLength(1);
    expect(await metricsText(emulator)).not.toMatch(/banana|identity|batchmean/);
    expect((await emulator.app.inject('/info')).body).toContain('"metricCounts":{"Banana":1,"BatchMean":1}');
  });
});

describe('fairness', () => {
  const groups = {
    modelId: 'm',
    protectedAttribute: 'group',
    privilegedAttribute: 1,
    unprivilegedAttribute: 0,
    outcomeName: 'outcome',
    favorableOutcome: 1,
    batchSize: 5,
  };

  it.each([
    // Last five rows: 1 of 3 unprivileged and 1 of 2 privileged rows have the favorable outcome.
    ['spd', {}, 1 / 3 - 1 / 2, { lowerBound: -0.1, upperBound: 0.1, outsideBounds: true }],
    ['dir', {}, 2 / 3, { lowerBound: 0.8, upperBound: 1.2, outsideBounds: true }],
    ['spd', { thresholdDelta: 0.5 }, 1 / 3 - 1 / 2, { lowerBound: -0.5, upperBound: 0.5, outsideBounds: false }],
    // Text never equals a stored number, so the group is empty.
    ['spd', { privilegedAttribute: '1' }, null, { lowerBound: -0.1, upperBound: 0.1, outsideBounds: false }],
    [
      'dir',
      { privilegedAttribute: { rawValueNodes: [{ value: 7 }] } },
      null,
      { lowerBound: 0.8, upperBound: 1.2, outsideBounds: false },
    ],
    // The privileged row has the other outcome: an infinite ratio.
    [
      'dir',
      { protectedAttribute: 'size', privilegedAttribute: 9, unprivilegedAttribute: 7 },
      null,
      { lowerBound: 0.8, upperBound: 1.2, outsideBounds: true },
    ],
  ])('%s %j', async (name, change, value, thresholds) => {
    const emulator = await filled();
    const reply = await post(emulator, `/metrics/group/fairness/${name}`, { ...groups, ...change });
    const body = reply.json<{ value: number | null; thresholds: object }>();
    expect(reply.statusCode).toBe(200);
    if (value === null) expect(body.value).toBeNull();
    else expect(body.value).toBeCloseTo(value, 12);
    expect(body.thresholds).toEqual(thresholds);
  });

  it('fails in its own ways', async () => {
    const emulator = await filled();
    const unknown = { ...groups, protectedAttribute: 'nope' };
    const plain = await post(emulator, '/metrics/spd', unknown);
    expect([plain.statusCode, plain.headers['content-type'], plain.body]).toEqual([
      500,
      'text/plain; charset=utf-8',
      'Internal Server Error',
    ]);
    const json = await post(emulator, '/dir', unknown);
    expect(json.json()).toEqual({ detail: 'Error computing metric. Check server logs for details.' });
    const typed = await post(emulator, '/metrics/dir', { ...groups, privilegedAttribute: { type: 'INT32', value: 1 } });
    expect(typed.statusCode).toBe(500);
    const list = await post(emulator, '/metrics/dir', { ...groups, privilegedAttribute: [1] });
    expect(list.json<{ detail: Array<{ loc: string[] }> }>().detail.map(({ loc }) => loc.join('.'))).toEqual(
      ['ReconcilableFeature', 'int', 'float', 'str'].map((kind) => `body.privilegedAttribute.${kind}`)
    );
  });

  it('is scheduled, listed without its group values, and published', async () => {
    const emulator = await filled();
    const { requestId } = (await post(emulator, '/metrics/group/fairness/spd/request', groups)).json<{
      requestId: string;
    }>();
    emulator.tick();
    expect((await emulator.app.inject('/metrics/spd/requests')).json()).toEqual({
      requests: [
        {
          id: requestId,
          requestId,
          modelId: 'm',
          metricName: 'SPD',
          batchSize: 5,
          protectedAttribute: 'group',
          outcomeName: 'outcome',
        },
      ],
    });
    expect(await metricsText(emulator)).toContain(
      `trustyai_spd{metricName="SPD",modelId="m",outcomeName="outcome",protectedAttribute="group",request="${requestId}"} ${1 / 3 - 1 / 2}`
    );
  });
});

it('says that it is an emulator, in its root and its description', async () => {
  const emulator = createEmulator();
  expect((await emulator.app.inject('/')).json<{ message: string }>().message).toContain('emulator');
  const { info } = (await emulator.app.inject('/openapi.json')).json<{
    info: { title: string; description: string };
  }>();
  expect(info.title).toBe('TrustyAI Service API');
  expect(info.description).toContain('emulator');
});

it('answers health and nothing else where it stands for the second port', async () => {
  const { app } = createEmulator({ healthOnly: true });
  expect((await app.inject('/q/health')).json<{ status: string }>().status).toBe('healthy');
  for (const path of ['/', '/info', '/q/metrics', '/openapi.json', '/metrics/drift/kstest/requests']) {
    const reply = await app.inject(path);
    expect([path, reply.statusCode, reply.json()]).toEqual([path, 404, { detail: 'Not Found' }]);
  }
});
