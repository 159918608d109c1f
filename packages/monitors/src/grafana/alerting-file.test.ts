import * as v from 'valibot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { NotifyPlan, Plan, Rule } from '../contract.ts';
import { plan, rule } from '../testing/plan.ts';
import { grafanaAlerting, grafanaFile } from './alerting-file.ts';
import { escapeDollars, escapeDollarsBetweenVariables } from './escape.ts';
import { alertingProblems } from './guard.ts';
import { grafanaMessage } from './message.ts';
import { alertingShape } from './shape.ts';

const written = (notify: Partial<NotifyPlan> = {}, rules: Rule[] = [rule]) =>
  grafanaAlerting({ ...plan, notify: { ...plan.notify, ...notify } }, rules);
const [only] = written().groups.flatMap(({ rules }) => rules);

const listener = {
  kind: 'event-listener',
  url: 'http://el-listener:8080',
  auth: { kind: 'basic', user: 'u$er', passwordVariable: 'EL_PASSWORD' },
} as const;
const people = { url: 'http://people.example/$1/${PEOPLE_PATH}', auth: { kind: 'none' } } as const;

describe("Grafana's alerting file", () => {
  it.each<[string, Partial<NotifyPlan>]>([
    ['gateway', {}],
    ['people besides', { people }],
    ['event listener', { retrain: listener }],
    ['nobody', { retrain: undefined, mutes: [], deletedContactPoints: [] }],
  ])('%s: has the shape that Grafana reads, and nothing that stops it', (_, notify) => {
    const text = grafanaFile({ ...plan, notify: { ...plan.notify, ...notify } }, [rule]);
    expect(v.is(alertingShape, parse(text))).toBe(true);
    expect(alertingProblems(new Map([['monitors.yaml', text]]))).toEqual([]);
  });

  it('holds the rules that Grafana evaluates, a group a namespace', () => {
    const rules: Rule[] = [
      { ...rule, uid: 'a', namespace: 'jukebox-test' },
      { ...rule, uid: 'b', namespace: 'jukebox-prod' },
      { ...rule, uid: 'c', engine: 'prometheus' },
    ];
    expect(written({}, rules).groups.map((group) => [group.name, group.rules.map(({ uid }) => uid)])).toEqual([
      ['soundcheck jukebox-prod', ['b']],
      ['soundcheck jukebox-test', ['a']],
    ]);
  });

  it('judges A alone: no number to show is no reason to keep quiet', () => {
    const models = Object.fromEntries(only?.data.map(({ refId, model }) => [refId, model]) ?? []);
    expect(models['A']).toMatchObject({ expr: rule.expr, instant: true });
    // An empty answer to B makes Grafana 12.4.0 say "no data" of the whole rule.
    expect(models['B']).toMatchObject({ expr: `(\n${rule.valueExpr ?? ''}\n) or on () vector(NaN)` });
    expect(models['C']).toMatchObject({ type: 'threshold', expression: 'A' });
    expect(only).toMatchObject({ condition: 'C', noDataState: 'OK', execErrState: 'Error' });
  });

  it('escapes "$" in labels, names and settings, and never in annotations or queries', () => {
    const odd: Rule = { ...rule, name: 'a$b', expr: 'x{model="m$1"}' };
    const [first] = written({}, [odd]).groups.flatMap(({ rules }) => rules);
    expect(first?.title).toBe('a$$b');
    expect(first?.labels).toMatchObject({ model_version: 'v$$1 {{ "{{" }}x}}' });
    expect(first?.annotations['summary']).toContain(' costs $5, {{ "{{" }}braces}}: ');
    expect(first?.data[0]?.model).toMatchObject({ expr: odd.expr });
    expect(written({ people }).contactPoints[1]?.receivers[0]?.settings.url).toBe(
      'http://people.example/$$1/${PEOPLE_PATH}'
    );
    expect(written({ retrain: listener }).contactPoints[0]?.receivers[0]?.settings).toMatchObject({
      username: 'u$$er',
      password: '${EL_PASSWORD}',
    });
  });

  it('is undone by the expansion that Grafana does, for any text', () => {
    // "$$" is "$"; "$NAME" and "${NAME}" are looked up.
    const expand = (text: string) =>
      text
        .split('$$')
        .map((part) => part.replace(/\$\{([^}]*)\}|\$(\w+)/g, (_, a?: string, b?: string) => `<${a ?? b ?? ''}>`))
        .join('$');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('$', '{', '}', 'A', '1', ' ', 'é') }), (text) => {
        expect(expand(escapeDollars(text))).toBe(text);
        expect(expand(escapeDollarsBetweenVariables(`${text}/\${HOST}/x`))).toContain('/<HOST>/x');
      })
    );
  });

  it('writes messages with labels, escaped in addresses, and the number of B', () => {
    expect(grafanaMessage([{ label: 'feature' }, { text: '?f=' }, { label: 'feature', inUrl: true }])).toBe(
      '{{ $labels.feature }}?f={{ $labels.feature | urlquery }}'
    );
    expect(grafanaMessage([{ value: true }])).toMatch(/^\{\{ with \$values\.B \}\}.*printf "%\.4g" \.Value/);
    expect(grafanaMessage([{ byValueIs: { p_value: 'P', t: 'T', ks_d: 'D' } }])).toBe(
      '{{ if eq $labels.value_is "p_value" }}P{{ else }}{{ if eq $labels.value_is "t" }}T{{ else }}D{{ end }}{{ end }}'
    );
    expect(grafanaMessage([{ byValueIs: {} }])).toBe('');
  });

  it('names a panel with its dashboard, or neither', () => {
    expect(only?.annotations).toMatchObject({ __dashboardUid__: 'soundcheck-model-drift', __panelId__: '4' });
    const [without] = written({}, [{ ...rule, dashboard: { uid: 'x' } }]).groups.flatMap(({ rules }) => rules);
    expect(Object.keys(without?.annotations ?? {})).toEqual(['summary', 'dashboard_url']);
  });

  it('asks for no retraining because a query failed', () => {
    expect(written().policies[0]?.routes[0]).toMatchObject({
      receiver: 'soundcheck-retrain',
      object_matchers: [
        ['retrain', '=', 'true'],
        ['alertname', '!~', 'DatasourceError|DatasourceNoData'],
      ],
      continue: true,
      group_by: ['namespace', 'model'],
      mute_time_intervals: ['sunday-night', 'stocktaking'],
    });
  });

  it('tells nobody by a contact point that is always muted', () => {
    const { policies, contactPoints, muteTimes } = written();
    expect(policies[0]).toMatchObject({ receiver: 'soundcheck-nobody' });
    expect(policies[0]?.routes.at(-1)).toEqual({
      receiver: 'soundcheck-nobody',
      object_matchers: [['alertname', '=~', '.+']],
      mute_time_intervals: ['soundcheck-always'],
    });
    expect(muteTimes.at(-1)?.name).toBe('soundcheck-always');
    expect(contactPoints.at(-1)?.name).toBe('soundcheck-nobody');
    expect(written({ people }).policies[0]).toMatchObject({ receiver: 'soundcheck-people' });
  });

  it('the same plan gives the same bytes', () => {
    const copy: Plan = structuredClone(plan);
    expect(grafanaFile(copy, [structuredClone(rule)])).toBe(grafanaFile(plan, [rule]));
  });
});
