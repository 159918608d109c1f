import type { Limit } from '@soundcheck/drift';
import { catalogue } from '../../catalogue/catalogue.ts';
import { limitFor } from '../../catalogue/limits.ts';
import type { LimitInputs } from '../../catalogue/limits.ts';
import type { Dialect, Meaning } from '../../catalogue/meaning.ts';
import { needsOwnLimit } from '../../catalogue/over-limit.ts';
import { queryError } from '../../core/io.ts';
import type { Context, LatestOutput, TrustyQuery } from '../../core/operations.ts';

/** What the one field shall be; undefined: all fields of the contract. An alert rule always takes one field. */
export function outputOf(query: TrustyQuery, context: Context): LatestOutput | undefined {
  return query.output ?? (context.fromAlert === true ? 'value' : undefined);
}

/**
 * The limit for one number of a query: the user's own, else one for the sample sizes at the level of the query. The level
 * is taken as it is for every feature: no correction for their number.
 */
export function limitOfQuery(query: TrustyQuery, meaning: Meaning, inputs: LimitInputs): Limit | undefined {
  return query.limit === undefined
    ? limitFor(meaning, { ...inputs, alpha: query.alpha })
    : { value: query.limit, origin: 'set in the query' };
}

/**
 * Refuses limits that cannot be meant.
 * @throws CoreError where a limit is set for several metrics, or a judgement is asked for and only the
 *   user can set the limit
 */
export function checkLimit(query: TrustyQuery, dialect: Dialect | undefined, output?: LatestOutput): void {
  const { metric, limit } = query;
  if (metric === undefined) {
    if (limit !== undefined) {
      throw queryError(
        'A limit is set but no metric: one limit does not fit metrics on different scales. Choose a metric in the query.'
      );
    }
    return;
  }
  const meaning = dialect && catalogue[metric][dialect]?.meaning;
  if (limit === undefined && output !== undefined && output !== 'value' && meaning && needsOwnLimit(meaning)) {
    throw queryError(
      `${meaning.label} of the ${dialect ?? ''} service has no limit of its own, so there is no ${output}: set a limit in the query, in the unit of the metric.`
    );
  }
}
