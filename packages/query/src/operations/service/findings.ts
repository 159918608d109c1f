import type { RecognisedSeries } from '../../catalogue/recognise-series.ts';
import { CoreError } from '../../core/io.ts';
import type { Operation } from '../../core/io.ts';
import type { Context, TrustyQuery } from '../../core/operations.ts';
import { diagnose, noticesOf } from '../../diagnosis/diagnose.ts';
import type { Notice } from '../../frames/contract.ts';
import type { MetricsPage } from '../../service/published.ts';
import { gatherEvidence } from './evidence.ts';

/**
 * What is wrong with numbers shown or missing, as notices. Nobody reads the notices of an alert rule, so it gets none and
 * costs no call. What cannot be read becomes a notice itself: it must not hide the numbers.
 * @param page the published numbers, as the caller has read them
 * @param shown the numbers that findings are to be about; absent: there is none, and everything is looked at
 */
export function* findingNotices(
  { model, metric }: Pick<TrustyQuery, 'model' | 'metric'>,
  context: Context,
  page: MetricsPage,
  shown?: readonly RecognisedSeries[]
): Operation<Notice[]> {
  if (context.fromAlert === true) {
    return [];
  }
  const metrics = new Set(shown?.map((one) => one.metric));
  const [only] = metrics.size === 1 ? metrics : [undefined];
  try {
    const { evidence } = yield* gatherEvidence({ model, metric: metric ?? only, listOnly: only, page }, context);
    const chosen = evidence.filter((one) => shown === undefined || shown.some((series) => series.model === one.model));
    return noticesOf(chosen.flatMap(diagnose));
  } catch (error) {
    if (error instanceof CoreError) {
      return [{ severity: 'info', text: `What may be wrong with the schedules cannot be told: ${error.message}` }];
    }
    throw error;
  }
}
