import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const started: ChildProcess[] = [];
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')));

/** Starts the program; `until` settles with the output so far once it contains the text. */
function start(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args]);
  started.push(child);
  let output = '';
  const waiting: Array<() => void> = [];
  const take = (chunk: unknown) => {
    output += String(chunk);
    waiting.forEach((check) => check());
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const until = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const check = () => output.includes(text) && resolve(output);
      waiting.push(check);
      check();
      void ended.then(() => reject(new Error(`ended with: ${output}`)));
    });
  return { child, ended, until, output: () => output };
}

it.each(['SIGTERM', 'SIGINT'] as const)('listens, ticks and ends cleanly on %s', async (signal) => {
  const program = start('--port', '0', '--schedule', '50ms');
  const said = await program.until('this is an emulator');
  const url = /emulator listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
  const metrics = await (await fetch(`${url}/q/metrics`)).text();
  expect(metrics).toContain('trustyai_model_count_total');
  program.child.kill(signal);
  expect(await program.ended).toBe(0);
});

it('restarts on SIGHUP: rows stay, schedules are forgotten', async () => {
  const program = start('--port', '0');
  const said = await program.until('this is an emulator');
  const url = /emulator listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
  const post = (path: string, body: object) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const column = (name: string) => ({ name, shape: [3], datatype: 'FP64', data: [1, 2, 3] });
  await post('/data/upload', {
    model_name: 'm',
    data_tag: 'TRAINING',
    request: { inputs: [column('x')] },
    response: { model_name: 'm', model_version: '1', outputs: [column('y')] },
  });
  await post('/metrics/drift/kstest/request', { modelId: 'm', referenceTag: 'TRAINING', fitColumns: ['x'] });
  const listed = async (path: string) => JSON.stringify(await (await fetch(`${url}${path}`)).json());
  expect(await listed('/metrics/drift/kstest/requests')).toContain('TRAINING');
  program.child.kill('SIGHUP');
  await program.until('restarted on the same storage');
  expect(await listed('/metrics/drift/kstest/requests')).not.toContain('TRAINING');
  expect(await listed('/info/tags')).toContain('"TRAINING":3');
});

it('speaks the Java dialect when asked to', async () => {
  const program = start('--port', '0', '--dialect', 'java');
  const said = await program.until('(Java dialect)');
  const url = /emulator listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
  expect((await fetch(`${url}/openapi.json`)).status).toBe(404);
  // A metric asked without a body hangs up.
  await expect(fetch(`${url}/metrics/identity`, { method: 'POST' })).rejects.toThrow('fetch failed');
});

it('says in one sentence that a port is taken', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  const { port } = blocker.address() as AddressInfo;
  const program = start('--port', String(port));
  expect(await program.ended).toBe(1);
  expect(program.output()).toBe(`emulator: Port ${port} on 127.0.0.1 is taken; choose another with --port.\n`);
  blocker.close();
});

it('says in one sentence what is wrong with an option', async () => {
  const program = start('--port', 'x');
  expect(await program.ended).toBe(1);
  expect(program.output()).toBe('emulator: --port must be a number from 0 to 65535, not "x".\n');
});
