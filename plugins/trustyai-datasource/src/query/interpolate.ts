import type { ScopedVars } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import type { TrustyDataQuery } from './types.ts';

/** Cannot occur in a name, so that a multi-value variable can be taken apart again. */
const SEPARATOR = '\u0000';

/** One text to the texts it stands for: a variable with several values gives several. */
function expand(text: string, templates: TemplateSrv, scopedVars: ScopedVars): string[] {
  const joined = templates.replace(text, scopedVars, (value: string | string[]) =>
    Array.isArray(value) ? value.join(SEPARATOR) : value
  );
  return joined.split(SEPARATOR).filter((one) => one !== '');
}

/** Applies dashboard variables to every field of a query. */
export function interpolate(query: TrustyDataQuery, templates: TemplateSrv, scopedVars: ScopedVars): TrustyDataQuery {
  const one = (text: string | undefined) => (text ? templates.replace(text, scopedVars) : text);
  const { batchSize, fairness } = query;
  return {
    ...query,
    model: one(query.model),
    namespace: one(query.namespace),
    metric: one(query.metric),
    referenceTag: one(query.referenceTag),
    features: query.features?.flatMap((feature) => expand(feature, templates, scopedVars)),
    ...(typeof batchSize === 'string' && batchSize !== ''
      ? { batchSize: Number(one(batchSize)) }
      : { batchSize: batchSize || undefined }),
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
