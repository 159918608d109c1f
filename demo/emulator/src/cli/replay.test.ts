import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { createEmulator } from '../emulator.ts';
import { History } from '../prometheus/history.ts';
import { carryOn, ReplayClock, replay } from './replay.ts';

const minute = 60_000;
const start = Date.parse('2026-11-16T08:00:00Z');

function upload(at: number, data: number[], tag?: string): object {
  const tensor = (name: string) => ({ name, shape: [data.length], datatype: 'FP64', data });
  return {
    at,
    method: 'POST',
    path: '/data/upload',
    body: {
      model_name: 'm',
      ...(tag ? { data_tag: tag } : {}),
      request: { inputs: [tensor('x')] },
      response: { outputs: [tensor('y')] },
    },
  };
}

function schedule(at: number): object {
  const body = { modelId: 'm', referenceTag: 'REF', batchSize: 2, requestName: 'r' };
  return { at, method: 'POST', path: '/metrics/drift/kstest/request', body };
}

function replayFile(lines: unknown[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'emulator-replay-')), 'events.ndjson');
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return file;
}

async function play(lines: unknown[], untilMs: number) {
  const clock = new ReplayClock();
  const emulator = createEmulator({ clock });
  const history = new History({ job: 'trustyai' });
  const options = { stepMs: 4 * minute, untilMs, history, progress: () => undefined };
  const applied = await replay(emulator, clock, { file: replayFile(lines), ...options });
  return { emulator, applied, openmetrics: await textOf(history) };
}

async function textOf(history: History): Promise<string> {
  const out = new PassThrough();
  const written = history.write(out).then(() => out.end());
  const openmetrics = await text(out);
  await written;
  return openmetrics;
}

it('writes what the gauges showed at each step, and goes on with the same rows and schedules', async () => {
  const { emulator, applied, openmetrics } = await play(
    [
      upload(start + 1000, [1, 2, 3, 4], 'REF'),
      schedule(start + 1000),
      upload(start + 5 * minute, [3, 9]),
      '',
      upload(start + 12 * minute, [1, 4]),
      upload(start + 60 * minute, [0, 0]),
    ],
    start + 15 * minute
  );
  expect(applied).toBe(4);
  const seconds = [4, 8, 12].map((minutes) => (start + minutes * minute) / 1000);
  const schedules = await emulator.app.inject('/metrics/drift/kstest/requests');
  const id = schedules.json<{ requests: Array<{ requestId: string }> }>().requests[0]?.requestId;
  const ks = `trustyai_kstest{fitColumns="x",metricName="KSTest",modelId="m",referenceTag="REF",request="${id}",requestName="r",subcategory="x",job="trustyai"}`;
  // D by hand. Minute 4: the window is the last two reference rows {3, 4} against {1, 2, 3, 4}: at 2, 1/2 - 0.
  // Minute 8: {3, 9}: below 3, 1/2 - 0; from 4 on 1 - 1/2. Minute 12: {1, 4}: 3/4 - 1/2 at 3, 1/2 - 1/4 at 1.
  expect(openmetrics.split('\n').filter((line) => line.includes('trustyai_kstest'))).toEqual([
    '# TYPE trustyai_kstest gauge',
    `${ks} 0.5 ${seconds[0]}`,
    `${ks} 0.5 ${seconds[1]}`,
    `${ks} 0.25 ${seconds[2]}`,
  ]);
  expect(
    openmetrics
      .split('\n')
      .filter((line) => line.includes('observations_total{'))
      .map((line) => line.split(' ').at(-2))
  ).toEqual(['4.0', '6.0', '8.0']);
  expect(openmetrics.endsWith('\n# EOF\n')).toBe(true);

  emulator.tick();
  expect((await emulator.app.inject('/q/metrics')).body).toContain(`request="${id}"`);
  const ids = await emulator.app.inject('/info/inference/ids/m?offset=4&limit=1');
  expect(ids.json<{ ids: Array<{ timestamp: string }> }>().ids[0]?.timestamp).toBe('2026-11-16T08:05:00+00:00');
});

it.each([
  { after: 9 * minute, at: [8, 12, 16, 20] },
  { after: 30_000, at: [8, 12] },
  { after: 61 * minute, at: [8, 12] },
])(
  'carries the last numbers on to the present, $after ms after the end, unless that is long ago',
  async ({ after, at }) => {
    const untilMs = start + 12 * minute;
    const clock = new ReplayClock();
    const emulator = createEmulator({ clock });
    const history = new History({});
    const file = replayFile([upload(start + 5 * minute, [1, 2, 3, 4], 'REF'), schedule(start + 5 * minute)]);
    const order = { file, stepMs: 4 * minute, untilMs, history, progress: () => undefined };
    await replay(emulator, clock, order);
    carryOn(emulator, history, order, untilMs + after);
    const lines = (await textOf(history)).split('\n').filter((line) => line.startsWith('trustyai_kstest{'));
    expect(lines.map((line) => Number(line.split(' ').at(-1)))).toEqual(at.map((one) => (start + one * minute) / 1000));
    expect(new Set(lines.map((line) => line.split(' ').at(-2)))).toHaveLength(1);
  }
);

it.each([
  [['not json'], /Line 1 of the replay file is not JSON/],
  [[{ method: 'POST', path: '/' }], /Line 1 .* has no number "at"/],
  [[{ at: start, method: 'PATCH', path: '/' }], /Line 1 .* has no "method"/],
  [[{ at: start, method: 'GET', path: 'info' }], /Line 1 .* has no "path"/],
  [[upload(start, [1]), upload(start - 1, [1])], /Line 2 .* is earlier than the one before it/],
  [[{ at: start, method: 'POST', path: '/data/upload', body: {} }], /Line 1 .* was refused with 422/],
])('refuses %j', async (lines, sentence) => {
  await expect(play(lines, start + minute)).rejects.toThrow(sentence);
});

it('says that a file is missing', async () => {
  const options = { file: '/no/such/file', stepMs: 1, untilMs: 1, progress: () => undefined };
  await expect(replay(createEmulator(), new ReplayClock(), options)).rejects.toThrow(
    /replay file \/no\/such\/file cannot be read/
  );
});
