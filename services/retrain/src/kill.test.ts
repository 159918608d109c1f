import { expect, it } from 'vitest';
import { killAll, moments } from './testing/kill-rounds.ts';

/** Ten processes are started and killed; milliseconds for a very busy machine. */
const patience = 300_000;

it(
  'loses no incident and starts no run twice, killed at each step, with a target that takes the run id',
  async () => {
    const victim = await killAll(true, moments, 1);
    expect(victim.kills).toBe(moments.length);
  },
  patience
);

it(
  'loses no incident and calls at most once, killed at each step, with a target that takes none',
  async () => {
    const victim = await killAll(false, moments, 1);
    expect(victim.kills).toBe(moments.length);
  },
  patience
);
