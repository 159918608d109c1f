import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { minute, noon, notice } from './testing/alerts.ts';
import { startTestGateway, until } from './testing/gateway.ts';
import { startStub } from './testing/stub.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Mebibytes of heap in use. */
function heap(): number {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

it('needs no more memory for the hundredth thousand alerts than for the tenth', async () => {
  const target = await startStub(() => ({ status: 202 }));
  const gateway = await startTestGateway({
    targets: [{ http: { url: target.url, idempotent: true } }],
    rate: { burst: 1e6 },
  });
  const models = Array.from({ length: 1_000 }, (_, index) => `model-${index}`);
  const burst = async (number: number) => {
    // Firing, resolved and repeated in turn: none is a new incident after the first.
    const endsAt = number % 2 === 0 ? undefined : noon + minute;
    await Promise.all(models.map((model) => gateway.deliver([notice({ model, endsAt })])));
  };
  const heaps: number[] = [];
  for (let number = 0; number < 100; number++) {
    await burst(number);
    if (number === 0) {
      await until(() => target.received.length >= models.length);
    }
    if (number % 10 === 9) {
      target.received.splice(0);
      heaps.push(heap());
    }
  }
  console.log(`Heap after each ten thousand alerts, MiB: ${heaps.map((used) => used.toFixed(1)).join(' ')}`);
  expect((heaps.at(-1) ?? 0) - (heaps[0] ?? 0)).toBeLessThan(10);
  expect(await gateway.incidents()).toHaveLength(models.length);
  await gateway.close();
  await target.close();
});
