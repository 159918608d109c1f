import { formatCount } from '../catalogue/limits.ts';
import type { MetricKey } from '../core/operations.ts';
import type { Schedule, Tag } from './model.ts';
import { windowRows } from './tag-rows.ts';

/** Rows on both sides of a scheduled comparison, as far as the service tells. */
export interface SampleSizes {
  nReference?: number;
  nCurrent?: number;
  /** The level or threshold that the schedules state, where it is one. */
  threshold?: number;
  /** Why one is missing, in sentences. */
  reasons: string[];
}

/** Whose sizes are asked for. */
export interface Comparison {
  metric: MetricKey;
  model: string;
  referenceTag?: string;
}

function distinct<T>(values: ReadonlyArray<T | undefined>): T[] {
  return [...new Set(values)].filter((value): value is T => value !== undefined);
}

/**
 * The n behind published numbers, which the series themselves do not carry: the window from the schedule list, the
 * reference from the tag counts. Several schedules with different windows or tags leave it unknown, and say so.
 */
export function sampleSizes(comparison: Comparison, schedules: readonly Schedule[], tags: readonly Tag[]): SampleSizes {
  const { metric, model, referenceTag } = comparison;
  const matching = schedules.filter(
    (schedule) =>
      schedule.metric === metric &&
      schedule.model === model &&
      (referenceTag === undefined || schedule.referenceTag === undefined || schedule.referenceTag === referenceTag)
  );
  const reasons: string[] = [];
  if (matching.length === 0) {
    reasons.push(
      `No schedule of ${metric} is listed for ${model}, so n and its limit are unknown. Schedules are lost when the service restarts.`
    );
    return { reasons };
  }
  const [threshold, other] = distinct(matching.map((schedule) => schedule.threshold));
  const sizes: SampleSizes = { reasons, threshold: other === undefined ? threshold : undefined };
  const windows = distinct(matching.map((schedule) => schedule.batchSize));
  if (windows.length === 1 && windows[0] !== undefined) {
    // A window cannot hold more rows than there are.
    const stored = windowRows(tags, matching[0]?.dialect ?? 'python');
    sizes.nCurrent = stored > 0 ? Math.min(windows[0], stored) : windows[0];
  } else if (windows.length > 1) {
    reasons.push(
      `The schedules of ${metric} for ${model} use windows of ${windows.map(formatCount).join(' and ')} rows, so n is unknown. Keep one window per metric.`
    );
  }
  const referenceTags =
    referenceTag === undefined ? distinct(matching.map((schedule) => schedule.referenceTag)) : [referenceTag];
  const reference = referenceTags.length === 1 ? tags.find((tag) => tag.name === referenceTags[0]) : undefined;
  if (reference) {
    sizes.nReference = reference.rows;
  } else if (referenceTags.length > 1) {
    reasons.push(
      `The schedules of ${metric} for ${model} use the references ${referenceTags.join(' and ')}: choose one in the query.`
    );
  } else {
    reasons.push(`The rows of the reference ${referenceTags[0] ?? '(no tag)'} of ${model} are unknown to the service.`);
  }
  return sizes;
}
