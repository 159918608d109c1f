import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadInput } from '../bad-input.ts';
import { prepare } from '../prepare.ts';
import { receiver } from '../testing/receiver.ts';
import { withFiles } from '../testing/csv-files.ts';
import { startLive } from './live.ts';
import type { Live } from './live.ts';
import type { Receiver } from '../testing/receiver.ts';

const port = 18131;
const metrics = `http://127.0.0.1:${port}/metrics`;
const live = 'day,wind,sky\n2024-01-01,1,grey\n2024-01-02,2,grey\n2024-01-03,3,blue\n';

let folder: string;
let trusty: Receiver;
let running: Live | undefined;
let said: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'live-'));
  trusty = await receiver();
  said = [];
  await withFilesPrepared();
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  await trusty.close();
  rmSync(folder, { recursive: true });
});

async function withFilesPrepared(): Promise<void> {
  // The files are read before the first await inside, so they may go when the promise is made.
  await withFiles({ 'a.csv': live, 'b.csv': live }, (files) =>
    prepare({
      command: 'prepare',
      out: folder,
      nowMs: 1_780_000_000_000,
      seed: 1,
      instance: 'model-server',
      ownData: { reference: join(files, 'a.csv'), live: join(files, 'b.csv'), time: 'day' },
    })
  );
}

async function start(emulator: string, rate = 100): Promise<void> {
  const options = { command: 'live', emulator, port, dir: folder, rate, repeat: false } as const;
  running = await startLive(options, (sentence) => said.push(sentence));
}

/** Waits for something that must come; the test's own time limit ends it if it never does. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await sleep(5);
  }
}

async function sample(name: string): Promise<number> {
  const text = await (await fetch(metrics)).text();
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(name))
      ?.split(' ')
      .at(-1)
  );
}

const windOf = (event: { body: unknown } | undefined) =>
  /"wind".*?"data":\[(\d)/.exec(JSON.stringify(event?.body))?.[1];

describe('live', () => {
  it('repeats the live file in order, each row as a request and a response with one id', async () => {
    await start(trusty.url);
    await until(() => trusty.events.length >= 8);
    const halves = trusty.events.slice(0, 8);
    expect(halves.filter((_half, i) => i % 2 === 0).map(windOf)).toEqual(['1', '2', '3', '1']);
    expect(halves.map((half) => half.type.split('.').at(-1)).slice(0, 2)).toEqual(['request', 'response']);
    expect(halves[0]?.body).toEqual({ inputs: [{ name: 'wind', shape: [1], datatype: 'FP64', data: [1] }] });
    expect(halves[1]?.body).toEqual({
      model_name: 'b',
      model_version: '1',
      outputs: [{ name: 'prediction', shape: [1], datatype: 'FP64', data: [0] }],
    });
    expect(new Set(halves.map((half) => half.id)).size).toBe(4);
    expect(halves[0]?.id).toBe(halves[1]?.id);
  });

  it('has counters that go on from where history ended, and the inputs of the latest request', async () => {
    await start(trusty.url);
    await until(() => trusty.events.length >= 2);
    // Three requests in history; the live ones come on top.
    expect(await sample('ovms_requests_success')).toBeGreaterThan(3);
    expect(await sample('ovms_request_time_us_count')).toBeGreaterThan(3);
    expect(await sample('ovms_wait_for_infer_req_time_us_bucket{le="+Inf"')).toBeGreaterThan(3);
    expect([1, 2, 3]).toContain(await sample('model_input_value{model="b",feature="wind"}'));
  });

  it('serves a deployed version from 0, and hurries with its first rows', async () => {
    await start(trusty.url, 0.5);
    await until(() => trusty.events.length >= 2);
    const reply = await fetch(`http://127.0.0.1:${port}/deploy?version=2&rows=10`, { method: 'POST' });
    expect(reply.status).toBe(202);
    // At a row every two seconds ten more would take twenty.
    await until(() => trusty.events.length >= 22);
    const text = await (await fetch(metrics)).text();
    expect(text).not.toContain('version="1"');
    expect(await sample('ovms_requests_success')).toBeGreaterThanOrEqual(9);
    const bad = await fetch(`http://127.0.0.1:${port}/deploy?version=latest`, { method: 'POST' });
    expect(bad.status).toBe(400);
  });

  it('says once that TrustyAI does not take rows, goes on, and loses no row', async () => {
    trusty.refuse = true;
    await start(trusty.url);
    await until(() => said.length === 2);
    expect(said[1]).toBe(
      `The TrustyAI service at ${trusty.url} does not take inferences: it answered 503: {"detail":"resting"}. Trying again with every row.`
    );
    const before = await sample('ovms_requests_success');
    await sleep(100);
    expect(await sample('ovms_requests_success')).toBeGreaterThan(before);
    trusty.refuse = false;
    await until(() => said.length === 3 && trusty.events.length >= 4);
    expect(said[2]).toBe(`The TrustyAI service at ${trusty.url} takes inferences again.`);
    expect([windOf(trusty.events[0]), windOf(trusty.events[2])]).toEqual(['1', '2']);
  });

  it('says why where nothing listens', async () => {
    await start('http://127.0.0.1:18139');
    await until(() => said.length === 2);
    expect(said[1]).toContain('does not take inferences: connect ECONNREFUSED 127.0.0.1:18139.');
  });

  it('stops after the row in hand', async () => {
    await start(trusty.url);
    await until(() => trusty.events.length >= 2);
    await running?.stop();
    running = undefined;
    const sent = trusty.events.length;
    expect(sent % 2).toBe(0);
    await sleep(60);
    expect(trusty.events).toHaveLength(sent);
    await expect(fetch(metrics)).rejects.toThrow();
  });

  it('refuses a folder that was not prepared and a port that is taken', async () => {
    const options = {
      command: 'live',
      emulator: trusty.url,
      port,
      dir: join(folder, 'no'),
      rate: 1,
      repeat: false,
    } as const;
    await expect(startLive(options, () => undefined)).rejects.toThrow(/scenario\.json cannot be read\. Run "prepare/);
    await start(trusty.url);
    const again = startLive({ ...options, dir: folder }, () => undefined);
    await expect(again).rejects.toThrow(BadInput);
    await expect(again).rejects.toThrow(
      /Cannot listen on 127\.0\.0\.1:18131: .*EADDRINUSE.*Choose another port with --port/
    );
  });
});
