import type { Schedule } from '../../../service/model.ts';
import type { Target } from './payload.ts';

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === new Set([...a, ...b]).size && new Set(b).size === new Set(a).size;
}

/** Equal, or one of them is not listed by this service. */
function agrees(listed: unknown, sent: unknown): boolean {
  return listed === undefined || sent === undefined || listed === sent;
}

/**
 * The schedule that computes the same already. Names are left aside: two names for one number are one number too many.
 * Java computes every numeric column whatever was asked, so there drift is the same for any features.
 */
export function sameSchedule(
  target: Target,
  payload: Readonly<Record<string, unknown>>,
  listed: readonly Schedule[]
): Schedule | undefined {
  const { wanted, dialect, entry, model } = target;
  const columns = payload['fitColumns'];
  const features = Array.isArray(columns) ? columns.map(String) : [String(payload['columnName'])];
  return listed.find((one) => {
    if (one.model !== model.id || one.metric !== wanted.metric || one.batchSize !== wanted.batchSize) {
      return false;
    }
    if (!agrees(one.threshold, entry.kind === 'mean' ? undefined : payload['thresholdDelta'])) {
      return false;
    }
    switch (entry.kind) {
      case 'mean':
        return sameNames(one.features ?? [], features);
      case 'fairness':
        // Python lists no groups: other groups of the same columns are another question.
        return (
          one.fairness?.privileged !== undefined &&
          one.fairness.protectedAttribute === payload['protectedAttribute'] &&
          one.fairness.outcome === payload['outcomeName'] &&
          one.fairness.privileged === payload['privilegedAttribute'] &&
          one.fairness.unprivileged === payload['unprivilegedAttribute'] &&
          agrees(one.fairness.favorable, payload['favorableOutcome'])
        );
      case 'drift':
        return (
          one.referenceTag === payload['referenceTag'] &&
          (dialect === 'java' || sameNames(one.features ?? [], features))
        );
    }
  });
}
