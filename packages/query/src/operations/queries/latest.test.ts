import { beforeAll, describe, expect, it } from 'vitest';
import type { Dialect } from '../../catalogue/meaning.ts';
import type { Request } from '../../core/io.ts';
import { runOver } from '../../drivers/exchange.ts';
import { readRecordings, recordedExchange, recordingsFolder } from '../../drivers/recordings.ts';
import type { Recording } from '../../drivers/recordings.ts';
import type { Frame } from '../../frames/contract.ts';

const folder = recordingsFolder();
if (folder === undefined) {
  console.warn('SOUNDCHECK_RECORDINGS is not set: the outputs of latest and compute are not held to recorded replies.');
}

const recordings: Partial<Record<Dialect, Recording[]>> = {};
const STATE = ['info-600', 'info-tags-600', 'q-metrics-scheduled', 'openapi-json'];

interface Asked {
  dialect: Dialect;
  query: Record<string, unknown>;
  fromAlert?: boolean;
  preferred?: string[];
}

/** Frames, and the calls that they took. */
async function ask({ dialect, query, fromAlert = false, preferred = [] }: Asked) {
  const calls: string[] = [];
  const answer = recordedExchange(recordings[dialect] ?? [], [...preferred, ...STATE]);
  const exchange = (request: Request) => {
    calls.push(request.path);
    return answer(request);
  };
  const input = { query: { refId: 'A', model: 'gaussian-credit-model', queryType: 'latest', ...query } };
  const frames = await runOver(exchange, 'query', input, { settings: {}, now: 1_795_412_900_000, fromAlert });
  return { frames, calls };
}

function only(frame: Frame): { labels: Record<string, string>; value: unknown } {
  const [field] = frame.fields;
  return { labels: field?.labels ?? {}, value: field?.values[0] };
}

function byFeature(frames: readonly Frame[]): Record<string, unknown> {
  return Object.fromEntries(frames.map(only).map(({ labels, value }) => [labels['feature'] ?? '', value]));
}

describe.skipIf(folder === undefined)('latest and compute by output', () => {
  beforeAll(() => {
    if (folder !== undefined) {
      recordings.java = readRecordings(folder, 'java');
      recordings.python = readRecordings(folder, 'python');
    }
  });

  it.each<[Dialect, string, Record<string, unknown>]>([
    ['java', 'verdict', { 'credit_inputs-0': 1, 'credit_inputs-1': 1, 'credit_inputs-2': 0, 'credit_inputs-3': 0 }],
    ['python', 'verdict', { 'credit_inputs-0': 1, 'credit_inputs-1': 1, 'credit_inputs-2': 0, 'credit_inputs-3': 0 }],
    ['java', 'value', { 'credit_inputs-2': 0.8263682923323485, 'credit_inputs-3': 0.3448724181732097 }],
    ['python', 'value', { 'credit_inputs-2': 0.21924112631961679, 'credit_inputs-3': -0.9441899975340584 }],
    // limit / p with p exactly 0, and with p = 0.8264 at 5 %.
    ['java', 'value over limit', { 'credit_inputs-0': Infinity, 'credit_inputs-2': 0.05 / 0.8263682923323485 }],
    // |t| / critical t; scipy 1.17.1: stats.t.isf(0.025, 1261.2021) = 1.9618467206352923
    ['python', 'value over limit', { 'credit_inputs-3': 0.9441899975340584 / 1.9618467206352923 }],
  ])('%s, %s: one numeric field, the dialect applied, in an alert rule too', async (dialect, output, expected) => {
    for (const fromAlert of [false, true]) {
      const query = { metric: 'compare-means', output };
      const { frames } = await ask({ dialect, query, fromAlert, preferred: ['comparemeans-requests'] });
      expect(frames.every(({ fields }) => fields.length === 1 && fields[0]?.type === 'number')).toBe(true);
      expect(frames.every(({ meta }) => meta?.type === 'numeric-multi')).toBe(true);
      const labels = frames.map((frame) => JSON.stringify(only(frame).labels));
      expect(new Set(labels).size).toBe(frames.length);
      const values = byFeature(frames);
      for (const [feature, value] of Object.entries(expected)) {
        expect(values[feature]).toBeCloseTo(Number(value), 9);
      }
    }
  });

  it('the labels of a number last when its schedule is made again, and no verdict passes for a p-value', async () => {
    const { frames } = await ask({ dialect: 'java', query: { metric: 'ks', output: 'verdict' } });
    expect(frames.map(only)[0]?.labels).toEqual({
      model: 'gaussian-credit-model',
      feature: 'credit_inputs-0',
      metric: 'ks',
      value_is: 'verdict',
      dialect: 'java',
      request_name: 'credit kstest',
    });
    expect(frames[0]?.meta?.custom).toBeUndefined();
  });

  it('schedules without a name stay apart by their ids; no id gets into a name', async () => {
    const text = ['1', '2']
      .map((id) => `trustyai_kstest{model="m",subcategory="a",request="uuid-${id}"} 0.5\n`)
      .join('');
    const exchange = (request: Request) =>
      Promise.resolve({
        status: 200,
        contentType: 'text/plain',
        body: request.path === '/q/metrics' ? text : request.path === '/info/tags' ? '{}' : '{"requests":[]}',
      });
    const input = { query: { refId: 'A', queryType: 'latest' } };
    const frames = await runOver(exchange, 'query', input, { settings: {}, now: 0 });
    expect(frames.map(({ name }) => name)).toEqual(['a · 1', 'a · 2']);
    expect(frames.map(({ fields }) => fields[1]?.labels?.['request'])).toEqual(['uuid-1', 'uuid-2']);
  });

  it('asks for no more than an output needs', async () => {
    const calls = async (dialect: Dialect, query: Record<string, unknown>) =>
      (await ask({ dialect, query: { metric: 'ks', ...query }, fromAlert: true })).calls;
    expect(await calls('java', {})).toEqual(['/q/metrics']);
    // A p-value is judged at the level of its schedule, without n; D wants n, unless the limit is given.
    const requests = '/metrics/drift/kstest/requests';
    expect(await calls('java', { output: 'verdict' })).toEqual(['/q/metrics', requests]);
    expect(await calls('java', { output: 'verdict', alpha: 0.01 })).toEqual(['/q/metrics']);
    expect(await calls('python', { output: 'verdict' })).toEqual(['/q/metrics', requests, '/info/tags']);
    expect(await calls('python', { output: 'verdict', limit: 0.1 })).toEqual(['/q/metrics']);
    expect(await calls('java', { role: 'input' })).toEqual(['/q/metrics', '/info']);
  });

  it('the level and a limit of the user count, with their origin', async () => {
    const limits = async (dialect: Dialect, query: Record<string, unknown>) => {
      const { frames } = await ask({ dialect, query: { metric: 'ks', ...query } });
      const limit = frames[0]?.fields.find(({ name }) => name === 'limit');
      return [limit?.values[0], frames[0]?.meta?.custom?.soundcheck?.limitOrigin];
    };
    expect(await limits('java', { alpha: 0.01 })).toEqual([0.01, 'p-value at a level of 1 %']);
    expect(await limits('java', { limit: 0.2 })).toEqual([0.2, 'set in the query']);
    const [d, origin] = await limits('python', { alpha: 0.01 });
    // Stephens 1970 for n·m/(n+m) = 375 at 1 %: K / (√375 + 0.12 + 0.11/√375), K = 1.6276
    expect(d).toBeCloseTo(1.6276 / (Math.sqrt(375) + 0.12 + 0.11 / Math.sqrt(375)), 4);
    expect(origin).toMatch(/^critical D for n = 1,000 v 600 at 1 %/);
  });

  it('what cannot be judged is refused in words, or null', async () => {
    const mmd = { dialect: 'python' as const, query: { metric: 'mmd', output: 'verdict' } };
    await expect(ask(mmd)).rejects.toThrow(/MMD² of the python service has no limit of its own.*set a limit/);
    const own = await ask({ ...mmd, query: { ...mmd.query, limit: 1e-4 } });
    expect(own.frames.map((frame) => only(frame).value)).toContain(1);
    const all = await ask({ dialect: 'python', query: { output: 'verdict' } });
    const means = all.frames.map(only).filter(({ labels }) => labels['metric'] === 'mean');
    expect(means.map(({ value }) => value)).toEqual(means.map(() => null));
    await expect(ask({ dialect: 'python', query: { limit: 1 } })).rejects.toThrow(/one limit does not fit/);
    await expect(ask({ dialect: 'java', query: { alpha: 5 } })).rejects.toThrow(/level 5 is not possible/);
  });

  it('features by role, by name, and by filters', async () => {
    const features = async (dialect: Dialect, query: Record<string, unknown>) =>
      Object.keys(byFeature((await ask({ dialect, query: { metric: 'ks', output: 'value', ...query } })).frames));
    expect(await features('java', { role: 'output' })).toEqual(['predict-0']);
    expect(await features('java', { features: ['credit_inputs-1'] })).toEqual(['credit_inputs-1']);
    const filter = (key: string, operator: string, ...values: string[]) => ({ filters: [{ key, operator, values }] });
    expect(await features('java', filter('feature', '!=|', 'predict-0', 'credit_inputs-0'))).toHaveLength(3);
    expect(await features('java', filter('batch_size', '=', '600'))).toHaveLength(5);
    expect(await features('java', filter('reference_tag', '=', 'TRAINING'))).toHaveLength(5);
    expect(await features('python', filter('reference_tag', '=', 'TRAINING'))).toHaveLength(4);
    const none = await ask({ dialect: 'java', query: { metric: 'ks', ...filter('request_name', '=', 'other') } });
    expect(none.frames[0]?.meta?.notices?.[0]?.text).toMatch(/^None of the 5 numbers .* passes the filters/);
    await expect(features('java', filter('feature', '=~', 'a+'))).rejects.toThrow(/regular expression/);
  });

  it('one table instead of frames, but never for an alert rule', async () => {
    const query = { metric: 'compare-means', table: true };
    const { frames } = await ask({ dialect: 'python', query, preferred: ['comparemeans-requests'] });
    expect(frames).toHaveLength(1);
    const column = (name: string) => Array.from(frames[0]?.fields.find((field) => field.name === name)?.values ?? []);
    expect(column('feature')).toHaveLength(8);
    expect(new Set(column('state'))).toEqual(new Set(['drift', 'no drift']));
    expect(column('value')).toContain(-0.9441899975340584);
    expect(column('n_reference')[0]).toBe(1000);
    expect(new Set(column('request_name'))).toEqual(new Set(['credit comparemeans', 'credit meanshift']));
    expect(frames[0]?.fields.map(({ name }) => name)).not.toContain('request');
    expect((await ask({ dialect: 'python', query, fromAlert: true })).frames).toHaveLength(8);
  });

  it('compute: the same outputs, and a role', async () => {
    const query = { queryType: 'compute', metric: 'compare-means', referenceTag: 'TRAINING', batchSize: 600 };
    const python = await ask({
      dialect: 'python',
      query: { ...query, output: 'verdict' },
      preferred: ['comparemeans-batch-600'],
    });
    expect(byFeature(python.frames)).toEqual({
      'credit_inputs-0': 1,
      'credit_inputs-1': 1,
      'credit_inputs-2': 0,
      'credit_inputs-3': 0,
    });
    const java = await ask({
      dialect: 'java',
      query: { ...query, role: 'input', table: true },
      preferred: ['meanshift-batch-600'],
    });
    const values = (name: string) =>
      Array.from(java.frames[0]?.fields.find((field) => field.name === name)?.values ?? []);
    expect(values('feature')).toHaveLength(4);
    expect(values('p_value')).toEqual([0, 0, 0.8263682923323485, 0.3448724181732097]);
    expect(values('state')).toEqual(['drift', 'drift', 'no drift', 'no drift']);
  });
});
