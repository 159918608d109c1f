import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { NotifyPlan } from '../contract.ts';
import { native } from '../testing/natives.ts';
import { plan } from '../testing/plan.ts';
import { alertmanagerConfig } from './alertmanager-config.ts';
import { alertmanagerConfiguration } from './alertmanager-file.ts';

const amtool = native('amtool', "the tests that Alertmanager's own tool routes by the rendered files");
const folder = mkdtempSync(join(tmpdir(), 'soundcheck-routing-'));
afterAll(() => rmSync(folder, { recursive: true }));

const auth = { kind: 'basic', user: 'o\'"\\ps', passwordVariable: 'PEOPLE_PASSWORD' } as const;
const withPeople: NotifyPlan = { ...plan.notify, people: { url: 'http://people.example/hook', auth } };
const listener: NotifyPlan = {
  ...plan.notify,
  mutes: [],
  retrain: { kind: 'event-listener', url: 'http://el-listener:8080', auth: { kind: 'none' } },
};
const nobody: NotifyPlan = { ...plan.notify, retrain: undefined, mutes: [] };

const drift = { alertname: 'jukebox-datadrift-means', soundcheck: 'drift', namespace: 'jukebox-prod' };
const retraining = { ...drift, retrain: 'true' };
const foreign = { alertname: 'Watchdog', namespace: 'other' };

type Labels = Record<string, string>;

function configured(notify: NotifyPlan): string {
  const file = join(folder, 'alertmanager.yml');
  writeFileSync(file, stringify(alertmanagerConfiguration(notify)));
  return file;
}

describe.skipIf(amtool === undefined)('alertmanager.yml', () => {
  const run = (...args: string[]) => execFileSync(amtool ?? '', args, { encoding: 'utf8' }).trim();

  it.each<[string, NotifyPlan]>([
    ['gateway and mutes', plan.notify],
    ['gateway and people', withPeople],
    ['event listener', listener],
    ['nobody', nobody],
  ])('%s is a configuration', (_, notify) => {
    expect(run('check-config', configured(notify))).toMatch(/SUCCESS/);
  });

  it.each<[string, NotifyPlan, Labels, string]>([
    ['starts a retraining', plan.notify, retraining, 'soundcheck-retrain'],
    ['no retraining is asked for', plan.notify, drift, 'soundcheck-nobody'],
    ['of another value', plan.notify, { ...drift, retrain: 'false' }, 'soundcheck-nobody'],
    ['not ours', plan.notify, foreign, 'soundcheck-nobody'],
    ['starts a retraining, and people are told', withPeople, retraining, 'soundcheck-retrain,soundcheck-people'],
    ['people are told', withPeople, drift, 'soundcheck-people'],
    ['a companion', withPeople, { ...drift, soundcheck: 'no-data' }, 'soundcheck-people'],
    ['not ours goes to the root', withPeople, foreign, 'soundcheck-people'],
    ['event listener', listener, retraining, 'soundcheck-retrain'],
    ['nobody at all', nobody, retraining, 'soundcheck-nobody'],
  ])('%s', (_, notify, labels, receivers) => {
    const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
    expect(run('config', 'routes', 'test', `--config.file=${configured(notify)}`, ...pairs)).toBe(receivers);
  });

  it('AlertmanagerConfig routes alike: its tree, in plain spelling, for the same labels', () => {
    for (const notify of [plan.notify, withPeople, listener]) {
      const { spec } = alertmanagerConfig('jukebox-prod', notify);
      // As the operator makes it part of the whole: below a root, with the namespace as a matcher.
      const whole = {
        route: {
          receiver: 'null',
          routes: [
            {
              receiver: spec.route.receiver,
              matchers: ['namespace="jukebox-prod"', ...spec.route.matchers.map(plainMatcher)],
              continue: true,
              routes: spec.route.routes.map((route) => ({
                receiver: route.receiver,
                matchers: route.matchers.map(plainMatcher),
                continue: route.continue ?? false,
              })),
            },
          ],
        },
        receivers: [{ name: 'null' }, ...spec.receivers.map(({ name }) => ({ name }))],
      };
      const file = join(folder, 'whole.yml');
      writeFileSync(file, stringify(whole));
      for (const labels of [drift, retraining, { ...drift, soundcheck: 'stale' }]) {
        const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
        const test = ['config', 'routes', 'test'];
        expect(run(...test, `--config.file=${file}`, ...pairs)).toBe(
          run(...test, `--config.file=${configured(notify)}`, ...pairs)
        );
      }
      const outside = run('config', 'routes', 'test', `--config.file=${file}`, 'alertname=Watchdog');
      expect(outside).toBe('null');
    }
  });
});

function plainMatcher({ name, matchType, value }: { name: string; matchType: string; value: string }): string {
  return `${name}${matchType}${JSON.stringify(value)}`;
}

describe('what is sent', () => {
  it.each<[string, NotifyPlan, boolean, string[]]>([
    ['the gateway hears of the end, once a model', plan.notify, true, ['namespace', 'model']],
    ['an event listener starts a run each time', listener, false, ['namespace', 'model', 'alertname']],
  ])('%s', (_, notify, resolved, groupBy) => {
    const plain = alertmanagerConfiguration(notify);
    const object = alertmanagerConfig('n', notify).spec;
    const named = (receiver: { name: string }) => receiver.name === 'soundcheck-retrain';
    expect(plain.receivers.find(named)).toMatchObject({ webhook_configs: [{ send_resolved: resolved }] });
    expect(object.receivers.find(named)).toMatchObject({ webhookConfigs: [{ sendResolved: resolved }] });
    expect(plain.route.routes[0]?.group_by).toEqual(groupBy);
    expect(object.route.routes[0]?.groupBy).toEqual(groupBy);
  });

  it('secrets come from files and from the cluster, by the same keys', () => {
    expect(alertmanagerConfiguration(withPeople, '/secrets').receivers).toEqual([
      {
        name: 'soundcheck-retrain',
        webhook_configs: [
          {
            url_file: '/secrets/retrain-url',
            send_resolved: true,
            http_config: { authorization: { type: 'Bearer', credentials_file: '/secrets/retrain-token' } },
          },
        ],
      },
      {
        name: 'soundcheck-people',
        webhook_configs: [
          {
            url: 'http://people.example/hook',
            send_resolved: true,
            http_config: { basic_auth: { username: auth.user, password_file: '/secrets/people-password' } },
          },
        ],
      },
    ]);
    const key = (name: string) => ({ name: 'soundcheck-alertmanager', key: name });
    expect(alertmanagerConfig('n', withPeople).spec.receivers).toEqual([
      {
        name: 'soundcheck-retrain',
        webhookConfigs: [
          {
            urlSecret: key('retrain-url'),
            sendResolved: true,
            httpConfig: { authorization: { type: 'Bearer', credentials: key('retrain-token') } },
          },
        ],
      },
      {
        name: 'soundcheck-people',
        webhookConfigs: [
          {
            url: 'http://people.example/hook',
            sendResolved: true,
            httpConfig: { basicAuth: { username: key('people-user'), password: key('people-password') } },
          },
        ],
      },
    ]);
  });

  it('AlertmanagerConfig knows no zones: only windows in UTC are muted there', () => {
    const { spec } = alertmanagerConfig('n', plan.notify);
    expect(spec.timeIntervals).toEqual([
      { name: 'stocktaking', timeIntervals: [{ months: ['january'], daysOfMonth: [{ start: 1, end: 3 }] }] },
    ]);
    expect(spec.route.routes[0]?.muteTimeIntervals).toEqual(['stocktaking']);
    expect(alertmanagerConfiguration(plan.notify).route.routes[0]?.mute_time_intervals).toEqual([
      'sunday-night',
      'stocktaking',
    ]);
  });
});
