import { describe, expect, it } from 'vitest';
import type { Reply, Request } from '../core/io.ts';
import { runOver } from '../drivers/exchange.ts';
import { decodeInferenceIds } from './decode-inference-ids.ts';
import { decodeInfo, decodeTags } from './decode-info.ts';
import { decodeOneShot } from './decode-one-shot.ts';
import { decodeScheduled, decodeSchedules } from './decode-schedules.ts';
import { readSamples } from './prometheus-text.ts';
import { errorOf } from './reply-errors.ts';

/** What either service does that a reader of its API description would not expect, one test each. */

const JSON_TYPE = 'application/json;charset=UTF-8';
const request: Request = { method: 'POST', path: '/metrics/drift/kstest' };
const reply = (status: number, body: string, contentType = JSON_TYPE): Reply => ({ status, contentType, body });
const sentence = (status: number, body: string, contentType?: string) =>
  errorOf(request, reply(status, body, contentType))?.message;

describe('bodies', () => {
  it('text under a JSON type is read as text', () => {
    expect(errorOf(request, reply(200, 'Removed'))).toBeUndefined();
    expect(sentence(400, 'Invalid metric requests type: drift')).toBe(
      'TrustyAI refused POST /metrics/drift/kstest (400): Invalid metric requests type: drift. Correct the query.'
    );
  });

  it('an empty body, with or without a type, is no explanation', () => {
    for (const contentType of ['', JSON_TYPE]) {
      expect(sentence(400, '', contentType)).toMatch(/\(400\) without an explanation\. Correct the query\.$/);
      expect(sentence(405, '', contentType)).toMatch(/does not offer POST \/metrics\/drift\/kstest \(405\)\.$/);
    }
  });

  it('every error shape gives its words: detail, a list of details, violations, details, bare text', () => {
    expect(sentence(404, '{"detail":"No reference data."}')).toContain('(404): No reference data. Check');
    const unprocessable = '{"detail":[{"type":"missing","loc":["body","modelId"],"msg":"Field required"}]}';
    expect(sentence(422, unprocessable)).toContain('(422): modelId: Field required. Correct');
    const wholeBody = '{"detail":[{"type":"missing","loc":["body"],"msg":"Field required"}]}';
    expect(sentence(422, wholeBody)).toContain('(422): Field required. Correct');
    const violations = [
      { field: 'a.b', message: 'The supplied metric request details are not valid.' },
      { field: 'a.b.m', message: 'No metadata found for model=m.' },
    ];
    const violated = JSON.stringify({ title: 'Constraint Violation', status: 400, violations });
    expect(sentence(400, violated)).toContain('(400): No metadata found for model=m. Correct');
    expect(sentence(500, '{"details":"Error id 7-1","stack":""}')).toContain("(500): Error id 7-1. The service's log");
    expect(sentence(500, 'Internal Server Error', 'text/plain')).toContain('(500): Internal Server Error. The');
  });
});

describe('numbers', () => {
  it('Java writes "NaN" and "Infinity" as text, Python null for all three: none of them is 0, or no drift', () => {
    const namedValues = { a: 'NaN', b: 'Infinity', c: '-Infinity', d: 0.5 };
    const java = decodeOneShot({ namedValues, value: null }, 'compare-means', 'java');
    expect(java.results.map(({ value }) => value)).toEqual([NaN, Infinity, -Infinity, 0.5]);
    const feature_results = { a: { statistic: null, p_value: 0, drift_detected: true } };
    const python = decodeOneShot({ value: null, feature_results }, 'compare-means', 'python');
    expect(python.results).toEqual([{ feature: 'a', value: NaN, pValue: 0 }]);
  });

  it('a p of 0 or a hair below, and a D above 1, come through as they are', () => {
    const java = decodeOneShot({ namedValues: { a: 0, b: -7e-16 } }, 'ks', 'java');
    expect(java.results.map(({ pValue }) => pValue)).toEqual([0, -7e-16]);
    const feature_results = { a: { statistic: 1.027, p_value: 0, n_reference: 20, n_current: 1 } };
    const python = decodeOneShot({ feature_results }, 'ks-approximate', 'python');
    expect(python.results).toEqual([{ feature: 'a', value: 1.027, pValue: 0, nReference: 20, nCurrent: 1 }]);
  });

  it('drift_detected may be a boolean, 0 or 1, and outsideBounds is the reverse of drift: neither is read', () => {
    const read = (drift_detected: unknown) =>
      decodeOneShot({ feature_results: { a: { statistic: 0.5, p_value: 0.5, drift_detected } } }, 'ks', 'python');
    expect(read(1)).toEqual(read(true));
    expect(read(0)).toEqual(read(true));
    const bounds = (outsideBounds: boolean) =>
      decodeOneShot({ namedValues: { a: 0.99 }, thresholds: { outsideBounds } }, 'ks', 'java');
    expect(bounds(true)).toEqual(bounds(false));
  });

  it("Jensen-Shannon's distance is taken even where the divergence was judged", () => {
    const a = { 'Jensen-Shannon_distance': 0.63, 'Jensen-Shannon_divergence': 0.4 };
    const shot = decodeOneShot(
      { value: 0.63, statistic: 'divergence', feature_results: { a } },
      'jensen-shannon',
      'python'
    );
    expect(shot).toMatchObject({ valueIs: 'js_distance', results: [{ feature: 'a', value: 0.63 }] });
  });

  it('the time of a reply may be ISO or epoch milliseconds: no number depends on it', () => {
    const at = (timestamp: unknown) => decodeOneShot({ timestamp, namedValues: { a: 0.5 } }, 'ks', 'java');
    expect(at('2026-01-05T10:11:12.345+00:00')).toEqual(at(1_767_607_872_345));
  });
});

describe('schedules', () => {
  const common = { modelId: 'm', batchSize: 600, referenceTag: 'T' };

  it('nested below an id on Java, flat with id, requestId or both on Python', () => {
    const nested = { id: 'i', request: { ...common, metricName: 'KSTEST', requestName: 'n', fitColumns: null } };
    expect(decodeSchedules({ requests: [nested] }, 'java')).toMatchObject([
      { id: 'i', model: 'm', metric: 'ks', requestName: 'n', batchSize: 600, referenceTag: 'T' },
    ]);
    for (const ids of [{ id: 'i', requestId: 'i' }, { requestId: 'i' }]) {
      const [flat] = decodeSchedules({ requests: [{ ...ids, ...common, metricName: 'KSTest' }] }, 'python');
      expect(flat).toMatchObject({ id: 'i', metric: 'ks', batchSize: 600 });
      expect(flat?.requestName).toBeUndefined();
    }
  });

  it('a key that stands twice in one object is read', () => {
    const text =
      '{"requests":[{"id":"i","request":{"@type":"BaseMetricRequest","@type":"KSTestMetricRequest","modelId":"m","metricName":"KSTEST","requestName":null}}]}';
    const [schedule] = decodeSchedules(JSON.parse(text), 'java');
    expect(schedule).toMatchObject({ id: 'i', metric: 'ks' });
    expect(schedule?.requestName).toBeUndefined();
  });

  it('SPD: the groups stand there with their types on Java, and not at all on Python', () => {
    const group = (value: number) => ({ type: 'INT32', value });
    const java = {
      ...{ modelId: 'm', metricName: 'SPD', batchSize: 5, protectedAttribute: 'sex', outcomeName: 'y' },
      ...{ privilegedAttribute: group(1), unprivilegedAttribute: group(0), favorableOutcome: group(1) },
      thresholdDelta: null,
    };
    const [listed] = decodeSchedules({ requests: [{ id: 'i', request: java }] }, 'java');
    expect(listed?.fairness).toEqual({
      ...{ protectedAttribute: 'sex', outcome: 'y' },
      ...{ privileged: 1, unprivileged: 0, favorable: 1 },
    });
    expect(listed?.threshold).toBeUndefined();
    const flat = { requestId: 'i', modelId: 'm', metricName: 'SPD', protectedAttribute: 'sex', outcomeName: 'y' };
    const [python] = decodeSchedules({ requests: [flat] }, 'python');
    expect(python?.fairness).toEqual({ protectedAttribute: 'sex', outcome: 'y' });
  });

  it('a new one is answered with its id, on Java with a time beside it', () => {
    expect(decodeScheduled({ requestId: 'i' })).toBe('i');
    expect(decodeScheduled({ requestId: 'i', timestamp: '2026-01-05T10:11:12.345+00:00' })).toBe('i');
  });

  it('Python has no list of all (501): those of every metric are merged, one that fails is named', async () => {
    const kstest = '/metrics/drift/kstest/requests';
    const means = '/metrics/drift/comparemeans/requests';
    const spd = '/metrics/group/fairness/spd/requests';
    const asked: string[] = [];
    const service = ({ path }: Request): Promise<Reply> => {
      asked.push(path);
      const one = (metricName: string) =>
        JSON.stringify({ requests: [{ requestId: metricName, modelId: 'm', metricName }] });
      const answers: Record<string, Reply> = {
        '/info': reply(200, '{}'),
        '/openapi.json': reply(200, JSON.stringify({ paths: { [kstest]: {}, [means]: {}, [spd]: {} } })),
        '/metrics/all/requests': reply(501, '{"detail":"not yet implemented"}'),
        [kstest]: reply(200, one('KSTest')),
        [means]: reply(200, one('CompareMeans')),
        [spd]: reply(500, '{"detail":"boom"}'),
      };
      return Promise.resolve(answers[path] ?? reply(404, '{"detail":"Not Found"}'));
    };
    const found = await runOver(service, 'resource', { path: 'schedules' }, { settings: {}, now: 0 });
    expect(found).toMatchObject({
      schedules: [{ metric: 'compare-means' }, { metric: 'ks' }],
      message: expect.stringMatching(
        /^TrustyAI failed at GET \/metrics\/group\/fairness\/spd\/requests \(500\): boom\./
      ),
    });
    expect(asked).not.toContain('/metrics/all/requests');
    expect(asked).not.toContain('/metrics/drift/mmd/requests');
  });
});

describe('models', () => {
  const info = (inputSchema: unknown, metrics: unknown = {}) => {
    const outputSchema = { items: { y: { type: 'INT64', name: 'y', index: 0 } }, nameMapping: {} };
    const [model] = decodeInfo({ m: { data: { observations: 5, inputSchema, outputSchema }, metrics } });
    return model;
  };
  const names = (inputSchema: unknown) =>
    info(inputSchema)?.columns.map(({ name, raw, role }) => `${role} ${name} ${raw}`);

  it('columns stand in the order of index or columnIndex, not of their keys; outputs count from 0 again on Python', () => {
    for (const index of ['index', 'columnIndex']) {
      const items = { b: { name: 'b', [index]: 1 }, a: { name: 'a', [index]: 0 } };
      expect(names({ items, nameMapping: {} })).toEqual(['input a a', 'input b b', 'output y y']);
    }
  });

  it('Java keys its items by alias and keeps the raw name inside', () => {
    const items = { Age: { name: 'in-0', columnIndex: 0 } };
    expect(names({ items, nameMapping: { 'in-0': 'Age' } })).toEqual(['input Age in-0', 'output y y']);
  });

  it('Python keeps old keys beside a new mapping: the mapping is right', () => {
    const items = { 'in-0': { name: 'in-0', index: 0 } };
    expect(names({ items, nameMapping: { 'in-0': 'Age' } })).toEqual(['input Age in-0', 'output y y']);
    expect(names({ items, nameMapping: {} })).toEqual(['input in-0 in-0', 'output y y']);
  });

  it('scheduled counts lie below metricCounts, and a level higher on Python 0.30', () => {
    const schema = { items: {}, nameMapping: {} };
    const counts = { KSTest: 2 };
    expect(info(schema, { scheduledMetadata: { metricCounts: counts } })?.scheduled).toEqual(counts);
    expect(info(schema, { scheduledMetadata: counts })?.scheduled).toEqual(counts);
  });

  it('a model may have no data (Java), or an error of its own (Python): the others are read', () => {
    const models = decodeInfo({ b: { data: null, metrics: {} }, a: { data: { observations: 0 }, error: 'locked' } });
    expect(models).toMatchObject([
      { id: 'a', observations: 0, error: 'locked' },
      { id: 'b', observations: 0, columns: [] },
    ]);
  });

  it('the empty tag is that of untagged uploads, reserved ones are no references', () => {
    const tags = decodeTags({ m: { '': 3, T: 4, _trustyai_unlabeled: 5, _trustyai_synthetic: 6 } }).get('m');
    expect(tags?.map(({ name, kind }) => [name, kind])).toEqual([
      ['', 'untagged'],
      ['T', 'reference'],
      ['_trustyai_synthetic', 'synthetic'],
      ['_trustyai_unlabeled', 'inference'],
    ]);
  });

  it('inference ids are a list with local times on Java, a page with zoned times on Python', () => {
    const time = Date.UTC(2026, 0, 5, 10, 11, 12, 345);
    const java = decodeInferenceIds([{ id: 'a', timestamp: '2026-01-05T10:11:12.345678901' }]);
    expect(java).toEqual({ payloads: [{ id: '', time, rows: 1 }], total: 1 });
    const page = { ids: [{ id: 'a', timestamp: '2026-01-05T12:11:12.345678+02:00' }], total: 7, limit: 1, offset: 0 };
    expect(decodeInferenceIds(page)).toEqual({ payloads: [{ id: '', time, rows: 1 }], total: 7 });
  });
});

describe('the metrics page', () => {
  it('of Java ends its labels with a comma and the text with # EOF; NaN and infinities are words', () => {
    const text = [
      '# TYPE trustyai_a gauge',
      'trustyai_a{x="1",} NaN',
      'trustyai_a{x="2",} +Inf',
      'trustyai_a -Inf',
      '# EOF',
    ];
    expect(readSamples(text.join('\n')).map(({ labels, value }) => [labels['x'], value])).toEqual([
      ['1', NaN],
      ['2', Infinity],
      [undefined, -Infinity],
    ]);
  });

  it('escapes quotes, backslashes and line ends in label values; braces and commas stand as they are', () => {
    const [sample] = readSamples('trustyai_a{x="a\\"b\\\\c\\nd{e=\\"f\\"},é😀",y="n"} 1e-3 1767607872345\n');
    expect(sample).toEqual({ name: 'trustyai_a', labels: { x: 'a"b\\c\nd{e="f"},é😀', y: 'n' }, value: 0.001 });
  });
});
