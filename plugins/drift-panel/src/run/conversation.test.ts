import { serialize } from 'node:v8';
import { FieldType, toDataFrame } from '@grafana/data';
import { defaultOptions } from '../options/options.ts';
import { readFrames } from '../read/read-frames.ts';
import type { DataSet } from '../read/data-set.ts';
import type { Progress } from './analyst.ts';
import { answerer } from './answer-in-worker.ts';
import { Cancelled } from './cancelled.ts';
import { finish } from './finish.ts';
import { slicedChannel } from './sliced.ts';
import { settingsOf } from './settings-of.ts';
import { analystOver } from './start-analyst.ts';
import { conversation, type WorkerPort } from './worker-channel.ts';
import type { ToWorker } from './worker-messages.ts';

/** The worker's side and the page's with the messages between them. Only what can be cloned goes through. */
function worker(): { port: WorkerPort; said: ToWorker[]; moved: ArrayBuffer[] } {
  const said: ToWorker[] = [];
  const moved: ArrayBuffer[] = [];
  const port: WorkerPort = {
    onmessage: null,
    onerror: null,
    terminate: () => undefined,
    postMessage: (message, move) => {
      serialize(message);
      said.push(message);
      moved.push(...move);
      setTimeout(() => void hear(message), 0);
    },
  };
  const hear = answerer((message) => {
    serialize(message);
    port.onmessage?.(new MessageEvent('message', { data: message }));
  });
  return { port, said, moved };
}

const settings = settingsOf(defaultOptions, {
  ...{ from: 0, to: 1000, mostChunks: 10, timeZone: 'UTC', locale: 'en-US', thresholds: {} },
});

function data(rows = 200): DataSet {
  const frame = (refId: string, shift: number) => {
    const values = Array.from({ length: rows }, (_, at) => at / rows + shift);
    return toDataFrame({ refId, fields: [{ name: 'tempo', type: FieldType.number, values }] });
  };
  const { fields, reference } = defaultOptions;
  const wanted = { fields, reference, performance: '', from: 0, to: 1000 };
  return finish(readFrames([frame('reference', 0), frame('B', 0.4)], wanted)).data;
}

function waiting() {
  const controller = new AbortController();
  const progress: Progress[] = [];
  return { controller, progress, signal: controller.signal, onProgress: (one: Progress) => progress.push(one) };
}

it('a worker answers as the page itself does, to the last number', async () => {
  const far = analystOver(Promise.resolve(conversation(worker().port)));
  const near = analystOver(Promise.resolve(slicedChannel()));
  far.open(data());
  near.open(data());
  const request = { feature: 'tempo' };
  expect(await far.report(settings, waiting())).toEqual(await near.report(settings, waiting()));
  expect(await far.detail(request, settings, waiting())).toEqual(await near.detail(request, settings, waiting()));
  expect(await far.dossier(settings, waiting())).toEqual(await near.dossier(settings, waiting()));
});

it('moves every buffer of the rows, each once', async () => {
  const { port, moved } = worker();
  const opened = data();
  conversation(port).open(opened);
  const held = opened.tables.flatMap(({ columns, times }) => [
    ...columns.map((column) => (column.kind === 'numeric' ? column.values : column.codes).buffer),
    ...(times ? [times.buffer] : []),
  ]);
  expect(new Set(moved)).toEqual(new Set(held));
  expect(moved).toHaveLength(new Set(held).size);
});

it('says no to a question before there is data', async () => {
  const analyst = analystOver(Promise.resolve(conversation(worker().port)));
  await expect(analyst.report(settings, waiting())).rejects.toThrow('There is no data yet.');
});

it('a new question of a kind takes the place of the one before, others go on', async () => {
  const { port, said } = worker();
  const analyst = analystOver(Promise.resolve(conversation(port)));
  analyst.open(data());
  const first = analyst.report(settings, waiting());
  const detail = analyst.detail({ feature: 'tempo' }, settings, waiting());
  const second = analyst.report({ ...settings, alpha: 0.01 }, waiting());
  await expect(first).rejects.toThrow(Cancelled);
  await expect(second).resolves.toMatchObject({ tone: 'drift' });
  await expect(detail).resolves.toMatchObject({ request: { feature: 'tempo' } });
  expect(said.filter(({ kind }) => kind === 'ask').length - said.filter(({ kind }) => kind === 'cancel').length).toBe(
    2
  );
});

it('stops where nobody waits, and where the analyst is closed', async () => {
  const analyst = analystOver(Promise.resolve(conversation(worker().port)));
  analyst.open(data());
  const { controller, ...mine } = waiting();
  const report = analyst.report(settings, mine);
  controller.abort();
  await expect(report).rejects.toThrow(Cancelled);
  const other = analyst.report(settings, waiting());
  await Promise.resolve();
  analyst.close();
  await expect(other).rejects.toThrow(Cancelled);
});

it('a worker that ends in the middle is an error with a sentence', async () => {
  const { port } = worker();
  const analyst = analystOver(Promise.resolve(conversation(port)));
  analyst.open(data());
  const report = analyst.report(settings, waiting());
  await Promise.resolve();
  await Promise.resolve();
  port.onerror?.(new ErrorEvent('error', { message: 'out of memory' }));
  await expect(report).rejects.toThrow('The analysis stopped: out of memory.');
});
