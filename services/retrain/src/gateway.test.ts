import { afterEach, expect, it } from 'vitest';
import { features, minute, noon, notice } from './testing/alerts.ts';
import { makeJournalFolder } from './testing/folder.ts';
import { startTestGateway, until } from './testing/gateway.ts';
import { startStub } from './testing/stub.ts';

const open: Array<{ close(): Promise<void> }> = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) {
    await thing.close();
  }
});

function keep<T extends { close(): Promise<void> }>(thing: T): T {
  open.push(thing);
  return thing;
}

async function withTarget(status: () => number, fields: object = {}) {
  const target = keep(await startStub(() => ({ status: status() })));
  const targets = [{ http: { url: `${target.url}/train`, idempotent: true } }];
  const gateway = keep(await startTestGateway({ targets, callbackUrl: 'http://gateway', ...fields }));
  return { target, gateway };
}

it('makes one run of thirteen features at once and closes when all are resolved', async () => {
  const { target, gateway } = await withTarget(() => 202);
  expect(await gateway.deliver(features.map((feature) => notice({ feature })))).toBe(200);
  await until(async () => (await gateway.incidents())[0]?.state === 'training');
  expect(target.received).toHaveLength(1);
  const [sent] = target.received.map(({ body, headers }) => ({ ...JSON.parse(body), key: headers['idempotency-key'] }));
  expect(sent).toEqual({
    runId: expect.stringMatching(/^jukebox-[0-9a-f]{12}$/),
    key: sent.runId,
    namespace: 'jukebox-prod',
    model: 'jukebox',
    modelVersion: 'v1',
    features: [...features].sort(),
    callbackUrl: `http://gateway/runs/${sent.runId}/end`,
  });

  const end = { result: 'succeeded', version: 'v2' };
  expect(await gateway.call(`/runs/${sent.runId}/end`, end)).toEqual({
    status: 200,
    body: { run: sent.runId, outcome: 'ended' },
  });
  expect((await gateway.incidents())[0]).toMatchObject({
    state: 'verifying',
    run: { result: 'succeeded', version: 'v2' },
  });

  const endsAt = noon + 30 * minute;
  await gateway.deliver(features.slice(1).map((feature) => notice({ feature, endsAt })));
  expect((await gateway.incidents())[0]?.state).toBe('verifying');
  await gateway.deliver([notice({ feature: features[0], endsAt })]);
  expect((await gateway.incidents())[0]?.state).toBe('closed');
  expect(target.received).toHaveLength(1);
});

it('tries again until the target is there, and says so meanwhile', async () => {
  let status = 503;
  const { target, gateway } = await withTarget(() => status);
  await gateway.deliver([notice()]);
  const waiting = await until(async () =>
    (await gateway.incidents()).find(({ run }) => (run?.attempts ?? 0) >= 2 && run?.phase === 'queued')
  );
  expect(waiting).toMatchObject({ state: 'firing', run: { problem: expect.stringContaining('answered 503') } });
  status = 202;
  await until(async () => (await gateway.incidents())[0]?.state === 'training');
  expect(new Set(target.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
});

it('shows a refused run as a dead letter, which a person may send again', async () => {
  let status = 422;
  const { target, gateway } = await withTarget(() => status);
  await gateway.deliver([notice()]);
  const dead = await until(async () => (await gateway.incidents()).find(({ state }) => state === 'failed'));
  expect(await gateway.call('/dead-letters')).toMatchObject({ body: { deadLetters: [{ id: dead.id }] } });
  status = 202;
  expect((await gateway.call(`/dead-letters/${dead.id}/retry`, {})).status).toBe(200);
  await until(async () => (await gateway.incidents())[0]?.state === 'training');
  expect(target.received).toHaveLength(2);
  expect((await gateway.call(`/dead-letters/${dead.id}/retry`, {})).status).toBe(409);
  expect((await gateway.call('/dead-letters/jukebox-000000000000/retry', {})).status).toBe(404);
});

it('writes down how a call went that was under way when it was told to end', async () => {
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  const target = keep(await startStub(() => held.then(() => ({ status: 202 }))));
  const targets = [{ http: { url: target.url, idempotent: false } }];
  const journal = makeJournalFolder();
  const gateway = await startTestGateway({ targets }, { journal });
  await gateway.deliver([notice()]);
  await until(() => target.received.length === 1);
  const closed = gateway.close();
  answer();
  await closed;
  const again = keep(await startTestGateway({ targets }, { journal }));
  expect(await again.incidents()).toMatchObject([{ state: 'training' }]);
  expect(target.received).toHaveLength(1);
});
