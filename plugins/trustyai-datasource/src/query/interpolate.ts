import type { ScopedVars } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import type { NumberOrVariable, SavedWanted, TrustyDataQuery } from './types.ts';

/** Cannot occur in a name, so that a multi-value variable can be taken apart again. */
const SEPARATOR = '\u0000';

/** One text to the texts it stands for: a variable with several values gives several. */
export function expand(text: string, templates: TemplateSrv, scopedVars: ScopedVars): string[] {
  const joined = templates.replace(text, scopedVars, (value: string | string[]) =>
    Array.isArray(value) ? value.join(SEPARATOR) : value
  );
  return joined.split(SEPARATOR).filter((one) => one !== '');
}

/** Applies dashboard variables to every field of a query. */
export function interpolate(query: TrustyDataQuery, templates: TemplateSrv, scopedVars: ScopedVars): TrustyDataQuery {
  const one = (text: string) => templates.replace(text, scopedVars);
  const maybe = (text: string | undefined) => (text ? one(text) : text);
  const many = (texts: readonly string[]) => texts.flatMap((text) => expand(text, templates, scopedVars));
  // What is no number after all stays text, so that the core can say so.
  const number = (value: NumberOrVariable | undefined): NumberOrVariable | undefined => {
    if (typeof value !== 'string') {
      return value;
    }
    const text = one(value).trim();
    const parsed = Number(text);
    return text === '' ? undefined : Number.isNaN(parsed) ? text : parsed;
  };
  const schedule = (wanted: SavedWanted): SavedWanted => ({
    ...wanted,
    model: one(wanted.model),
    metric: one(wanted.metric),
    referenceTag: maybe(wanted.referenceTag),
    batchSize: number(wanted.batchSize),
  });
  const { fairness } = query;
  return {
    ...query,
    model: query.model ? many([query.model]).join(', ') : query.model,
    namespace: maybe(query.namespace),
    metric: maybe(query.metric),
    referenceTag: maybe(query.referenceTag),
    features: query.features && many(query.features),
    batchSize: number(query.batchSize),
    alpha: number(query.alpha),
    limit: number(query.limit),
    maxRows: number(query.maxRows),
    wanted: query.wanted?.map(schedule),
    filters: query.filters?.map((filter) => ({ ...filter, values: many(filter.values) })),
    ...(fairness
      ? {
          fairness: {
            ...fairness,
            protectedAttribute: one(fairness.protectedAttribute),
            outcome: one(fairness.outcome),
          },
        }
      : {}),
  };
}
