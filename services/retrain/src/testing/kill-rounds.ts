import { expect } from 'vitest';
import { Victim } from './kills.ts';
import type { Moment } from './kills.ts';

export const moments: Moment[] = [
  'any',
  'writing',
  'written',
  'synced',
  'snapshot written',
  'snapshot in place',
  'before call',
  'called',
  'before annotation',
  'annotated',
];

/** Moments at which an at-most-once target may have been called, or not: such a run must wait for a person. */
const midCall: Moment[] = ['before call', 'called'];

/** Kills a gateway `rounds` times at each moment, and holds it to what it promises. */
export async function killAll(idempotent: boolean, at: Moment[], rounds: number): Promise<Victim> {
  const victim = new Victim(idempotent);
  await victim.begin();
  try {
    const models: string[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const moment of at) {
        const model = `model-${models.length}`;
        models.push(model);
        const { run } = await victim.kill(moment, model);
        if (!idempotent && midCall.includes(moment)) {
          expect(run).toMatchObject({ phase: 'dead', doubtful: true });
        } else if (idempotent) {
          expect(run?.phase).toBe('training');
        }
      }
    }
    check(victim, models, idempotent);
    expect((await victim.incidents()).map(({ model }) => model).sort()).toEqual([...models].sort());
    return victim;
  } finally {
    await victim.end();
  }
}

function check(victim: Victim, models: string[], idempotent: boolean): void {
  const ids = new Map(models.map((model) => [model, new Set<string>()]));
  for (const { model, runId } of victim.calls) {
    ids.get(model)?.add(runId);
  }
  for (const [model, runs] of ids) {
    const calls = victim.calls.filter((call) => call.model === model).length;
    // One run id each, or, at most once, perhaps none.
    expect(runs.size).toBeLessThanOrEqual(1);
    if (idempotent) {
      expect(runs.size).toBe(1);
    } else {
      expect(calls).toBeLessThanOrEqual(1);
    }
  }
  expect(victim.annotations).toHaveLength(new Set(victim.annotations).size);
  expect(victim.kills).toBe(models.length);
}
