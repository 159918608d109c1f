import type { DataFrame, DataQueryResponse } from '@grafana/data';
import { t } from '../i18n/translate.ts';
import { kindOf } from './kinds.ts';
import type { TrustyDataQuery } from './types.ts';

/** A variable with "All" on a large cluster must not ask the service a hundred times. */
export const MAX_MODELS_ASKED = 10;

/** Stands in no refId that a person would write. */
const MARK = '__model_';

/** Why a query over several models is not run; undefined: it is, once a model. */
export function refusal(query: TrustyDataQuery, models: readonly string[]): string | undefined {
  if (!kindOf(query.queryType)?.perModel) {
    return t(
      'query.several-models',
      'The model is a variable with several values, and this kind asks the service about one: choose one value, repeat the panel by the variable, or use “Scores over time”.'
    );
  }
  return models.length > MAX_MODELS_ASKED
    ? t(
        'query.too-many-models',
        'The model is a variable with {{models}} values, and this kind asks the service about at most {{most}}: choose fewer.',
        { models: models.length, most: MAX_MODELS_ASKED }
      )
    : undefined;
}

/** One query for each model, under a refId of its own; the query itself where there is but one model or none. */
export function splitByModel(query: TrustyDataQuery, models: readonly string[]): TrustyDataQuery[] {
  return models.length > 1
    ? models.map((model, i) => ({ ...query, model, refId: `${query.refId}${MARK}${String(i)}` }))
    : [query];
}

const original = (refId: string | undefined) => refId?.split(MARK)[0];

/** Answers of split queries under the refId that was asked. */
export function joinSplit(response: DataQueryResponse): DataQueryResponse {
  const data: DataFrame[] = response.data;
  return {
    ...response,
    data: data.map((frame) => ({ ...frame, refId: original(frame.refId) })),
    ...(response.errors
      ? { errors: response.errors.map((error) => ({ ...error, refId: original(error.refId) })) }
      : {}),
  };
}
