import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a running demo left in its folder, and how its parts are asked. */
const run = fileURLToPath(new URL('../../.cache/run', import.meta.url));
const read = (name: string) => readFileSync(`${run}/${name}`, 'utf8');

const token = () => read('secrets/retrain-token');
const portOf = (file: string, pattern: RegExp) => Number(pattern.exec(read(file))?.[1] ?? NaN);

/** Base URL of each part of this clone's demo; ports move where others are busy. */
export const parts = {
  gateway: () => `http://127.0.0.1:${portOf('retrain.yaml', /listen: 127\.0\.0\.1:(\d+)/)}`,
  trainer: () => `http://127.0.0.1:${portOf('retrain.yaml', /127\.0\.0\.1:(\d+)\/train/)}`,
  trustyai: () => (JSON.parse(read('trainer.json')) as { trustyai: string }).trustyai,
  prometheus: () => (JSON.parse(read('trainer.json')) as { prometheus: string }).prometheus,
  alertmanager: () => `http://127.0.0.1:${portOf('prometheus.yml', /alertmanagers:[\s\S]*?127\.0\.0\.1:(\d+)/)}`,
};

export async function json<T>(url: string, init: RequestInit = {}): Promise<T> {
  const reply = await fetch(url, { ...init, signal: AbortSignal.timeout(20_000) });
  const text = await reply.text();
  if (!reply.ok) {
    throw new Error(`${url} answered ${reply.status}: ${text.slice(0, 300)}`);
  }
  return JSON.parse(text) as T;
}

/** Asks the gateway with its secret. */
export function gateway<T>(path: string, body?: unknown): Promise<T> {
  const headers = { authorization: `Bearer ${token()}`, 'content-type': 'application/json' };
  const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
  return json<T>(`${parts.gateway()}${path}`, init);
}

export interface Incident {
  id: string;
  model: string;
  modelVersion: string;
  state: string;
  openedAt: string;
  closedAt?: string;
  run?: { id: string; phase: string; version?: string; startedAt?: string; endedAt?: string };
  alerts: Array<{ feature?: string; status: string; startsAt: string }>;
}

export const incidents = async () => (await gateway<{ incidents: Incident[] }>('/incidents')).incidents;

export interface TrainingRun {
  order: { runId: string };
  state: string;
  step: string;
}

export const trainingRuns = () => json<TrainingRun[]>(`${parts.trainer()}/runs`);

/** Signals a process of this clone's demo, found by what stands on its command line. */
export function signal(name: 'gateway' | 'trainer' | 'prometheus' | 'emulator', kind: NodeJS.Signals): void {
  const marks = {
    gateway: `soundcheck-retrain.mjs --config ${run}`,
    trainer: `trainer/src/main.ts --config ${run}`,
    prometheus: `config.file=${run}`,
    emulator: `emulator/src/main.ts .*${run}`,
  };
  execFileSync('pkill', [`-${kind.replace('SIG', '')}`, '-f', marks[name]]);
}

/** The numbers of an instant query by their feature; the first series where there is no such label. */
export async function instant(query: string): Promise<Map<string, number>> {
  interface Reply {
    data: { result: Array<{ metric: Record<string, string>; value: [number, string] }> };
  }
  const url = `${parts.prometheus()}/api/v1/query?query=${encodeURIComponent(query)}`;
  const { data } = await json<Reply>(url);
  return new Map(data.result.map(({ metric, value }) => [metric['feature'] ?? '', Number(value[1])]));
}
