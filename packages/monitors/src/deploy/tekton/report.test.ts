import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { valuesOf } from '../testing/kustomize.ts';
import { pipelineObjects } from './pipeline.ts';

const task = pipelineObjects('0.1.0').find(
  ({ kind, metadata }) => kind === 'Task' && metadata.name === 'soundcheck-report'
);
const folder = mkdtempSync(join(tmpdir(), 'soundcheck-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the script of the task as Tekton does; returns what the gateway got. */
async function report(variables: Record<string, string>) {
  const script = join(folder, 'report.mjs');
  writeFileSync(script, String(valuesOf(task, 'script')[0]));
  const got: Array<{ url?: string; authorization?: string; body: unknown }> = [];
  const server = createServer((asked, reply) => {
    let body = '';
    asked.on('data', (chunk: unknown) => (body += String(chunk)));
    asked.on('end', () => {
      got.push({ url: asked.url, authorization: asked.headers.authorization, body: JSON.parse(body) });
      reply.end('{}');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const CALLBACK_URL = `http://127.0.0.1:${port}/runs/jukebox-1/end`;
  const env = { ...process.env, CALLBACK_URL, RUN_ID: 'jukebox-1', SOUNDCHECK_RETRAIN_TOKEN: 'secret', ...variables };
  const failed = await new Promise((done) => execFile(process.execPath, [script], { env }, (error) => done(error)));
  server.close();
  return { failed, got };
}

describe('the task that tells the gateway how a run ended', () => {
  it.each([
    { RESULT: 'succeeded', NEW_VERSION: 'v2\n', body: { result: 'succeeded', version: 'v2' } },
    { RESULT: 'failed', NEW_VERSION: '', body: { result: 'failed' } },
    // Nobody's text becomes code.
    {
      RESULT: 'failed',
      NEW_VERSION: "'; process.exit(3); '",
      body: { result: 'failed', version: "'; process.exit(3); '" },
    },
  ])('$RESULT $NEW_VERSION', async ({ body, ...variables }) => {
    expect(await report(variables)).toEqual({
      failed: null,
      got: [{ url: '/runs/jukebox-1/end', authorization: 'Bearer secret', body }],
    });
  });
});
