import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const MAIN = resolve(import.meta.dirname, '../../../../demo/emulator/src/main.ts');

export interface Emulator {
  url: string;
  stop(): void;
}

/**
 * The demo's TrustyAI emulator as a process of its own, with a tick ten times a second. It keeps everything in memory.
 * @param port of loopback; 0 takes a free one
 */
export async function startEmulator(dialect: 'java' | 'python', port = 0): Promise<Emulator> {
  const args = ['--import', 'tsx', MAIN, '--port', String(port), '--schedule', '100ms', '--dialect', dialect];
  const child = spawn(process.execPath, args);
  let said = '';
  const url = await new Promise<string>((found, failed) => {
    const read = (chunk: unknown) => {
      said += String(chunk);
      const [, at] = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? [];
      if (at !== undefined) {
        found(at);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', () => failed(new Error(`The emulator ended: ${said}`)));
  });
  return { url, stop: () => void child.kill('SIGKILL') };
}

/** Rows of two features; the second one moves by `shift`. No randomness: the golden ratio spreads them evenly. */
function rowsOf(n: number, shift: number): number[][] {
  return Array.from({ length: n }, (_, i) => [(i * 0.618) % 1, ((i * 0.755) % 1) + shift]);
}

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`POST ${url}: ${String(response.status)} ${await response.text()}`);
  }
}

const tensors = (rows: number[][]) => ({
  inputs: [{ name: 'in', shape: [rows.length, 2], datatype: 'FP64', data: rows }],
  outputs: [{ name: 'out', shape: [rows.length, 1], datatype: 'FP64', data: rows.map(([first]) => first) }],
});

/** Uploads `n` rows of the model under a reference tag. */
export async function uploadReference(url: string, model: string, n: number, tag = 'TRAINING'): Promise<void> {
  const { inputs, outputs } = tensors(rowsOf(n, 0));
  await post(`${url}/data/upload`, {
    model_name: model,
    data_tag: tag,
    request: { inputs },
    response: { model_name: model, outputs },
  });
}

/** Sends `n` inferences in which the second feature has moved by half its range. */
export async function sendInferences(url: string, model: string, n: number): Promise<void> {
  const { inputs, outputs } = tensors(rowsOf(n, 0.5));
  const event = (half: 'request' | 'response') => ({
    'ce-id': 'one',
    'ce-specversion': '1.0',
    'ce-source': 'test',
    'ce-type': `org.kubeflow.serving.inference.${half}`,
    'ce-Inferenceservicename': model,
  });
  await post(url, { id: 'one', inputs }, event('request'));
  await post(url, { id: 'one', model_name: model, outputs }, event('response'));
}
