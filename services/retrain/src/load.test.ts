import { expect, it } from 'vitest';
import { notice } from './testing/alerts.ts';
import { startTestGateway, until } from './testing/gateway.ts';
import { startStub } from './testing/stub.ts';

/** Milliseconds for a very busy machine. */
const patience = 300_000;
const models = Array.from({ length: 1_000 }, (_, index) => `model-${index}`);

it(
  'loses none of a thousand alerts in a burst, a hundred at a time and of as many models, and starts a run of each',
  async () => {
    const target = await startStub(() => ({ status: 202 }));
    const gateway = await startTestGateway({ targets: [{ http: { url: target.url, idempotent: true } }] });
    try {
      const statuses: number[] = [];
      const waiting = [...models];
      const sender = async () => {
        for (let model = waiting.pop(); model !== undefined; model = waiting.pop()) {
          statuses.push(await gateway.deliver([notice({ model })]));
        }
      };
      await Promise.all(Array.from({ length: 100 }, sender));
      expect(statuses).toHaveLength(models.length);
      expect(new Set(statuses)).toEqual(new Set([200]));
      await until(() => target.received.length >= models.length, 200);
      expect(target.received.map(({ body }) => JSON.parse(body).model).sort()).toEqual([...models].sort());
      await until(async () => (await gateway.incidents()).every(({ state }) => state === 'training'), 500);
    } finally {
      await gateway.close();
      await target.close();
    }
  },
  patience
);

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
