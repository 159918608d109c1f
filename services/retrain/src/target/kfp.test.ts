import { afterEach, expect, it } from 'vitest';
import { notice } from '../testing/alerts.ts';
import { startTestGateway, until } from '../testing/gateway.ts';
import { startStub } from '../testing/stub.ts';

const open: Array<{ close(): Promise<void> }> = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) {
    await thing.close();
  }
});

interface KfpRun {
  run_id: string;
  display_name: string;
  state: string;
  error?: { message: string };
  sent: unknown;
}

/** A KFP server's runs: list with a filter, create, get. It makes doubles, as the real one does. */
async function startKfp(loseAnswers: () => boolean) {
  const runs: KfpRun[] = [];
  const stub = await startStub(({ method, url, body }) => {
    const { pathname, searchParams } = new URL(url, 'http://kfp');
    const [, id] = /^\/apis\/v2beta1\/runs(?:\/(.+))?$/.exec(pathname) ?? [];
    if (id !== undefined) {
      return { status: 200, body: runs.find(({ run_id }) => run_id === id) };
    }
    if (method === 'GET') {
      const { predicates } = JSON.parse(searchParams.get('filter') ?? '{}');
      const [{ key, operation, string_value: name }] = predicates;
      const found =
        key === 'display_name' && operation === 'EQUALS' ? runs.filter((run) => run.display_name === name) : runs;
      // An empty list is left out of the answer.
      return { status: 200, body: found.length > 0 ? { runs: found, total_size: found.length } : {} };
    }
    const sent = JSON.parse(body);
    const run = { run_id: `uuid-${runs.length}`, display_name: sent.display_name, state: 'PENDING', sent };
    runs.push(run);
    return loseAnswers() ? 'hang up' : { status: 200, body: run };
  });
  open.push(stub);
  return { stub, runs };
}

async function startAll(loseAnswers = () => false) {
  const { stub, runs } = await startKfp(loseAnswers);
  const kfp = {
    url: stub.url,
    pipelineId: 'pipeline-1',
    experimentId: 'experiment-1',
    parameters: { epochs: 3, data: '{{namespace}}/{{model}}' },
    token: 'kfp-token',
    poll: '50ms',
  };
  const gateway = await startTestGateway({ targets: [{ kfp }] });
  open.push(gateway);
  await gateway.deliver([notice()]);
  return { stub, runs, gateway };
}

it('makes a run named by the run id and polls it to its end', async () => {
  const { stub, runs, gateway } = await startAll();
  const incident = await until(async () => (await gateway.incidents()).find(({ state }) => state === 'training'));
  expect(incident.run?.reference).toBe('uuid-0');
  expect(runs.map(({ sent }) => sent)).toEqual([
    {
      display_name: incident.id,
      description: 'Retraining of jukebox in jukebox-prod after drift of tempo',
      experiment_id: 'experiment-1',
      pipeline_version_reference: { pipeline_id: 'pipeline-1' },
      runtime_config: { parameters: { epochs: 3, data: 'jukebox-prod/jukebox' } },
    },
  ]);
  expect(stub.received[0]?.url).toContain('experiment_id=experiment-1');
  expect(stub.received.every(({ headers }) => headers.authorization === 'Bearer kfp-token')).toBe(true);
  const [run] = runs;
  if (run) {
    run.state = 'RUNNING';
    const looks = stub.received.length;
    await until(() => stub.received.length > looks + 2);
    expect((await gateway.incidents())[0]?.state).toBe('training');
    run.state = 'SUCCEEDED';
  }
  await until(async () => (await gateway.incidents())[0]?.run?.result === 'succeeded');
});

it('finds its run again after an answer that was lost', async () => {
  let lost = 0;
  const { runs, gateway } = await startAll(() => lost++ === 0);
  await until(async () => (await gateway.incidents())[0]?.state === 'training');
  expect(runs).toHaveLength(1);
  expect((await gateway.incidents())[0]?.run).toMatchObject({ attempts: 2, reference: 'uuid-0' });
});

it.each(['FAILED', 'CANCELED', 'SKIPPED'])('takes %s for a failure', async (state) => {
  const { runs, gateway } = await startAll();
  await until(async () => (await gateway.incidents())[0]?.state === 'training');
  const [run] = runs;
  if (run) {
    run.state = state;
    run.error = { message: 'no GPU' };
  }
  await until(async () => (await gateway.incidents())[0]?.state === 'failed');
  expect((await gateway.incidents())[0]?.run).toMatchObject({ result: 'failed', message: 'no GPU' });
});
