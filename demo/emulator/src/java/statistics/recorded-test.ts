import { describe, expect, it } from 'vitest';
import { Recorded } from './recorded-columns.ts';
import { recordedRuns } from './recorded-runs.ts';
import type { Run } from './recorded-runs.ts';

const recorded = Recorded.open();
const missing = 'needs the recorded exchanges: set SOUNDCHECK_RECORDINGS to their folder';

/** A `describe` on the recordings. Without them it is skipped with a visible line; in CI it fails. */
export function describeRecorded(name: string, tests: (recorded: Recorded, run: (name: string) => Run) => void): void {
  if (recorded !== undefined) {
    const runs = recordedRuns(recorded);
    describe(name, () => tests(recorded, (one) => runs[one] ?? expect.fail(`There is no run ${one}.`)));
  } else if (process.env['CI'] === 'true') {
    it(name, () => expect.fail(`${name}: ${missing}.`));
  } else {
    console.warn(`${name}: ${missing}.`);
    it.skip(`${name}: ${missing}`, () => undefined);
  }
}

/** Expects each column's number as recorded, to a relative 1e-9; columns whose rows are unknown are left out. */
export function expectRecorded(
  published: [string, number][],
  { reference, current }: Run,
  compute: (reference: Float64Array, current: Float64Array) => number
): void {
  const known = published.flatMap(([name, value]) => {
    const [before, now] = [reference.get(name), current.get(name)];
    return before && now ? [{ name, value, ours: compute(before, now) }] : [];
  });
  expect(known.length).toBeGreaterThan(0);
  for (const { name, value, ours } of known) expectClose(ours, value, name);
}

/** To a relative 1e-9; 0, NaN and infinities exactly. */
export function expectClose(ours: number, expected: number, name: string): void {
  const same = Object.is(ours, expected) || Math.abs(ours - expected) <= 1e-9 * Math.abs(expected);
  expect(same ? expected : ours, name).toBe(expected);
}
