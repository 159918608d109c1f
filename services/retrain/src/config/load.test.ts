import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parseDuration } from './duration.ts';
import { loadConfig, readConfig } from './load.ts';

const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');
const example = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
const variables = [...example.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name);
const environment = Object.fromEntries(variables.map((name) => [name, `value-of-${name}`]));

it('reads the example of the README', () => {
  expect(readConfig(example, 'retrain.yaml', environment)).toMatchObject({
    listen: { host: '0.0.0.0', port: 8090 },
    auth: { bearer: 'value-of-SOUNDCHECK_RETRAIN_TOKEN' },
    cooldown: 6 * 3_600_000,
    retries: { first: 5_000, longest: 600_000, giveUpAfter: 86_400_000 },
    targets: [
      { match: { namespace: 'jukebox-prod', model: 'jukebox' }, tekton: { token: 'value-of-EVENT_LISTENER_TOKEN' } },
      { match: {}, kfp: { poll: 30_000 } },
      { http: { method: 'POST', idempotent: true } },
    ],
  });
});

it('needs each variable that the file names', () => {
  for (const missing of variables) {
    expect(() => readConfig(example, 'retrain.yaml', { ...environment, [missing]: '' })).toThrow(
      new RegExp(`^retrain\\.yaml: [\\w.]+ needs the environment variable ${missing}, which is not set\\.`)
    );
  }
});

const least = 'journal: /tmp/j\nauth: { bearer: secret-token }\ntargets: [{ http: { url: "http://x/" } }]\n';

it('has defaults', () => {
  expect(readConfig(least, 'f', {})).toMatchObject({
    listen: { host: '0.0.0.0', port: 8090 },
    cooldown: 6 * 3_600_000,
    grace: 15 * 60_000,
    endTimeout: 24 * 3_600_000,
    keep: 90 * 86_400_000,
    rate: { perSecond: 100, burst: 5_000 },
    targets: [{ http: { method: 'POST', idempotent: false, headers: {} } }],
    log: 'info',
  });
});

it.each([
  ['a field that there is not', `${least}cooldwon: 1h`, '"cooldwon" is no known field'],
  ['a nested one', least.replace('bearer:', 'token:'), '"auth.token" is no known field'],
  ['no time', `${least}cooldown: soon`, '"cooldown" must be a time like 90s'],
  ['no secret', least.replace('{ bearer: secret-token }', '{}'), '"auth" needs at least one of bearer, basic, hmac'],
  ['no target', least.replace(/targets.*/, 'targets: []'), '"targets" needs at least one target'],
  [
    'two targets in one',
    least.replace('{ http', '{ tekton: { url: "http://x" }, http'),
    '"targets.0" needs exactly one of',
  ],
  ['no address', least.replace('http://x/', 'x'), '"targets.0.http.url" must begin with http'],
  [
    'an unknown placeholder',
    least.replace('http://x/', 'http://x/{{run}}'),
    '"targets.0.http.url" may hold only {{runId}}',
  ],
  ['no port', `${least}listen: localhost`, '"listen" must be an address and a port'],
  ['no journal', least.replace('journal: /tmp/j', ''), '"journal" is missing'],
  ['nothing', '', 'must be Object'],
  ['no YAML', 'a: [', 'is not YAML'],
])('refuses %s, and keeps what may be secret to itself', (_, text, sentence) => {
  const read = () => readConfig(text, 'retrain.yaml', {});
  expect(read).toThrow(sentence);
  expect(read).not.toThrow(/secret-token/);
});

it('says which file it cannot read', () => {
  expect(() => loadConfig('/nowhere/retrain.yaml', {})).toThrow(
    /^The configuration \/nowhere\/retrain\.yaml cannot be read/
  );
});

it.each([
  ['90s', 90_000],
  ['1.5h', 5_400_000],
  ['7d', 604_800_000],
  ['250ms', 250],
  ['10', undefined],
  ['m', undefined],
  ['-1s', undefined],
])('reads %s', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});
