import { isMetricKey } from '../catalogue/catalogue.ts';
import { CoreError } from '../core/io.ts';
import type { Operation } from '../core/io.ts';
import { asFinite, asList, asRecord, asString, optional } from '../core/json.ts';
import type { Context, TrustyQuery } from '../core/operations.ts';
import type { Frame } from '../frames/contract.ts';
import { compute } from './compute.ts';
import { latest } from './latest.ts';
import { models } from './models.ts';

function decodeFairness(json: unknown): NonNullable<TrustyQuery['fairness']> {
  const record = asRecord(json, 'fairness');
  return {
    protectedAttribute: asString(record['protectedAttribute'], 'fairness.protectedAttribute'),
    privileged: asFinite(record['privileged'], 'fairness.privileged'),
    unprivileged: asFinite(record['unprivileged'], 'fairness.unprivileged'),
    outcome: asString(record['outcome'], 'fairness.outcome'),
    favorable: asFinite(record['favorable'], 'fairness.favorable'),
  };
}

/** A query as it stands in a dashboard or rule: anybody may have written it. */
export function decodeQuery(json: unknown): TrustyQuery {
  const record = asRecord(json, 'the query');
  const queryType = optional(record['queryType'], 'queryType', asString) ?? '';
  if (queryType !== 'scores' && queryType !== 'latest' && queryType !== 'compute' && queryType !== 'models') {
    throw new CoreError(
      `The query kind "${queryType}" is not known: choose scores, latest, compute or models.`,
      'plugin'
    );
  }
  const metric = optional(record['metric'], 'metric', asString);
  if (metric !== undefined && metric !== '' && !isMetricKey(metric)) {
    throw new CoreError(`The metric "${metric}" is not known: choose one in the query.`, 'plugin');
  }
  const features = optional(record['features'], 'features', asList)?.map((one) => asString(one, 'features'));
  return {
    refId: optional(record['refId'], 'refId', asString) ?? 'A',
    queryType,
    model: optional(record['model'], 'model', asString),
    namespace: optional(record['namespace'], 'namespace', asString),
    metric: metric === undefined || metric === '' ? undefined : metric,
    features,
    referenceTag: optional(record['referenceTag'], 'referenceTag', asString),
    batchSize: optional(record['batchSize'], 'batchSize', asFinite),
    fairness: optional(record['fairness'], 'fairness', decodeFairness),
  };
}

const SCORES_IN_BACKEND =
  'Scores over time come from the linked Prometheus data source and are read by the browser; alert rules, expressions and public dashboards cannot ask for them here. Use the kind "latest", or a rule on Prometheus itself.';

/** A saved query to frames. */
export function* query(input: unknown, context: Context): Operation<Frame[]> {
  const decoded = decodeQuery(asRecord(input, 'the input')['query']);
  switch (decoded.queryType) {
    case 'latest':
      return yield* latest(decoded, context);
    case 'compute':
      return yield* compute(decoded, context);
    case 'models':
      return yield* models(decoded.refId, context);
    case 'scores':
      throw new CoreError(SCORES_IN_BACKEND, 'plugin');
  }
}
