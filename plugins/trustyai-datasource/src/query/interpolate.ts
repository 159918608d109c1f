import type { ScopedVars } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import type { TrustyDataQuery } from './types.ts';

/** Cannot occur in a name, so that a multi-value variable can be taken apart again. */
const SEPARATOR = '\u0000';

/** One text to the texts it stands for: a variable with several values gives several. */
export function expand(text: string, templates: TemplateSrv, scopedVars: ScopedVars): string[] {
  const joined = templates.replace(text, scopedVars, (value: string | string[]) =>
    Array.isArray(value) ? value.join(SEPARATOR) : value
  );
  return joined.split(SEPARATOR).filter((one) => one !== '');
}

/** A window as text becomes a number; what is none stays text, so that the core can say so. */
function windowOf(batchSize: TrustyDataQuery['batchSize'], templates: TemplateSrv, scopedVars: ScopedVars) {
  if (typeof batchSize !== 'string') {
    return batchSize;
  }
  const text = templates.replace(batchSize, scopedVars).trim();
  const rows = Number(text);
  return text === '' ? undefined : Number.isNaN(rows) ? text : rows;
}

/** Applies dashboard variables to every field of a query. */
export function interpolate(query: TrustyDataQuery, templates: TemplateSrv, scopedVars: ScopedVars): TrustyDataQuery {
  const one = (text: string | undefined) => (text ? templates.replace(text, scopedVars) : text);
  const { fairness } = query;
  return {
    ...query,
    model: query.model ? expand(query.model, templates, scopedVars).join(', ') : query.model,
    namespace: one(query.namespace),
    metric: one(query.metric),
    referenceTag: one(query.referenceTag),
    features: query.features?.flatMap((feature) => expand(feature, templates, scopedVars)),
    batchSize: windowOf(query.batchSize, templates, scopedVars),
    ...(fairness
      ? {
          fairness: {
            ...fairness,
            protectedAttribute: templates.replace(fairness.protectedAttribute, scopedVars),
            outcome: templates.replace(fairness.outcome, scopedVars),
          },
        }
      : {}),
  };
}
