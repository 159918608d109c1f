import { describe, expect, it } from 'vitest';
import { catalogueEntries } from '../catalogue/catalogue.ts';
import type { Dialect, ValueIs } from '../catalogue/meaning.ts';
import type { CoreError } from '../core/io.ts';
import type { Reply, Request } from '../core/io.ts';
import { asRecord, isRecord } from '../core/json.ts';
import type { MetricKey } from '../core/operations.ts';
import { finish } from '../drivers/finish.ts';
import { readRecordings, recordingsFolder } from '../drivers/recordings.ts';
import type { Recording } from '../drivers/recordings.ts';
import { columnOf, decodeDownload, readRows } from './decode-download.ts';
import { decodeInferenceIds } from './decode-inference-ids.ts';
import { decodeInfo, decodeTags } from './decode-info.ts';
import { decodeOneShot } from './decode-one-shot.ts';
import { decodeOpenApi } from './decode-openapi.ts';
import { decodeReply, textOf } from './decode-reply.ts';
import { decodeScheduled, decodeSchedules } from './decode-schedules.ts';
import { readPublished } from './published.ts';
import { errorOf } from './reply-errors.ts';

/**
 * Every recorded exchange of both services goes through the client. What the client makes of it is held against the text of
 * the reply, read here a second time by other means, and each exchange belongs to exactly one row of the table below.
 */

/** One exchange, as the client sees it. */
interface Played {
  name: string;
  dialect: Dialect;
  request: Request;
  reply: Reply;
  /** Of the path, without its query. */
  path: string;
}

interface Row {
  method: RegExp;
  path: RegExp;
  /** Exchanges with a success and with a refusal, Java then Python: [Java read, Java refused, Python read, Python refused]. */
  counts: [number, number, number, number];
  /** Asserts what the client makes of a success. */
  read?: (played: Played) => void;
  /** Why the client never makes this call; its errors are sentences all the same. */
  never?: string;
}

/** Bodies that were cut when they were recorded: no client could read these. */
const CUT = new Set([
  'java q-openapi-yaml',
  'java q-openapi-format-json',
  'java download-openapi',
  'java inference-ids-organic',
  'java inference-ids-default-type',
  'python info-with-accept-text',
]);

const json = ({ reply }: Played): Record<string, unknown> => ({ ...asRecord(JSON.parse(reply.body), 'body') });
const records = (list: unknown): Array<Record<string, unknown>> => (Array.isArray(list) ? list.filter(isRecord) : []);

/** As both services write numbers that JSON lacks. */
function measured(value: unknown): unknown {
  return value === null ? NaN : typeof value === 'string' ? Number(value) : value;
}

/** Where published and computed values may lie; p just below 0 and D above 1 were seen. */
const DOMAINS: Record<ValueIs, [number, number]> = {
  p_value: [-1e-12, 1],
  t: [-1e6, 1e6],
  ks_d: [0, 1.1],
  js_distance: [0, Math.sqrt(Math.LN2) + 1e-9],
  mmd2: [-0.1, 100],
  probability: [0, 1],
  difference: [-1, 1],
  ratio: [0, Infinity],
  mean: [-Infinity, Infinity],
};

function expectInDomain(value: number, valueIs: ValueIs): void {
  const [low, high] = DOMAINS[valueIs];
  if (Number.isFinite(value)) {
    expect(value).toBeGreaterThanOrEqual(low);
    expect(value).toBeLessThanOrEqual(high);
  }
}

function readInfo(played: Played): void {
  const models = decodeReply(played.request, played.reply, decodeInfo);
  const info = json(played);
  expect(models.map(({ id }) => id)).toEqual(Object.keys(info).sort());
  for (const { id, observations, columns, scheduled } of models) {
    const { data, metrics } = asRecord(info[id], id);
    const said = asRecord(data, id);
    expect(observations).toBe(said['observations']);
    const expected = (['input', 'output'] as const).flatMap((role) => {
      const schema = asRecord(said[`${role}Schema`], id);
      const names = asRecord(schema['nameMapping'], id);
      const items = records(Object.values(asRecord(schema['items'], id)));
      items.sort((a, b) => Number(a['columnIndex'] ?? a['index']) - Number(b['columnIndex'] ?? b['index']));
      return items.map(({ name }) => ({ role, raw: name, name: names[String(name)] ?? name }));
    });
    expect(columns).toMatchObject(expected);
    expect(columns).toHaveLength(expected.length);
    expect(JSON.stringify(metrics)).toBe(JSON.stringify({ scheduledMetadata: { metricCounts: scheduled } }));
  }
}

function readTags(played: Played): void {
  const tags = decodeReply(played.request, played.reply, decodeTags);
  const said = json(played);
  expect([...tags.keys()]).toEqual(Object.keys(said));
  for (const [model, decoded] of tags) {
    expect(Object.fromEntries(decoded.map(({ name, rows }) => [name, rows]))).toEqual(said[model]);
    for (const { name, kind } of decoded) {
      const reserved = { '': 'untagged', _trustyai_unlabeled: 'inference', _trustyai_synthetic: 'synthetic' };
      expect(kind).toBe(Object.entries(reserved).find(([reservedName]) => reservedName === name)?.[1] ?? 'reference');
    }
  }
}

/** A gauge of a metric: name, labels as they stand, value. Label values hold braces and escaped quotes. */
const GAUGE = /^trustyai_(?!model_|migration_)(\w+)\{((?:\w+="(?:[^"\\]|\\.)*",?)*)\} (\S+)/gmu;

function readMetrics(played: Played): void {
  const text = textOf(played.request, played.reply);
  const { series, observations, featureless } = readPublished(text);
  const lines = [...text.matchAll(GAUGE)];
  expect(series.map(({ name }) => name)).toEqual(lines.map(([, name]) => `trustyai_${name ?? ''}`));
  series.forEach(({ value, valueIs, model, request, dialect, metric }, i) => {
    const [, name = '', labels = '', said = ''] = lines[i] ?? [];
    expect(value).toBe(said === '+Inf' ? Infinity : Number(said));
    expectInDomain(value, valueIs);
    expect(dialect).toBe(played.dialect);
    expect(catalogueEntries.find(({ key }) => key === metric)?.[dialect]?.series).toContain(`trustyai_${name}`);
    expect(labels).toContain(`${dialect === 'java' ? 'model' : 'modelId'}=${JSON.stringify(model)}`);
    expect(labels).toContain(`request="${request ?? ''}"`);
  });
  expect(featureless).toEqual([]);
  expect(observations.size).toBe(text.match(/^trustyai_model_observations_total\{/gm)?.length ?? 0);
}

function metricAt(dialect: Dialect, endpoint: string): MetricKey {
  const found = catalogueEntries.find((entry) => entry[dialect]?.endpoints.includes(endpoint));
  if (found === undefined) {
    throw new Error(`No metric of ${dialect} at ${endpoint}`);
  }
  return found.key;
}

const JS = 'Jensen-Shannon_distance';

function readOneShot(played: Played): void {
  const { dialect, path } = played;
  const metric = metricAt(dialect, path);
  const shot = decodeReply(played.request, played.reply, (body) => decodeOneShot(body, metric, dialect, 'asked'));
  const body = json(played);
  const features = body['feature_results'] ?? body['namedValues'];
  if (!isRecord(features)) {
    expect(shot.results).toHaveLength(1);
    expect(shot.results[0]).toMatchObject({ feature: 'asked', value: measured(body['value']) });
  } else {
    const expected = Object.entries(features).map(([feature, said]) => {
      const value = isRecord(said) ? (JS in said ? said[JS] : said['statistic']) : said;
      return { feature, value: measured(value) };
    });
    expect(shot.results).toMatchObject(expected);
    expect(shot.results).toHaveLength(expected.length);
    expect(expected.length).toBeGreaterThan(0);
  }
  for (const { value, pValue, nReference } of shot.results) {
    expectInDomain(value, shot.valueIs);
    expectInDomain(pValue ?? 0.5, 'p_value');
    expect(nReference ?? 1).toBeGreaterThan(0);
    expect(shot.valueIs === 'p_value' ? pValue : value).toEqual(value);
  }
}

function readSchedules(played: Played): void {
  const { dialect, path } = played;
  const schedules = decodeReply(played.request, played.reply, (body) => decodeSchedules(body, dialect));
  const said = records(json(played)['requests']);
  const expected = said.map((one) => {
    const request = isRecord(one['request']) ? one['request'] : one;
    return {
      id: one['id'] ?? one['requestId'],
      model: request['modelId'],
      batchSize: request['batchSize'],
      serviceMetric: request['metricName'],
    };
  });
  expect(schedules).toMatchObject(expected);
  expect(schedules).toHaveLength(said.length);
  const endpoint = path.replace(/\/requests$/, '');
  for (const { id, metric, requestName, features, referenceTag } of schedules) {
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(endpoint === '/metrics/all' ? metric : metricAt(dialect, endpoint)).toBe(metric);
    expect(metric).toBeDefined();
    expect(typeof requestName).toBe(dialect === 'java' ? 'string' : 'undefined');
    expect(metric === 'mean' ? features : [referenceTag]).toHaveLength(1);
  }
}

function readScheduled(played: Played): void {
  const id = decodeReply(played.request, played.reply, decodeScheduled);
  expect(played.reply.body).toContain(`"requestId":"${id}"`);
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
}

function readOpenApi(played: Played): void {
  const { paths, version } = decodeReply(played.request, played.reply, decodeOpenApi);
  expect([...paths]).toEqual(Object.keys(asRecord(json(played)['paths'], 'paths')));
  expect(version).toBe(played.dialect === 'python' ? '1.0.0rc0' : '999-SNAPSHOT');
  expect(paths.has('/metrics/drift/kstest/requests')).toBe(true);
}

function readIds(played: Played): void {
  const { payloads, total } = decodeReply(played.request, played.reply, decodeInferenceIds);
  const body: unknown = JSON.parse(played.reply.body);
  const list = records(isRecord(body) ? body['ids'] : body);
  // Row by row again: Java states no zone and means UTC.
  const rows = payloads.flatMap(({ id, time, rows }) => Array.from({ length: rows }, () => [id, time]));
  expect(rows).toEqual(
    list.map(({ id, timestamp }) => [
      isRecord(body) ? String(id).slice(0, String(id).lastIndexOf('_')) : '',
      Date.parse(String(timestamp) + (isRecord(body) ? '' : 'Z')),
    ])
  );
  expect(total).toBe(isRecord(body) ? body['total'] : list.length);
}

function readDownload(played: Played): void {
  const { value: rows } = finish(readRows(decodeReply(played.request, played.reply, decodeDownload)));
  const [header = '', ...lines] = String(json(played)['dataCSV']).trimEnd().split('\n');
  const names = header.split('","').map((name) => name.replaceAll('"', ''));
  expect(rows.names).toEqual(names.slice(0, -3));
  expect(rows.broken).toBe(0);
  const cells = lines.map((line) => line.split(','));
  rows.names.forEach((name, place) => {
    expect(columnOf(rows, name)).toEqual(Float64Array.from(cells, (row) => Number(row[place])));
  });
  expect(rows.times).toEqual(Float64Array.from(cells, (row) => Number(row.at(-1)?.replaceAll('"', ''))));
}

/** The service's own words in a refusal, read from every error shape. */
function wordsOf({ reply }: Played): string[] {
  let body: unknown;
  try {
    body = JSON.parse(reply.body);
  } catch {
    return [reply.body];
  }
  const { detail, details, violations } = asRecord(body, 'body');
  const words = [detail, details].filter((one) => typeof one === 'string');
  const lists = [...records(detail).map(({ msg }) => msg), ...records(violations).map(({ message }) => message)];
  return [...words, ...lists.filter((one) => !String(one).includes('request details are not valid'))].map(String);
}

const CLASSES: Record<number, RegExp> = {
  0: /^TrustyAI cannot be reached at .* Check the URL/,
  400: /^TrustyAI refused .* \(400\).* Correct the query\.$/,
  404: /^TrustyAI has nothing at .* \(404\).* Check the URL, or the model, tag or metric/,
  405: /^This TrustyAI version does not offer .* \(405\)\.$/,
  406: /^TrustyAI failed at .* \(406\) without an explanation\. The service's log has the cause\.$/,
  413: /^TrustyAI failed at .* \(413\)/,
  415: /^TrustyAI failed at .* \(415\)/,
  422: /^TrustyAI refused .* \(422\): .* Correct the query\.$/,
  500: /^TrustyAI failed at .* \(500\).* The service's log has the cause\.$/,
  501: /^This TrustyAI version does not offer .* \(501\)\.$/,
  503: /^TrustyAI is not ready for .* \(503\)/,
};

function expectRefusal(played: Played, error: CoreError): void {
  const { reply, request, path } = played;
  const { message } = error;
  expect(message).toMatch(CLASSES[reply.status] ?? /^no class for this status$/);
  expect(message).toContain(`${request.method} ${path}`);
  expect(message).not.toMatch(/\.\.|: \.|undefined|: : /);
  expect(error.source).toBe('downstream');
  if (![0, 405, 501].includes(reply.status)) {
    for (const words of wordsOf(played)) {
      const line = words.split(/\s+/).join(' ').trim();
      expect(message).toContain(line.slice(0, 60).replace(/\.$/, ''));
    }
  }
}

const table: Row[] = [
  { method: /^GET$/, path: /^\/info\/?$/, counts: [22, 0, 25, 0], read: readInfo },
  { method: /^GET$/, path: /^\/info\/tags$/, counts: [24, 0, 21, 0], read: readTags },
  { method: /^GET$/, path: /^\/info\/inference\/ids\//, counts: [7, 2, 10, 4], read: readIds },
  { method: /^GET$/, path: /^\/q\/metrics$/, counts: [25, 1, 21, 0], read: readMetrics },
  { method: /^GET$/, path: /^\/openapi\.json$/, counts: [0, 1, 1, 0], read: readOpenApi },
  { method: /^GET$/, path: /^\/q\/openapi/, counts: [4, 0, 0, 1], read: readOpenApi },
  { method: /^GET$/, path: /^\/metrics\/.*\/requests(\?.*)?$/, counts: [21, 6, 17, 9], read: readSchedules },
  { method: /^POST$/, path: /^\/metrics\/.*\/request$/, counts: [20, 7, 26, 3], read: readScheduled },
  {
    method: /^POST$/,
    path: /^\/metrics\/(drift\/[a-z]+|identity|batchmean)$/,
    counts: [101, 28, 131, 36],
    read: readOneShot,
  },
  { method: /^POST$/, path: /^\/data\/download$/, counts: [18, 15, 0, 1], read: readDownload },
  // Of these the status is all that the client looks at: Python calls every deletion a success.
  { method: /^DELETE$/, path: /^\/metrics\/.*\/request$/, counts: [1, 6, 3, 4], read: () => undefined },
  { method: /^GET$/, path: /^\/q\/health/, counts: [4, 0, 4, 0], read: () => undefined },
  { method: /^POST$/, path: /^\/data\/upload$/, counts: [20, 20, 31, 14], never: 'the client brings no data' },
  { method: /^POST$/, path: /^\/$/, counts: [36, 2, 15, 1], never: 'cloud events come from the model server' },
  { method: /^POST$/, path: /^\/consumer\//, counts: [2, 0, 3, 2], never: 'payloads come from ModelMesh' },
  {
    method: /^POST$/,
    path: /^\/info\/tags$/,
    counts: [3, 4, 0, 6],
    never: 'it fails on Python and loses rows on Java',
  },
  { method: /^GET$/, path: /^\/info\/tags\?/, counts: [0, 0, 1, 1], never: 'the call for all models is shared' },
  { method: /^(GET|POST|DELETE)$/, path: /^\/info\/names$/, counts: [6, 8, 13, 4], never: '/info has the names' },
  { method: /^(GET|POST)$/, path: /\/definition$/, counts: [8, 1, 14, 1], never: 'the catalogue explains numbers' },
  { method: /^(HEAD|OPTIONS|PUT)$/, path: /^\/info$/, counts: [2, 1, 1, 2], never: 'probes of the recorder' },
  {
    method: /^GET$/,
    path: /^\/(no\/such\/path|metrics|metrics\/all\/definitions|info\/metrics|data\/download|metrics\/drift\/meanshift)?$/,
    counts: [0, 7, 1, 5],
    never: 'probes of the recorder',
  },
];

function play(recording: Recording, dialect: Dialect): Played {
  const { method, path } = recording.request;
  const known = method === 'POST' || method === 'DELETE' ? method : 'GET';
  const [bare = path] = path.split('?');
  return { name: recording.name, dialect, request: { method: known, path }, reply: recording.reply, path: bare };
}

const folder = recordingsFolder();
const dialects = ['java', 'python'] as const;

describe.skipIf(folder === undefined)('every recorded exchange', () => {
  // The suite is collected even where it is skipped.
  const all = (folder === undefined ? [] : dialects).flatMap((dialect) =>
    readRecordings(folder ?? '', dialect).map((recording) => ({
      method: recording.request.method,
      played: play(recording, dialect),
    }))
  );
  const rowsOf = (method: string, path: string) =>
    table.filter((row) => row.method.test(method) && row.path.test(path));

  it('belongs to exactly one row', () => {
    expect(all.length).toBeGreaterThan(800);
    const claims = all.map(({ method, played }) => [rowsOf(method, played.request.path).length, played.name]);
    expect(claims.filter(([rows]) => rows !== 1)).toEqual([]);
  });

  it.each(table.map((row) => [`${row.method.source} ${row.path.source}`, row] as const))('%s', (_, row) => {
    const counts: Row['counts'] = [0, 0, 0, 0];
    for (const { method, played } of all) {
      if (!rowsOf(method, played.request.path).includes(row)) {
        continue;
      }
      const error = errorOf(played.request, played.reply);
      const at = (played.dialect === 'java' ? 0 : 2) + (error === undefined ? 0 : 1);
      counts[at] = (counts[at] ?? 0) + 1;
      try {
        if (error !== undefined) {
          expectRefusal(played, error);
        } else if (CUT.has(`${played.dialect} ${played.name}`)) {
          expect(() => row.read?.(played)).toThrow(/did not answer with JSON/);
        } else {
          row.read?.(played);
        }
      } catch (failure) {
        throw new Error(`${played.dialect} ${played.name}`, { cause: failure });
      }
    }
    expect(counts).toEqual(row.counts);
    expect(row.read === undefined).toBe(row.never !== undefined);
  });
});
