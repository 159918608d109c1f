import { describe, expect, it } from 'vitest';
import type { Reply } from '../core/io.ts';
import type { Settings } from '../core/operations.ts';
import { runOver } from '../drivers/exchange.ts';
import { readRecordings, recordedExchange, recordingsFolder } from '../drivers/recordings.ts';
import { infoOf, openApiOf, reply, serviceOf } from './hand-made-service.ts';
import type { Pages } from './hand-made-service.ts';

const folder = recordingsFolder();
if (folder === undefined) {
  console.warn('SOUNDCHECK_RECORDINGS is not set: the service report is not held to recorded replies.');
}

function health(pages: Pages, settings: Settings = { prometheusUid: 'prom' }) {
  return runOver(serviceOf(pages), 'health', {}, { settings, now: 0 });
}

async function report(pages: Pages, settings: Settings = {}) {
  const output = await runOver(serviceOf(pages), 'resource', { path: 'service' }, { settings, now: 0 });
  if (!('missingMetrics' in output)) {
    throw new Error('That was no service report.');
  }
  return output;
}

function failing(error: Reply['error'], errorMessage = 'detail'): Pages {
  const none: Reply = { status: 0, contentType: '', body: '', error, errorMessage };
  return { '/info': none };
}

const HEAD = openApiOf('drift/kstest', 'drift/ksteststreaming', 'drift/mmd', 'batchmean');
const PYTHON = { '/info': infoOf('m', 20), '/openapi.json': HEAD };
const JAVA_PATHS = openApiOf('drift/meanshift', 'drift/kstest', 'identity');
const JAVA = { '/info': infoOf('m', 20), '/q/openapi': JAVA_PATHS, '/metrics/all/requests': { requests: [] } };

describe('health says what is wrong in one sentence', () => {
  it.each<[string, Pages, RegExp]>([
    ['unreachable', failing('unreachable', 'connect ECONNREFUSED'), /cannot be reached .*ECONNREFUSED.* Check the URL/],
    ['TLS', failing('tls', 'self-signed certificate'), /TLS connection .*self-signed.* Check the CA certificate/],
    [
      'TLS that asks for a client certificate',
      failing('tls', 'remote error: tls: certificate required'),
      /TLS connection .*asks for a client certificate: set one/,
    ],
    [
      'https where there is none',
      failing('tls', 'http: server gave HTTP response to HTTPS client'),
      /TLS connection .*without TLS: begin the URL with http:/,
    ],
    ['no token', { '/info': reply('', 401) }, /refused the credentials .* Set a valid token/],
    ['no right', { '/info': reply('', 403) }, /does not allow this account/],
    ['a login page', { '/info': reply('<html>Log in</html>') }, /most likely a login page\. Check the token/],
    [
      'a way to a login page',
      { '/info': reply('', 302) },
      /sent on .*\(302\): most likely to a login page\. Check the token/,
    ],
    ['health-only port', { '/q/health': { status: 'healthy' } }, /health-only listener .* Use the route of the API/],
    ['another server', {}, /this URL is not that of a TrustyAI service\. Check the URL/],
  ])('%s', async (_, pages, sentence) => {
    const output = await health(pages);
    expect(output.status).toBe('error');
    expect(output.message).toMatch(sentence);
  });
});

describe('health of a service that answers', () => {
  it.each<[string, Pages, Settings, RegExp]>([
    [
      'Python',
      {
        ...PYTHON,
        '/metrics/drift/kstest/requests': { requests: [{ requestId: 'r', modelId: 'm', metricName: 'KSTest' }] },
      },
      { prometheusUid: 'prom' },
      /^TrustyAI, Python service \(API 1\.0\.0rc0\) answers with 1 model and 1 schedule\.$/,
    ],
    ['Java', JAVA, {}, /^TrustyAI, Java service answers with 1 model and 0 schedules\. Link a Prometheus data source/],
    [
      'Java without models',
      { ...JAVA, '/info': {} },
      {},
      /^TrustyAI, Java service answers, but knows no model yet\. A Java service may list no model only because it restarted: type the model id/,
    ],
    [
      'Python without models',
      { ...PYTHON, '/info': {} },
      {},
      /but knows no model yet\. Upload reference data or send inferences/,
    ],
    [
      'Python 0.30',
      { ...PYTHON, '/openapi.json': openApiOf('drift/kstest', 'drift/meanshift') },
      { prometheusUid: 'prom' },
      /^TrustyAI, Python 0\.30 service .* Python 0\.30 fails at every drift computation .*: update TrustyAI/,
    ],
    [
      'a model that cannot be read',
      { ...PYTHON, '/info': infoOf('m', 0, { error: 'locked' }) },
      { prometheusUid: 'prom' },
      /TrustyAI cannot read the data of m \(locked\): see its log/,
    ],
    [
      'a schedule list that fails',
      { ...PYTHON, '/metrics/drift/kstest/requests': reply({ detail: 'boom' }, 500) },
      { prometheusUid: 'prom' },
      /TrustyAI failed at GET \/metrics\/drift\/kstest\/requests \(500\): boom/,
    ],
  ])('%s', async (_, pages, settings, sentence) => {
    const output = await health(pages, settings);
    expect(output.status).toBe('ok');
    expect(output.message).toMatch(sentence);
  });

  it('a dialect forced against the evidence is a warning, and not those that follow from it', async () => {
    const java = await health(PYTHON, { dialect: 'java', prometheusUid: 'prom' });
    expect(java.message).toMatch(
      /schedules\. The dialect is set to java in the data source, but the service looks like python .*: set it to "detect"\.$/
    );
    const python = await health(JAVA, { dialect: 'python', prometheusUid: 'prom' });
    expect(python.message).toMatch(/The dialect is set to python .* looks like java/);
  });

  it.each<[Settings['dialect'], Pages]>([
    ['java', JAVA],
    ['python', PYTHON],
  ])('a dialect forced rightly is none: %s', async (dialect, pages) => {
    expect((await health(pages, { dialect, prometheusUid: 'prom' })).message).toMatch(/ schedules\.$/);
  });
});

describe('the service report', () => {
  it('lists what is switched off, by the paths that the service lists', async () => {
    expect((await report(PYTHON)).missingMetrics).toEqual([
      'Compare means',
      'Jensen-Shannon',
      'Statistical parity difference',
      'Disparate impact ratio',
    ]);
    expect(await report(JAVA)).toMatchObject({ rows: false, family: 'Java' });
    expect((await report(JAVA)).missingMetrics).toContain('Maximum mean discrepancy');
  });

  it('finds the rows of a Java service by its paths, and says nothing where it lists none', async () => {
    const paths = { '/data/download': {}, '/metrics/drift/kstest': {} };
    expect((await report({ ...JAVA, '/q/openapi': { paths } })).rows).toBe(true);
    const silent = await report({ ...JAVA, '/q/openapi': reply('', 404) });
    expect(silent.rows).toBe(false);
    expect(silent.missingMetrics).toEqual(['Jensen-Shannon']);
  });

  it.each([
    ['drift switched off', openApiOf('batchmean')],
    ['a service that lists its health page', { paths: { '/q/health': {}, '/metrics/drift/kstest': {} } }],
  ])('%s is no Python 0.30', async (_, openapi) => {
    expect(await report({ ...PYTHON, '/openapi.json': openapi })).toMatchObject({ family: 'Python' });
  });

  it('warns of the default batch, as set, and of restarts', async () => {
    expect((await report(PYTHON)).warnings).toEqual([
      expect.stringMatching(/takes the last 100 rows here/),
      expect.stringMatching(/A restart of the service loses all schedules/),
    ]);
    const own = await report(JAVA, { serviceBatchSize: 20_000 });
    expect(own.warnings[0]).toMatch(/takes the last 20,000 rows \(SERVICE_BATCH_SIZE\) here/);
  });

  it.skipIf(folder === undefined).each(['java', 'python'] as const)('of the recorded %s service', async (dialect) => {
    const names = ['info-600', 'openapi-json', 'q-openapi-json', 'all-requests', 'kstest-requests'];
    const exchange = recordedExchange(readRecordings(folder ?? '', dialect), names);
    const output = await runOver(exchange, 'resource', { path: 'service' }, { settings: {}, now: 0 });
    expect(output).toMatchObject({
      dialect,
      family: dialect === 'java' ? 'Java' : 'Python',
      models: [{ id: 'gaussian-credit-model', observations: 1600 }],
      schedules: dialect === 'java' ? 5 : 10,
      missingMetrics: dialect === 'java' ? ['Jensen-Shannon'] : [],
      rows: false,
    });
  });
});
