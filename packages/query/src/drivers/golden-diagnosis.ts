import { asRecord, asString } from '../core/json.ts';
import type { Session } from '../core/session.ts';
import { diagnose, diagnoseOneShot, noticesOf } from '../diagnosis/diagnose.ts';
import { healthy } from '../diagnosis/evidence-fixtures.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import { cases } from '../diagnosis/state-fixtures.ts';

/**
 * What the diagnosis makes of each fixture, for the comparison of Node with the Go shell's engine. No service gives this
 * evidence, so it does not get in by the core's own entry; this file is bundled like it, with the same shape.
 */

const fixtures = new Map<string, Evidence>(
  cases.flatMap(({ state, what, on, change }) =>
    on.map((dialect) => [`${state} on ${dialect}: ${what}`, healthy(dialect, change(dialect))] as const)
  )
);

export const names: readonly string[] = [...fixtures.keys()];

/** @param input `{ fixture }`, one of `names` */
export function start(_operation: string, input: unknown): Session<unknown> {
  const name = asString(asRecord(input, 'the input')['fixture'], 'fixture');
  const evidence = fixtures.get(name);
  if (evidence === undefined) {
    throw new Error(`There is no fixture "${name}".`);
  }
  const found = diagnose(evidence);
  const done = { found, notices: noticesOf(found), oneShot: diagnoseOneShot(evidence) };
  return { step: () => ({ done }) };
}
