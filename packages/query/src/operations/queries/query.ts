import { queryError } from '../../core/io.ts';
import type { Operation } from '../../core/io.ts';
import { asRecord } from '../../core/json.ts';
import type { Context, QueryType, TrustyQuery } from '../../core/operations.ts';
import type { Frame } from '../../frames/contract.ts';
import { columns } from './columns.ts';
import { compute } from './compute.ts';
import { decodeQuery } from './decode-query.ts';
import { distribution } from './distribution.ts';
import { events } from './events.ts';
import { latest } from './latest.ts';
import { models } from './models.ts';
import { observations } from './observations.ts';
import { rows } from './rows.ts';
import { schedules } from './schedules.ts';
import { tags } from './tags.ts';

type Kind = (query: TrustyQuery, context: Context) => Operation<Frame[]>;

const SCORES_IN_BACKEND =
  'Scores over time come from the linked Prometheus data source and are read by the browser; alert rules, expressions and public dashboards cannot ask for them here. Use the kind "latest", or a rule on Prometheus itself.';

const kinds: Readonly<Record<Exclude<QueryType, 'scores'>, Kind>> = {
  latest,
  compute,
  distribution,
  rows,
  observations,
  events,
  models,
  columns,
  tags,
  schedules,
};

const NO_USER =
  'This data source forwards the identity of whoever looks, and an alert rule has no user to forward. Use a data source with a token of its own, or a rule on Prometheus.';

/** A saved query to frames. */
export function* query(input: unknown, context: Context): Operation<Frame[]> {
  const decoded = decodeQuery(asRecord(input, 'the input')['query']);
  if (decoded.queryType === 'scores') {
    throw queryError(SCORES_IN_BACKEND);
  }
  if (context.fromAlert === true && context.forwardsIdentity === true) {
    throw queryError(NO_USER);
  }
  return yield* kinds[decoded.queryType](decoded, context);
}
