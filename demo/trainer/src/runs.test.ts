import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextVersion } from './run.ts';
import { Runs } from './runs.ts';
import { trainerServer } from './server.ts';
import type { Server } from 'node:http';
import type { Work } from './runs.ts';

let folder: string;
let gateway: Server;
let callbackUrl: string;
let told: Array<{ path?: string; auth?: string; body: unknown }>;
let refusals: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trainer-'));
  told = [];
  refusals = 0;
  gateway = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      if (refusals > 0) {
        refusals -= 1;
        response.writeHead(503).end();
        return;
      }
      told.push({ path: request.url, auth: request.headers.authorization, body: JSON.parse(text) });
      response.end('{}');
    });
  });
  await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done));
  const address = gateway.address();
  callbackUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});

afterEach(() => {
  gateway.close();
  rmSync(folder, { recursive: true });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((next) => setTimeout(next, 5));
  }
}

/** The gateway has heard it, and the file says so: nothing is written after. */
const toldAndSaved = () => until(() => readFileSync(join(folder, 'runs.json'), 'utf8').includes('"told": true'));

const order = (runId: string) => ({
  runId,
  namespace: 'prod',
  model: 'm',
  modelVersion: 'v1',
  callbackUrl: `${callbackUrl}/runs/${runId}/end`,
});
const runsWith = (work: Work) => new Runs(join(folder, 'runs.json'), work, 'secret');

describe('the pipeline stand-in', () => {
  it('takes an order twice as one run, and tells its end with the version', async () => {
    let worked = 0;
    const server = trainerServer(
      runsWith(async (_run, at) => {
        worked += 1;
        at('train');
      })
    );
    const post = () => server.inject({ method: 'POST', url: '/train', payload: order('m-1') });
    expect([(await post()).statusCode, (await post()).statusCode]).toEqual([202, 200]);
    await toldAndSaved();
    expect(worked).toBe(1);
    expect(told).toEqual([
      {
        path: '/runs/m-1/end',
        auth: 'Bearer secret',
        body: { result: 'succeeded', version: 'v2', message: 'Version v2 of m is served and watched.' },
      },
    ]);
  });

  it('says which step failed and why', async () => {
    runsWith(async (_run, at) => {
      at('reference');
      throw new Error('TrustyAI is away.');
    }).take(order('m-2'));
    await toldAndSaved();
    expect(told[0]?.body).toEqual({ result: 'failed', message: 'The step "reference" failed: TrustyAI is away.' });
  });

  it('tells a gateway that was away once it is back', async () => {
    refusals = 1;
    runsWith(() => Promise.resolve()).take(order('m-3'));
    await toldAndSaved();
    expect(told).toHaveLength(1);
  });

  it('stopped in the middle, calls the run failed and does not begin it again', async () => {
    runsWith(() => new Promise(() => undefined)).take(order('m-4'));
    await until(() => readFileSync(join(folder, 'runs.json'), 'utf8').includes('"running"'));
    const anew = runsWith(() => Promise.reject(new Error('begun again')));
    await toldAndSaved();
    expect(told[0]?.body).toEqual({
      result: 'failed',
      message: 'The pipeline was stopped at the step "collect".',
    });
    expect(anew.take(order('m-4')).isNew).toBe(false);
  });

  it('refuses an order that names no run', async () => {
    const reply = await trainerServer(runsWith(() => Promise.resolve())).inject({
      method: 'POST',
      url: '/train',
      payload: { model: 'm' },
    });
    expect([reply.statusCode, reply.json<{ message: string }>().message]).toEqual([
      400,
      expect.stringMatching(/^runId: /),
    ]);
  });

  it.each([
    ['v1', 'v2'],
    ['v9', 'v10'],
    ['2024.12', '2024.13'],
    ['blue', 'blue-2'],
  ])('after %s comes %s', (version, next) => expect(nextVersion(version)).toBe(next));
});
