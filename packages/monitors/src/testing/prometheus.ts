import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';

/** A running Prometheus of a test. */
export interface RunningPrometheus {
  url: string;
  stop(): Promise<void>;
}

/** A port that nobody holds now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))
      );
    });
  });
}

async function ready(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/-/ready`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/**
 * Starts Prometheus on 127.0.0.1.
 * @param configuration text of prometheus.yml
 * @param data folder with blocks, kept; absent: an empty one
 */
export async function startPrometheus(
  binary: string,
  configuration: string,
  data?: string
): Promise<RunningPrometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-prometheus-'));
  const file = join(folder, 'prometheus.yml');
  writeFileSync(file, configuration);
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const args = [`--config.file=${file}`, `--storage.tsdb.path=${data ?? folder}`, '--storage.tsdb.retention.time=100y'];
  const child = spawn(binary, [...args, `--web.listen-address=127.0.0.1:${String(port)}`], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 300; tries++) {
    if (await ready(url)) {
      return { url, stop };
    }
    await sleep(100);
  }
  await stop();
  throw new Error(`${binary} did not answer within half a minute.`);
}

const labels = v.record(v.string(), v.string());
const sample = v.tuple([v.number(), v.string()]);
const vectorReply = v.object({
  data: v.object({ result: v.array(v.object({ metric: labels, value: sample })) }),
});
const matrixReply = v.object({
  data: v.object({ result: v.array(v.object({ metric: labels, values: v.array(sample) })) }),
});

async function ask(url: string, path: string, query: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${url}/api/v1/${path}`, { method: 'POST', body: new URLSearchParams(query) });
  if (!response.ok) {
    throw new Error(`${path} ${query['query'] ?? ''}: ${await response.text()}`);
  }
  return await response.json();
}

export async function instantQuery(url: string, query: string, time?: number) {
  const reply = await ask(url, 'query', { query, ...(time === undefined ? {} : { time: String(time) }) });
  return v.parse(vectorReply, reply).data.result;
}

/** @param range seconds since the epoch */
export async function rangeQuery(url: string, query: string, range: { start: number; end: number; step: number }) {
  const { start, end, step } = range;
  const reply = await ask(url, 'query_range', { query, start: String(start), end: String(end), step: String(step) });
  return v.parse(matrixReply, reply).data.result;
}
