import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../main.ts';

const example = readFileSync(resolve(import.meta.dirname, '../../../../monitors.yaml'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'soundcheck-check-'));
const file = join(folder, 'monitors.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

async function run(source: string, args: string[] = [], env: Record<string, string> = {}) {
  writeFileSync(file, source);
  const said = { out: '', err: '' };
  const code = await main(['check', '--file', file, ...args], {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    env,
  });
  return { code, ...said };
}

describe('soundcheck check', () => {
  it('shows each monitor with its limits and where they come from', async () => {
    const { code, out, err } = await run(example, [], { SOUNDCHECK_RETRAIN_URL: 'http://x' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^.*monitors\.yaml is right\.\n/);
    expect(out).toMatch(
      /distribution +jukebox-prod +jukebox v1 +Kolmogorov-Smirnov +500 rows +3 of 3 × 60 s +prometheus +retrains/
    );
    // Stephens' formula solved apart: D is 0.0824569 for 5,000 v 500 at 0.05 / 13. The least effect is farther out.
    expect(out).toMatch(/KS distance D over 0\.1: least effect of 0\.1, above 0\.0825/);
    // scipy 1.17.1: stats.t.isf(0.05 / 26, 603.1879) = 2.9017594, Welch's degrees of freedom at equal variances.
    expect(out).toMatch(/Welch's t over 2\.902: critical t for n = 5,000 v 500/);
    expect(out).toMatch(/Grafana +SOUNDCHECK_RETRAIN_URL +set here/);
    expect(out).toMatch(/Grafana +SOUNDCHECK_RETRAIN_TOKEN +not set here/);
    expect(out).toMatch(/reconcile jukebox-test +SOUNDCHECK_TRUSTYAI_TEST_TOKEN +not set here/);
    expect(out).toMatch(/Warnings\n {2}The mute sunday-night-maintenance is in Europe\/Berlin/);
  });

  it('names file, line and column of what is wrong', async () => {
    const { code, out } = await run(example.replace('reference: { tag', 'referense: { tag'));
    expect(code).toBe(1);
    const line = example.split('\n').findIndex((text) => text.includes('reference: { tag')) + 1;
    expect(out).toContain(`${file}:${String(line)}:5: `);
    expect(out).toMatch(/referense.*reference/);
  });

  it('says the same to programs', async () => {
    const right: unknown = JSON.parse((await run(example, ['--json'])).out);
    expect(right).toMatchObject({
      code: 0,
      problems: [],
      monitors: [{ id: 'distribution', limits: [{ valueIs: 'p_value' }, { valueIs: 'ks_d', value: 0.1 }] }, {}, {}],
      variables: expect.arrayContaining([{ by: 'Grafana', name: 'SOUNDCHECK_RETRAIN_TOKEN', setHere: false }]),
    });
    const wrong: unknown = JSON.parse((await run(example.replace('version: 1', 'version: 2'), ['--json'])).out);
    expect(wrong).toMatchObject({ code: 1, problems: [{ line: 4, column: 10 }] });
  });

  it.each<[string, (source: string) => string, Record<string, string>, RegExp]>([
    [
      'an event listener starts more than one run',
      (source) => source.replace('gateway:', 'eventListener:'),
      {},
      /starts a run for each call: .* again every 4h/,
    ],
    [
      'a retraining that anybody can start',
      (source) => source.replace(/ {4}token: '\$\{SOUNDCHECK_RETRAIN_TOKEN\}'\n/, ''),
      {},
      /whoever reaches that address can start a training/,
    ],
    [
      'a secret of which Grafana would send only a part',
      (source) => source,
      { SOUNDCHECK_RETRAIN_TOKEN: 'abc$def' },
      /SOUNDCHECK_RETRAIN_TOKEN holds a "\$"/,
    ],
    ...['12345678', '1e5', '007', '1_000', '+5', 'inf', 'T', 'true'].map(
      (secret): [string, (source: string) => string, Record<string, string>, RegExp] => [
        `a secret with which Grafana 12.4.0 did not start: ${secret}`,
        (source) => source,
        { SOUNDCHECK_RETRAIN_TOKEN: secret },
        /SOUNDCHECK_RETRAIN_TOKEN looks like a number/,
      ]
    ),
  ])('warns of %s', async (_, change, env, sentence) => {
    const { code, out } = await run(change(example), [], env);
    expect(code).toBe(0);
    expect(out).toMatch(sentence);
    expect(out).not.toContain('abc$def');
  });

  it.each(['0x10', 'yes', '12abc', 'a-long-one', 'tt'])('does not warn of the secret %s', async (secret) => {
    const { out } = await run(example, [], { SOUNDCHECK_RETRAIN_TOKEN: secret });
    expect(out).not.toMatch(/looks like|holds a/);
  });

  it('what Grafana would not start with is wrong too', async () => {
    const { code, out } = await run(`${example}\nprometheus: { every: 15s }\n`);
    expect(code).toBe(1);
    expect(out).toMatch(/15s/);
    expect(out).not.toMatch(/is right/);
  });

  it.each<[string, string[], RegExp]>([
    ['a file that is not there', ['check', '--file', '/no/such.yaml'], /\/no\/such\.yaml cannot be read \(ENOENT\)/],
    ['an option that is none', ['check', '--frob'], /Unknown option '--frob'.*\n.*--help/s],
    ['the same of render', ['render', '--file', '/no/such.yaml'], /cannot be read \(ENOENT\)/],
  ])('%s is a sentence and exit code 2', async (_, args, sentence) => {
    let err = '';
    const code = await main(args, { out: () => undefined, err: (text) => (err += text), env: {} });
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
  });

  it('--help is help', async () => {
    for (const verb of ['check', 'render']) {
      let out = '';
      expect(await main([verb, '--help'], { out: (text) => (out += text), err: () => undefined, env: {} })).toBe(0);
      expect(out).toMatch(new RegExp(`^soundcheck ${verb} \\[options\\]`));
    }
  });
});
