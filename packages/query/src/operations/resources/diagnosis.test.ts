import { describe, expect, it } from 'vitest';
import { scoresFromPrometheus } from '../../promql/scores-from-prometheus.ts';
import { runOver } from '../../drivers/exchange.ts';
import { start } from '../../engine.ts';
import { infoOf, openApiOf, reply, serviceOf } from '../hand-made-service.ts';
import type { Pages } from '../hand-made-service.ts';

const metrics = (lines: string[]) => reply(`${lines.join('\n')}\n`);

/** Two models of a Python service; the window of the first is larger than its inferences. */
const PAGES: Pages = {
  '/info': { ...infoOf('m', 120), ...infoOf('other', 300) },
  '/openapi.json': openApiOf('drift/kstest', 'drift/mmd'),
  '/info/tags': {
    m: { TRAINING: 100, _trustyai_unlabeled: 20 },
    other: { TRAINING: 100, _trustyai_unlabeled: 200 },
  },
  '/q/metrics': metrics([
    'trustyai_model_observations_total{model="m",request="o"} 120',
    'trustyai_kstest{modelId="m",subcategory="a",request="r1",requestName="nightly"} 0.5',
    'trustyai_kstest{modelId="other",subcategory="a",request="r2",requestName="nightly"} 0.25',
  ]),
  '/metrics/drift/kstest/requests': {
    requests: ['m', 'other'].map((modelId, i) => ({
      requestId: `r${String(i + 1)}`,
      modelId,
      metricName: 'KSTest',
      batchSize: 50,
      referenceTag: 'TRAINING',
      fitColumns: ['a'],
    })),
  },
};

async function diagnosis(params: Record<string, string>, pages: Pages = PAGES) {
  const output = await runOver(serviceOf(pages), 'resource', { path: 'diagnosis', params }, { settings: {}, now: 0 });
  if (!('diagnoses' in output)) {
    throw new Error('That was no diagnosis.');
  }
  return output;
}

describe('the resource diagnosis', () => {
  it('is about one model, or about all', async () => {
    const one = {
      state: 'reference rows in the window',
      severity: 'warning',
      model: 'm',
      metric: 'ks',
      schedule: 'r1',
      sentence:
        'The window of 50 rows is larger than the 20 inferences of m: it holds 30 reference rows too, which hides drift.',
      next: 'Wait for more inferences, or use a window of 20 rows.',
    };
    expect(await diagnosis({ model: 'm' })).toEqual({ diagnoses: [one] });
    expect(await diagnosis({})).toEqual({ diagnoses: [one] });
    expect(await diagnosis({ model: 'other' })).toEqual({ diagnoses: [] });
  });

  it('takes what Prometheus shows from whoever asked it', async () => {
    const found = await diagnosis({
      model: 'other',
      metric: 'ks',
      scraped: 'true',
      frozen: 'true',
      observationsGrew: '9',
    });
    expect(found.diagnoses.map(({ state }) => state)).toEqual(['stale']);
    const lost = await diagnosis({ model: 'other', metric: 'spd', requests: 'old,older' });
    expect(lost.diagnoses[0]?.sentence).toMatch(/values of 2 schedules of Statistical parity difference/);
  });

  it.each([
    [{ metric: 'nope' }, /The metric "nope" is not known: choose/],
    [{ scraped: 'yes' }, /The parameter scraped is "yes": it must be true or false/],
    [{ observationsGrew: 'many' }, /The parameter observationsGrew is "many": it must be a number/],
  ])('refuses %j in words', async (params, sentence) => {
    await expect(diagnosis(params)).rejects.toMatchObject({
      source: 'downstream',
      message: expect.stringMatching(sentence),
    });
  });

  it('finds the health listener', async () => {
    const { diagnoses } = await diagnosis({ model: 'm' }, { '/q/health': { status: 'healthy' } });
    expect(diagnoses).toMatchObject([
      { state: 'health listener', severity: 'error', next: expect.stringMatching(/^Use the route of the API/) },
    ]);
  });

  it('an empty service, and what could not be read, stand in the message', async () => {
    const empty = await diagnosis({}, { ...PAGES, '/info': {}, '/metrics/drift/kstest/requests': { requests: [] } });
    expect(empty).toEqual({ diagnoses: [], message: expect.stringMatching(/knows no model yet/) });
    const unread = await diagnosis({ model: 'm' }, { ...PAGES, '/info/tags': reply({ detail: 'boom' }, 500) });
    expect(unread).toEqual({
      diagnoses: [],
      message: expect.stringMatching(/failed at GET \/info\/tags \(500\): boom/),
    });
  });

  it('takes two rounds, each call once', async () => {
    const session = start('resource', { path: 'diagnosis', params: { model: 'm' } }, { settings: {}, now: 0 });
    const rounds: string[][] = [];
    let step = session.step([]);
    while ('requests' in step) {
      rounds.push(step.requests.map(({ path }) => path));
      step = session.step(await Promise.all(step.requests.map(serviceOf(PAGES))));
    }
    expect(rounds).toEqual([
      ['/info', '/openapi.json'],
      ['/info/tags', '/q/metrics', '/metrics/drift/kstest/requests', '/metrics/drift/mmd/requests'],
    ]);
  });
});

describe('findings as notices', () => {
  const query = (more: Record<string, unknown>, pages: Pages = PAGES, fromAlert = false) =>
    runOver(
      serviceOf(pages),
      'query',
      { query: { refId: 'A', queryType: 'latest', model: 'm', metric: 'ks', ...more } },
      { settings: {}, now: 0, fromAlert }
    );
  const notices = async (...args: Parameters<typeof query>) =>
    (await query(...args)).flatMap(({ meta }) => meta?.notices ?? []);

  it('latest: doubts stand with the numbers, of the shown models only', async () => {
    const found = await notices({ model: undefined });
    expect(found.map(({ severity }) => severity)).toEqual(['warning']);
    expect(found[0]?.text).toMatch(/50 rows is larger than the 20 inferences .* Wait for more inferences/);
    expect(await notices({ model: 'other' })).toEqual([]);
  });

  it('latest: where the metric has no number, what is wrong with it', async () => {
    expect((await notices({ metric: 'spd' }))[0]?.text).toMatch(/no schedule of Statistical parity difference for m/);
    const silent = { ...PAGES, '/q/metrics': metrics([]) };
    expect((await notices({}, silent)).map(({ text }) => text)).toEqual([
      expect.stringMatching(/m has 20 inferences and 1 schedule, and none has a value/),
      expect.stringMatching(/50 rows is larger/),
    ]);
    expect((await notices({ features: ['nope'], model: 'other' }))[0]?.text).toMatch(
      /no such value of Kolmogorov-Smirnov/
    );
  });

  it('latest: numbers stand where the rest of the service does not answer', async () => {
    const frames = await query({}, { '/q/metrics': PAGES['/q/metrics'] });
    expect(frames[0]?.fields.find(({ name }) => name === 'value')?.values[0]).toBe(0.5);
    expect(frames[0]?.meta?.notices?.[0]?.text).toMatch(/cannot be told: GET \/info is not there/);
  });

  it('an alert rule pays for none', async () => {
    expect(await notices({}, PAGES, true)).toEqual([]);
  });

  it('compute: the same doubts, about this call', async () => {
    const pages = {
      ...PAGES,
      '/info': infoOf('m', 100),
      '/metrics/drift/kstest': { feature_results: { a: { statistic: 0.5, p_value: 0.1 } } },
    };
    const found = await notices({ queryType: 'compute', referenceTag: 'TRAINING', batchSize: 90 }, pages);
    expect(found.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^The tags of m count 120 rows but only 100 are stored/),
    ]);
  });

  it('scores: findings in place of the general sentence', async () => {
    const { diagnoses } = await diagnosis({ model: 'm', metric: 'spd', scraped: 'false' });
    const [frame] = scoresFromPrometheus([], { refId: 'A', expr: 'e', diagnoses });
    expect(frame?.meta?.notices?.map(({ text }) => text)).toEqual([
      expect.stringMatching(/no schedule of Statistical parity difference/),
    ]);
    const [plain] = scoresFromPrometheus([], { refId: 'A', expr: 'e', diagnoses: [] });
    expect(plain?.meta?.notices?.[0]?.text).toMatch(/Prometheus holds no such series/);
  });
});
