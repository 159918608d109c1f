/**
 * The PromQL behind `scores` queries, for programs that may not know the core: a JSON list of queries on standard input,
 * a JSON list of expressions on standard output.
 */
import { text } from 'node:stream/consumers';
import { buildScores, isMetricKey } from '@soundcheck/query';
import type { ScoresQuery } from '@soundcheck/query';

function readQuery(value: unknown): ScoresQuery {
  const fields = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const metric = fields.get('metric');
  if (typeof metric !== 'string' || !isMetricKey(metric)) {
    throw new Error(`A scores query names a metric of the catalogue, not ${JSON.stringify(metric)}.`);
  }
  const features = fields.get('features');
  return {
    metric,
    ...textOf(fields, 'model'),
    ...textOf(fields, 'namespace'),
    ...textOf(fields, 'referenceTag'),
    ...(Array.isArray(features) ? { features: features.map(String) } : {}),
  };
}

function textOf(fields: Map<string, unknown>, name: 'model' | 'namespace' | 'referenceTag') {
  const value = fields.get(name);
  return typeof value === 'string' && value !== '' ? { [name]: value } : {};
}

const queries: unknown = JSON.parse(await text(process.stdin));
if (!Array.isArray(queries)) {
  throw new Error('Standard input is a JSON list of queries.');
}
console.log(JSON.stringify(queries.map((query) => buildScores(readQuery(query)))));
