import type { Progress, Work } from './analyst.ts';
import { Cancelled } from './cancelled.ts';
import { inSlices } from './in-slices.ts';

/** Steps that each say how far they are; `done` counts them. */
function* steps(count: number, done: number[]): Work<string> {
  for (let step = 1; step <= count; step++) {
    done.push(step);
    yield { share: step / count, doing: `step ${step}` };
  }
  return 'whole';
}

function waiting(onProgress: (progress: Progress) => void = () => undefined) {
  const controller = new AbortController();
  return { controller, waiting: { signal: controller.signal, onProgress } };
}

it('gives the result of the work and does every step once', async () => {
  const done: number[] = [];
  await expect(inSlices(steps(50, done), waiting().waiting, 5)).resolves.toBe('whole');
  expect(done).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
});

it('lets others have their turn after each slice, and says how far it is', async () => {
  const shares: number[] = [];
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  // A slice of no time ends after each step.
  await inSlices(steps(20, []), waiting(({ share }) => shares.push(share)).waiting, 0);
  clearInterval(timer);
  expect(shares).toEqual(Array.from({ length: 20 }, (_, at) => (at + 1) / 20));
  expect(turns).toBeGreaterThan(0);
});

it('stops where nobody waits any more', async () => {
  const done: number[] = [];
  const { controller, waiting: mine } = waiting(({ share }) => share >= 0.1 && controller.abort());
  await expect(inSlices(steps(100, done), mine, 0)).rejects.toThrow(Cancelled);
  expect(done).toHaveLength(10);
});

it('does not begin what is no longer asked for', async () => {
  const done: number[] = [];
  const { controller, waiting: mine } = waiting();
  controller.abort();
  await expect(inSlices(steps(3, done), mine, 5)).rejects.toThrow(Cancelled);
  expect(done).toEqual([]);
});

it('hands on what the work throws', async () => {
  function* broken(): Work<never> {
    yield { share: 0.5, doing: 'half' };
    throw new Error('The bins do not ascend.');
  }
  await expect(inSlices(broken(), waiting().waiting, 5)).rejects.toThrow('The bins do not ascend.');
});
