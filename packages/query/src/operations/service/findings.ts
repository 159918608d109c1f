import { CoreError } from '../../core/io.ts';
import type { Operation } from '../../core/io.ts';
import type { Context, MetricKey } from '../../core/operations.ts';
import { diagnose, noticesOf } from '../../diagnosis/diagnose.ts';
import type { Notice } from '../../frames/contract.ts';
import { gatherEvidence } from './evidence.ts';

/** Whose findings are wanted. */
export interface Subject {
  model?: string;
  metric?: MetricKey;
  /** Models whose numbers are shown: only the lists of the shown metric are read, to spare the service. */
  shown?: readonly string[];
}

/**
 * What is wrong with numbers shown or missing, as notices. Nobody reads the notices of an alert rule, so it gets none and
 * costs no call. What cannot be read becomes a notice itself: it must not hide the numbers.
 */
export function* findingNotices({ model, metric, shown }: Subject, context: Context): Operation<Notice[]> {
  if (context.fromAlert === true) {
    return [];
  }
  try {
    const listOnly = shown === undefined ? undefined : metric;
    const { evidence } = yield* gatherEvidence({ model, metric, listOnly }, context);
    const wanted = evidence.filter((one) => shown === undefined || shown.includes(one.model));
    return noticesOf(wanted.flatMap(diagnose));
  } catch (error) {
    if (error instanceof CoreError) {
      return [{ severity: 'info', text: `What may be wrong with the schedules cannot be told: ${error.message}` }];
    }
    throw error;
  }
}
