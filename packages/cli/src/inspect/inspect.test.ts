import { afterEach, describe, expect, it } from 'vitest';
import { recordingsFolder } from '@soundcheck/query/recordings';
import { main } from '../main.ts';
import { serve, serveRecordings } from '../testing/serve.ts';
import type { Served } from '../testing/serve.ts';

const folder = recordingsFolder();
if (folder === undefined) {
  console.warn('SOUNDCHECK_RECORDINGS is not set: the tests against recorded services are skipped.');
}

const open: Served[] = [];
afterEach(() => open.splice(0).forEach(({ stop }) => stop()));

/** Runs the command line in this process. */
async function run(args: readonly string[], env: Record<string, string> = {}) {
  let out = '';
  let err = '';
  const code = await main(args, { out: (text) => (out += text), err: (text) => (err += text), env });
  return { code, out, err };
}

async function recorded(dialect: 'java' | 'python', ...preferred: string[]) {
  const seen: Array<{ call: string; token: string | undefined }> = [];
  const served = await serveRecordings(folder ?? '', dialect, preferred, seen);
  open.push(served);
  return { url: served.url, seen };
}

const AT_600 = [
  'info-600',
  'info-tags-600',
  'q-metrics-scheduled',
  'all-requests',
  'q-openapi-json',
  'comparemeans-requests',
  'kstest-requests',
  'identity-requests',
];
const MODEL = 'gaussian-credit-model';

describe.skipIf(folder === undefined)('soundcheck inspect on recorded services', () => {
  it('Java: p-values with their limit and n, the schedules with their names', async () => {
    const { url } = await recorded('java', ...AT_600);
    const { code, out, err } = await run(['inspect', url]);
    expect(err).toBe('');
    expect(out).toMatch(/^TrustyAI at http:\/\/127\.0\.0\.1:\d+: Java \(/);
    expect(out).toMatch(/tags +TRAINING 1,000 \(reference\), _trustyai_unlabeled 600 \(inference\)/);
    expect(out).toMatch(/inputs +credit_inputs-0, credit_inputs-1, credit_inputs-2, credit_inputs-3\n/);
    // The service's own numbers: KS p 0.9964517830961228 and 0 on the same columns.
    expect(out).toMatch(
      /no drift +Kolmogorov-Smirnov +gaussian-credit-model +credit_inputs-2 +0\.9965 +KS test, p-value +0\.05 \(.*\) +1,000 v 600 +credit kstest\n/
    );
    expect(out).toMatch(/ {2}drift +Kolmogorov-Smirnov +gaussian-credit-model +credit_inputs-0 +0 +KS test, p-value/);
    expect(out).toMatch(
      /published +ks +gaussian-credit-model +credit kstest +600 rows +TRAINING +all features +ff44f5be-/
    );
    expect(code).toBe(0);
  });

  it('Python: the same names mean statistics, judged by critical values for n', async () => {
    const { url } = await recorded('python', ...AT_600);
    const { code, out } = await run(['inspect', url, '--json']);
    const report: unknown = JSON.parse(out);
    expect(report).toMatchObject({
      url,
      service: { dialect: 'python', family: 'Python', apiVersion: '1.0.0rc0', rows: false },
      models: [{ id: MODEL, observations: 1600, tags: [{ name: 'TRAINING', rows: 1000 }, { rows: 600 }] }],
      // Python lists no names: this one stands in the labels of its series.
      schedules: expect.arrayContaining([
        expect.objectContaining({ metric: 'ks', request_name: 'credit kstest', batch_size: 600, state: 'published' }),
      ]),
      values: expect.arrayContaining([
        expect.objectContaining({
          metric: 'compare-means',
          feature: 'credit_inputs-2',
          value_is: 't',
          value: 0.21924112631961679,
          // scipy 1.17.1: stats.t.isf(0.025, 1598)
          limit: expect.closeTo(1.9618467206352923, 8),
          limit_origin: 'critical t for n = 1,000 v 600 at 5 %',
          n_reference: 1000,
          n_current: 600,
          state: 'no drift',
        }),
        expect.objectContaining({ metric: 'ks', feature: 'credit_inputs-0', value_is: 'ks_d', state: 'drift' }),
      ]),
    });
    expect(code).toBe(0);
  });

  it('keeps to one model, and reads only', async () => {
    const { url, seen } = await recorded('python', 'info-two-models', 'info-tags-two-models', 'q-metrics-scheduled');
    const { out } = await run(['inspect', url, '--model', 'nobody', '--json']);
    expect(JSON.parse(out)).toMatchObject({ models: [], values: [], schedules: [] });
    expect(out).toMatch(/does not list the model nobody/);
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.filter(({ call }) => !call.startsWith('GET '))).toEqual([]);
  });

  it('sends the token from the environment, or from the arguments', async () => {
    const { url, seen } = await recorded('java', ...AT_600);
    await run(['inspect', url], { SOUNDCHECK_TOKEN: 'from-env' });
    await run(['inspect', url, '--token', 'given'], { SOUNDCHECK_TOKEN: 'from-env' });
    expect(new Set(seen.map(({ token }) => token))).toEqual(new Set(['Bearer from-env', 'Bearer given']));
  });

  it('finds what is wrong, and says so by its exit code', async () => {
    // Python lists schedules and has restarted: nothing is published until an inference arrives.
    const { url } = await recorded('python', 'info-600', 'info-tags-600', 'restart-q-metrics', 'openapi-json');
    const { code, out } = await run(['inspect', url]);
    expect(out).toMatch(/Findings \([1-9]\d*\)\n {2}(error|warning): /);
    expect(code).toBe(1);
  });

  it('leaves no control character of a name on the terminal', async () => {
    const { url } = await recorded('python', 'odd-columns-info', 'odd-columns-q-metrics');
    const { out } = await run(['inspect', url]);
    expect(out).toContain('odd "name", é\\n{x="y"}');
    expect(/[\u0000-\u0009\u000b-\u001f\u007f]/.test(out)).toBe(false);
  });
});

describe('soundcheck inspect where nothing can be inspected', () => {
  it.each<[string, string[], RegExp]>([
    ['no URL', ['inspect'], /Say which service/],
    ['no URL of HTTP', ['inspect', 'file:///etc/passwd'], /must begin with http:\/\/ or https:\/\//],
    ['a password in the URL', ['inspect', 'http://a:b@127.0.0.1'], /give a bearer token/],
    ['a query in the URL', ['inspect', 'http://127.0.0.1/?x=1'], /up to its path/],
    ['two URLs', ['inspect', 'http://127.0.0.1', 'http://127.0.0.2'], /one argument too many/],
    ['an option that is none', ['inspect', 'http://127.0.0.1', '--frob'], /Unknown option '--frob'.*\n.*--help/s],
    ['a dialect that is none', ['inspect', 'http://127.0.0.1', '--dialect', 'perl'], /choose detect, java or python/],
    ['a certificate that is not there', ['inspect', 'https://127.0.0.1', '--ca', '/no/such.pem'], /cannot be read/],
    ['a command that is none', ['frob'], /no command "frob"/],
    ['nothing', [], /soundcheck inspect URL/],
  ])('%s is a sentence and exit code 2', async (_, args, sentence) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
  });

  it.each<[string, number, string, string, RegExp]>([
    ['a login page', 200, 'text/html', '<html>Log in</html>', /login page\. Check the token and the URL\.\n/],
    ['no right', 403, 'text/plain', 'Forbidden', /does not allow this account/],
    ['another service', 200, 'application/json', '[1]', /unexpected shape/],
  ])('%s is a sentence and exit code 2', async (...row) => {
    const [, status, type, body, sentence] = row;
    const served = await serve((_, response) => response.writeHead(status, { 'content-type': type }).end(body));
    open.push(served);
    const { code, out, err } = await run(['inspect', served.url]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/data source settings/);
  });

  it('--help is help, not an error', async () => {
    for (const args of [['inspect', '--help'], ['help', 'inspect'], ['--help']]) {
      const { code, out, err } = await run(args);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/soundcheck inspect URL/);
    }
  });
});
