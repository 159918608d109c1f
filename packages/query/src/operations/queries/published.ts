import type { TrustyQuery } from '../../core/operations.ts';
import type { ScoreLabels } from '../../frames/contract.ts';
import type { Schedule } from '../../service/model.ts';
import type { Published } from '../../service/published.ts';

/** The labels of the contract. */
export function scoreLabels(series: Published, namespace: string | undefined): ScoreLabels {
  return {
    model: series.model,
    feature: series.feature,
    metric: series.metric,
    value_is: series.valueIs,
    dialect: series.dialect,
    ...(namespace ? { namespace } : {}),
    ...(series.request ? { request: series.request } : {}),
    ...(series.requestName ? { request_name: series.requestName } : {}),
    ...series.extra,
  };
}

/** The reference behind a number: Python publishes it, on Java its schedule tells. */
export function referenceOf(series: Published, schedule: Schedule | undefined): string | undefined {
  return series.published['referenceTag'] ?? schedule?.referenceTag;
}

/** Ad hoc filters ask for our names first, else for the service's. */
export function filterLabels(
  series: Published,
  schedule: Schedule | undefined,
  namespace: string | undefined
): Record<string, string | undefined> {
  return {
    ...series.published,
    ...scoreLabels(series, namespace),
    reference_tag: referenceOf(series, schedule),
  };
}

/** Whether a query asks for a reference by any of its means: only then has the schedule to be known. */
export function asksForReference({ referenceTag, filters }: TrustyQuery): boolean {
  return referenceTag !== undefined || (filters ?? []).some(({ key }) => key === 'reference_tag');
}
