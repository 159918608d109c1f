import type { Dialect, DialectEntry } from '../catalogue/meaning.ts';
import type { FairnessChoice } from '../core/operations.ts';

/** What a one-shot call and a schedule of the same metric send alike. */

const ALPHA = 0.05;
/** MMD draws permutations: without a seed p and statistic change on every call. */
const SEED = 7;

/** The level of a test, under both names, as either service reads one of the two. */
export function testFields({ meaning }: DialectEntry, dialect: Dialect, alpha = ALPHA): Record<string, unknown> {
  const seed = meaning.metric === 'mmd' && dialect === 'python' ? { seed: SEED } : {};
  return { thresholdDelta: alpha, alpha, ...seed };
}

/** Groups and outcome of SPD and DIR. */
export function fairnessFields(fairness: FairnessChoice, { meaning }: DialectEntry): Record<string, unknown> {
  return {
    protectedAttribute: fairness.protectedAttribute,
    privilegedAttribute: fairness.privileged,
    unprivilegedAttribute: fairness.unprivileged,
    outcomeName: fairness.outcome,
    favorableOutcome: fairness.favorable,
    thresholdDelta: meaning.defaultLimit?.value,
  };
}
