import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noon, notice, webhook } from '../testing/alerts.ts';
import { Simulation } from '../testing/simulation.ts';
import { decodeWebhook } from './decode.ts';
import type { Webhook } from './decode.ts';

function decode(body: unknown): Webhook {
  const decoded = decodeWebhook(body);
  if (typeof decoded === 'string') {
    throw new Error(decoded);
  }
  return decoded;
}

it('reads a call of Alertmanager', () => {
  const given = [notice(), notice({ endsAt: noon + 1, reason: 'Updated' })];
  expect(decode(webhook(given, { truncatedAlerts: 3 }))).toEqual({
    receiver: 'soundcheck-retrain',
    truncated: 3,
    notices: given.map((one) => ({
      ...one,
      endsAt: one.endsAt || Date.parse('0001-01-01T00:00:00Z'),
      summary: undefined,
    })),
  });
});

it('makes a fingerprint of the labels where there is none, whatever their order', () => {
  const call = (labels: Record<string, string>) => ({
    version: '4',
    receiver: 'r',
    alerts: [{ status: 'firing', startsAt: '2026-11-26T12:00:00.123456789Z', labels }],
  });
  const [one] = decode(call({ a: '1', b: '2' })).notices;
  const [other] = decode(call({ b: '2', a: '1' })).notices;
  expect(one?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(other?.fingerprint).toBe(one?.fingerprint);
  expect(one?.startsAt).toBe(noon + 123);
});

it.each([
  ['nothing', undefined, 'the body'],
  ['a custom payload', { alerts: 1, status: 'firing', version: '1', receiver: 'r' }, 'alerts'],
  ['another version', { ...webhook([notice()]), version: '3' }, 'version'],
  [
    'a start that is no time',
    webhook([notice()], { alerts: [{ status: 'firing', labels: {}, startsAt: 'now' }] }),
    'alerts.0.startsAt',
  ],
  ['an unknown status', webhook([notice()], { alerts: [{ status: 'pending', labels: {} }] }), 'alerts.0.status'],
])('refuses %s and says what is wrong', (_, body, where) => {
  expect(decodeWebhook(body)).toMatch(new RegExp(`^This is not a webhook call of Grafana or Alertmanager: ${where}: `));
});

const recordings = process.env.SOUNDCHECK_RECORDINGS
  ? resolve(import.meta.dirname, '../../../..', process.env.SOUNDCHECK_RECORDINGS, 'grafana')
  : '';
const recorded = existsSync(recordings);
if (!recorded) {
  console.warn('SOUNDCHECK_RECORDINGS names no folder with recorded calls of Grafana: the tests on them are skipped.');
}

/** Recorded bodies by name, their alerts marked for retraining. */
function record(name: string): unknown {
  const body = JSON.parse(JSON.parse(readFileSync(join(recordings, `${name}.json`), 'utf8')).request.body);
  for (const { labels } of body.alerts) {
    Object.assign(labels, { retrain: 'true', namespace: 'ns', model: labels.model ?? 'm' });
  }
  return body;
}

describe.skipIf(!recorded)('recorded calls of Grafana', () => {
  const cases: Array<[string, string[]]> = [
    ['webhook-firing', ['opened']],
    ['webhook-auth-firing', ['opened']],
    ['webhook-basic-firing', ['opened']],
    ['webhook-hmac-firing', ['opened']],
    ['webhook-noresolve-firing', ['opened']],
    ['webhook-mixed-firing-and-resolved', ['unknown', 'opened']],
    ['webhook-resolved', ['unknown']],
    ['webhook-resolved-rule-updated', ['unknown']],
    ['webhook-datasource-nodata', ['no verdict']],
    ['webhook-datasource-error', ['no verdict']],
  ];
  it.each(cases)('%s', (name, outcomes) => {
    const simulation = new Simulation();
    const { accepted } = simulation.submit({ kind: 'deliver', at: noon, notices: decode(record(name)).notices });
    expect(accepted?.map(({ outcome }) => outcome)).toEqual(outcomes);
  });

  it('are all here, but for the one with a custom payload, which is refused', () => {
    const names = readdirSync(recordings).map((file) => file.replace('.json', ''));
    expect(names.sort()).toEqual([...cases.map(([name]) => name), 'webhook-payload-firing'].sort());
    const { request } = JSON.parse(readFileSync(join(recordings, 'webhook-payload-firing.json'), 'utf8'));
    expect(decodeWebhook(JSON.parse(request.body))).toMatch(/without a custom payload/);
  });

  it('end as they began: firing, then resolved', () => {
    const simulation = new Simulation();
    const outcomes = ['webhook-firing', 'webhook-resolved', 'webhook-firing'].map((name) => {
      const notices = decode(record(name)).notices;
      return simulation.submit({ kind: 'deliver', at: noon, notices }).accepted?.map(({ outcome }) => outcome);
    });
    expect(outcomes).toEqual([['opened'], ['resolved'], ['duplicate']]);
  });
});
