import { expect, it } from 'vitest';
import { notice } from './testing/alerts.ts';
import { startTestGateway, until } from './testing/gateway.ts';
import { startStub } from './testing/stub.ts';

const models = Array.from({ length: 1_000 }, (_, index) => `model-${index}`);

it('loses none of a thousand alerts in a burst, of as many models, and starts a run of each', async () => {
  const target = await startStub(() => ({ status: 202 }));
  const gateway = await startTestGateway({ targets: [{ http: { url: target.url, idempotent: true } }] });
  try {
    const statuses = await Promise.all(models.map((model) => gateway.deliver([notice({ model })])));
    expect(new Set(statuses)).toEqual(new Set([200]));
    await until(() => target.received.length >= models.length);
    expect(target.received.map(({ body }) => JSON.parse(body).model).sort()).toEqual([...models].sort());
    await until(async () => (await gateway.incidents()).every(({ state }) => state === 'training'));
  } finally {
    await gateway.close();
    await target.close();
  }
});

it('takes a thousand alerts of one model in one call for one incident', async () => {
  const target = await startStub(() => ({ status: 202 }));
  const gateway = await startTestGateway({ targets: [{ http: { url: target.url, idempotent: true } }] });
  try {
    expect(await gateway.deliver(models.map((feature) => notice({ feature })))).toBe(200);
    await until(async () => (await gateway.incidents())[0]?.state === 'training');
    expect(await gateway.incidents()).toHaveLength(1);
    expect(target.received.map(({ body }) => JSON.parse(body).features)).toEqual([[...models].sort()]);
  } finally {
    await gateway.close();
    await target.close();
  }
});
