import { describe, expect, it } from 'vitest';
import { runOver } from '../drivers/exchange.ts';
import type { Frame } from '../frames/contract.ts';
import type { Request } from './io.ts';

/** Names that objects have of themselves are names like any other: they arrive in every output, as data. */

const NAMES = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'],
  ...['length', 'then', 'toJSON', 'a"b\\c{d="e"}\n', ' ', '😀', '\uFFFD'],
];

/** JSON text with a member of any name; an object literal would make `__proto__` a prototype. */
const members = (entries: Array<[string, unknown]>) =>
  `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;
const label = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;

/** A Python service in which everything that can have a name has this one. */
function serviceOf(name: string) {
  const items = members([[name, { type: 'DOUBLE', name, index: 0 }]]);
  const schema = `{"items":${items},"nameMapping":{}}`;
  const data = `{"observations":30,"inputSchema":${schema},"outputSchema":{"items":{},"nameMapping":{}}}`;
  const model = `{"data":${data},"metrics":{"scheduledMetadata":{"metricCounts":${members([[name, 3]])}}}}`;
  const series = `modelId=${label(name)},subcategory=${label(name)},requestName=${label(name)},request=${label(name)}`;
  const kstest = '/metrics/drift/kstest';
  const schedule = {
    requestId: name,
    modelId: name,
    metricName: name,
    batchSize: 7,
    referenceTag: name,
    fitColumns: [name],
  };
  const bodies: Record<string, string> = {
    '/info': `{${JSON.stringify(name)}:${model}}`,
    '/openapi.json': `{"paths":${members([name, kstest, `${kstest}/requests`].map((path) => [path, {}]))}}`,
    '/info/tags': `{${JSON.stringify(name)}:${members([
      [name, 20],
      ['_trustyai_unlabeled', 10],
    ])}}`,
    '/q/metrics': `trustyai_kstest{__proto__="x",${series}} 0.25\n`,
    [`${kstest}/requests`]: JSON.stringify({
      requests: [schedule, { ...schedule, metricName: 'KSTest', requestId: 'r2' }],
    }),
    [kstest]: `{"feature_results":${members([[name, { statistic: 0.25, p_value: 0.5 }]])}}`,
  };
  return ({ path }: Request) => {
    const body = bodies[path];
    return Promise.resolve({
      status: body === undefined ? 404 : 200,
      contentType: 'application/json',
      body: body ?? '{"detail":"Not Found"}',
    });
  };
}

const context = { settings: {}, now: 0 };
const cell = (frame: Frame | undefined, name: string) => frame?.fields.find((field) => field.name === name)?.values[0];

describe.each(NAMES)('the name %j', (name) => {
  const resource = (path: string, params: Record<string, string> = {}) =>
    runOver(serviceOf(name), 'resource', { path, params }, context);
  const query = (queryType: string, more: Record<string, unknown> = {}) =>
    runOver(serviceOf(name), 'query', { query: { refId: 'A', queryType, ...more } }, context);

  it('of a model, a column, a tag and a schedule is listed', async () => {
    expect(await resource('models')).toEqual({ models: [{ id: name, observations: 30 }] });
    expect(await resource('columns', { model: name })).toMatchObject({ columns: [{ name, raw: name, role: 'input' }] });
    expect(await resource('tags', { model: name })).toMatchObject({
      tags: expect.arrayContaining([{ name, rows: 20, kind: 'reference' }]),
    });
    const schedules = [
      { id: name, model: name, serviceMetric: name, referenceTag: name, features: [name] },
      { id: 'r2', metric: 'ks' },
    ];
    expect(await resource('schedules', { model: name })).toMatchObject({ schedules });
    expect(await resource('labels', { key: 'feature' })).toEqual({ labels: [name] });
    expect(await resource('labels', { key: 'request_name' })).toEqual({ labels: [name] });
  });

  it('of a metric that only the service knows is no metric of ours, and its schedules count', async () => {
    const [models] = await query('models');
    expect([cell(models, 'model'), cell(models, 'observations'), cell(models, 'schedules')]).toEqual([name, 30, 3]);
  });

  it('reaches the labels of published and of computed numbers', async () => {
    for (const kind of ['latest', 'compute']) {
      const [frame] = await query(kind, { model: name, metric: 'ks', features: [name], batchSize: 10 });
      expect([kind, cell(frame, 'value')]).toEqual([kind, 0.25]);
      const value = frame?.fields.find((field) => field.name === 'value');
      expect(value?.labels).toMatchObject({ model: name, feature: name });
    }
    const [table] = await query('latest', { table: true });
    expect([cell(table, 'model'), cell(table, 'feature'), cell(table, 'request_name')]).toEqual([name, name, name]);
  });

  it('as a parameter or a key of the query does no harm', async () => {
    await expect(resource(name)).rejects.toThrow('The data source has no resource');
    await expect(query(name)).rejects.toThrow(/^The query kind "/);
    await expect(query('compute', { model: name, metric: name })).rejects.toThrow(/^The metric "/);
    const hostile: unknown = JSON.parse(`{"query":{"queryType":"models",${members([[name, { x: 1 }]]).slice(1)}}`);
    expect(await runOver(serviceOf(name), 'query', hostile, context)).toHaveLength(1);
  });
});
