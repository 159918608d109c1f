import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { plan, rule } from '../testing/plan.ts';
import { grafanaFile } from './alerting-file.ts';
import { alertingProblems } from './guard.ts';

/** Files are made wrong by hand, so they are of no type. */
type Node = Record<string, unknown> & { [index: number]: unknown };

const good = grafanaFile({ ...plan, notify: { ...plan.notify, people: undefined } }, [
  rule,
  { ...rule, uid: 'second', name: 'second' },
]);

/** Sets a value at a path, or deletes it. */
function changed(path: Array<string | number>, value: unknown): string {
  const file: unknown = parse(good);
  const inner = path.slice(0, -1).reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), file);
  const last = path.at(-1) ?? '';
  if (!isNode(inner)) {
    throw new Error(`no ${path.join('.')} in the file`);
  }
  if (value === undefined) {
    delete inner[last];
  } else {
    inner[last] = value;
  }
  return stringify(file, { aliasDuplicateObjects: false });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

const first = ['groups', 0, 'rules', 0];
const settings = ['contactPoints', 0, 'receivers', 0, 'settings'];

describe('alertingProblems', () => {
  it('finds nothing in what is rendered', () => {
    expect(alertingProblems(new Map([['monitors.yaml', good]]))).toEqual([]);
  });

  it.each<[string, Array<string | number>, unknown, RegExp]>([
    ['an interval between ticks', ['groups', 0, 'interval'], '15s', /every 15s, which must be a multiple of 10s/],
    ['no interval', ['groups', 0, 'interval'], '0s', /multiple of 10s/],
    ['a duration in fractions', [...first, 'for'], '1.5m', /rules\.0\.for is no duration/],
    ['a uid of 41 characters', [...first, 'uid'], 'u'.repeat(41), /uid may be 40 characters long at most/],
    ['a uid with a dot', [...first, 'uid'], 'a.b', /letters, digits, "-" and "_" only/],
    ['a uid twice', [...first, 'uid'], 'second', /two rules with the uid "second": the later would silently/],
    ['a long title', [...first, 'title'], 't'.repeat(191), /title may be 190 characters/],
    [
      'a condition that is no query',
      [...first, 'condition'],
      'Z',
      /condition Z, which is none of its queries \(A, B, C\)/,
    ],
    ['a panel without dashboard', [...first, 'annotations', '__dashboardUid__'], undefined, /both or neither/],
    ['a panel that is no number', [...first, 'annotations', '__panelId__'], 'x', /whole number/],
    [
      'a variable in an annotation',
      [...first, 'annotations', 'summary'],
      '${HOST}',
      /variable in its annotation summary/,
    ],
    ['a label that is none', [...first, 'labels', 'a-b'], 'x', /is no name of a label/],
    [
      'a slip of the pen',
      [...settings, 'authorisation_credentials'],
      '$T',
      /authorisation_credentials is a field that/,
    ],
    ['a secret written down', [...settings, 'authorization_credentials'], 's3cret-in-clear', /must be one variable/],
    ['no address', [...settings, 'url'], '', /settings\.url must not be empty/],
    ['a user in the address', [...settings, 'url'], 'http://me:pw@host/', /secret in its URL or headers/],
    ['the token in the address', [...settings, 'url'], 'http://h/?t=${SOUNDCHECK_RETRAIN_TOKEN}', /secret in its URL/],
    [
      'the token in a header',
      [...settings, 'headers'],
      { 'X-Token': '$SOUNDCHECK_RETRAIN_TOKEN' },
      /secret in its URL/,
    ],
    [
      'a restricted header',
      [...settings, 'headers'],
      { Authorization: 'x' },
      /header Authorization, which Grafana refuses/,
    ],
    ['a user without password', [...settings, 'username'], 'me', /two kinds of authorization/],
    ['no receiver', ['contactPoints', 0, 'receivers'], [], /receivers must not be empty/],
    ['a contact point that is not there', ['policies', 0, 'receiver'], 'x', /contact point "x", which is in no file/],
    ['a mute that is not there', ['policies', 0, 'routes', 0, 'mute_time_intervals'], ['x'], /mute timing "x"/],
    ['a mute of "$"', ['muteTimes', 0, 'name'], 'sun$day', /must not hold "\$"/],
    ['a mute twice', ['muteTimes', 0, 'name'], 'stocktaking', /two mute timings with the name "stocktaking"/],
    ['a zone that is none', ['muteTimes', 0, 'time_intervals', 0, 'location'], 'Europe/Nowhere', /is no time zone/],
    [
      'a window over midnight',
      ['muteTimes', 0, 'time_intervals', 0, 'times'],
      [{ start_time: '22:00', end_time: '04:00' }],
      /must end later than it starts/,
    ],
    ['deleted and defined', ['deleteContactPoints', 0, 'uid'], 'soundcheck-retrain', /both defined and deleted/],
  ])('%s', (_, path, value, sentence) => {
    const problems = alertingProblems(new Map([['monitors.yaml', changed(path, value)]]));
    expect(problems.join('\n')).toMatch(sentence);
    expect(problems.join('\n')).not.toContain('s3cret');
  });

  it('two kinds of authorization', () => {
    const text = changed(settings, {
      url: 'http://h',
      authorization_credentials: '$A',
      username: 'me',
      password: '$B',
    });
    expect(alertingProblems(new Map([['f.yaml', text]]))).toEqual([
      'f.yaml: contact point "soundcheck-retrain" has two kinds of authorization, a token and a user with password: Grafana does not start.',
    ]);
  });

  it('tabs are no YAML', () => {
    expect(alertingProblems(new Map([['f.yaml', 'groups:\n\t- x']])).join()).toMatch(/^f\.yaml is no YAML: .*[Tt]ab/);
  });

  it("finds nothing in this repository's own folder", () => {
    const own = resolve(import.meta.dirname, '../../../../provisioning/alerting');
    const texts = readdirSync(own).map((name) => [name, readFileSync(join(own, name), 'utf8')] as const);
    expect(texts.length).toBeGreaterThan(1);
    expect(alertingProblems(new Map(texts))).toEqual([]);
  });

  it('the files of a folder must agree', () => {
    const other = stringify({ apiVersion: 1, policies: [parse(good).policies[0]], groups: [parse(good).groups[0]] });
    const problems = alertingProblems(
      new Map([
        ['a.yaml', good],
        ['b.yaml', other],
      ])
    ).join('\n');
    expect(problems).toMatch(/two trees of policies/);
    expect(problems).toMatch(/two groups "Soundcheck\/soundcheck jukebox-test"/);
    expect(problems).toMatch(new RegExp(`two rules with the uid "${rule.uid}"`));
  });
});
