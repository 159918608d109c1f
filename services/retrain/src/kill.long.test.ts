import { expect, it } from 'vitest';
import { killAll, moments } from './testing/kill-rounds.ts';

it.each(moments)('loses no incident and starts no run twice in 200 kills at: %s', async (moment) => {
  const victim = await killAll(true, [moment], 200);
  expect(victim.kills).toBe(200);
});

it.each(moments)('loses no incident and calls at most once in 200 kills at: %s', async (moment) => {
  const victim = await killAll(false, [moment], 200);
  expect(victim.kills).toBe(200);
});
