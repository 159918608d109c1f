import { describe, expect, it } from 'vitest';
import { oneMonitor } from '../testing/one-monitor.ts';
import { planOfText } from '../testing/read-plan.ts';
import type { ArmLimit } from '../contract.ts';

function limitsOf(...fields: string[]): ArmLimit[] {
  return planOfText(oneMonitor(fields)).monitors[0]?.limits ?? [];
}

// 5,000 v 500 rows, 5 % over 13 features: Kolmogorov's series, and scipy 1.17.1's t at 603.1879 degrees of freedom.
const LEVEL = 0.05 / 13;
const CRITICAL_D = 0.08245694985163518;
const CRITICAL_T = 2.9017593612420813;
const P_OF_T = 0.0036939163305447693;
const P_OF_EFFECT = 0.00022537116101527886;

describe('limits of a plan', () => {
  it.each<[string[], Array<Partial<ArmLimit>>]>([
    [
      ['metric: ks'],
      [
        { dialect: 'java', valueIs: 'p_value', value: LEVEL, origin: 'p-value at a level of 0.385 %' },
        {
          dialect: 'python',
          valueIs: 'ks_d',
          value: CRITICAL_D,
          origin: 'critical D for n = 5,000 v 500 at 0.385 %, Stephens 1970',
        },
      ],
    ],
    [
      ['metric: ks-approximate', 'effect: 0.1'],
      [
        {
          valueIs: 'p_value',
          value: P_OF_EFFECT,
          origin: 'p-value of a D of 0.1, the least effect, for n = 5,000 v 500',
        },
        {
          valueIs: 'ks_d',
          value: 0.1,
          origin: 'least effect of 0.1, above 0.0825, the critical D for n = 5,000 v 500 at 0.385 %, Stephens 1970',
        },
      ],
    ],
    // An effect below what significance asks for changes nothing; one whose p is rounding stops at 1e-12.
    [
      ['metric: ks', 'effect: 0.05'],
      [{ value: LEVEL }, { value: CRITICAL_D }],
    ],
    [
      ['metric: ks', 'effect: 0.5'],
      [{ value: 1e-12 }, { value: 0.5 }],
    ],
    [
      ['metric: compare-means'],
      [
        {
          valueIs: 'p_value',
          value: P_OF_T,
          origin: 'p-value that the service gives for the critical t for n = 5,000 v 500 at 0.385 %',
        },
        { valueIs: 't', value: CRITICAL_T, centre: 0 },
      ],
    ],
    [
      ['metric: ks', 'features: [a, b]'],
      [{ value: 0.025 }, { origin: 'critical D for n = 5,000 v 500 at 2.5 %, Stephens 1970' }],
    ],
    [
      ['metric: ks', 'level: 0.13'],
      [{ value: 0.01 }, {}],
    ],
    [
      ['metric: ks', 'limit: { p_value: 0.001 }'],
      [{ value: 0.001, origin: 'set in the file' }, { value: CRITICAL_D }],
    ],
    [['metric: jensen-shannon'], [{ dialect: 'python', value: 0.1, origin: 'service default, threshold 0.1' }]],
    [
      ['metric: jensen-shannon', 'effect: 0.2'],
      [{ value: 0.2, origin: 'least effect of 0.2, above 0.100, the service default, threshold 0.1' }],
    ],
    [
      ['metric: mmd', 'limit: { mmd2: 0.01 }'],
      [
        { dialect: 'java', valueIs: 'probability', value: 0.05 },
        { dialect: 'python', valueIs: 'mmd2', value: 0.01 },
      ],
    ],
    [
      ['metric: mean', 'features: [a]', 'centre: 40', 'limit: 5'],
      [
        { value: 5, centre: 40 },
        { value: 5, centre: 40 },
      ],
    ],
    [
      ['metric: dir', 'fairness: { protectedAttribute: s, privileged: 1, unprivileged: 0, outcome: y, favorable: 1 }'],
      [
        { valueIs: 'ratio', value: 0.2, centre: 1 },
        { value: 0.2, centre: 1 },
      ],
    ],
  ])('%j', (fields, expected) => {
    const limits = limitsOf(...fields);
    expect(limits).toHaveLength(expected.length);
    for (const [i, { value, ...rest }] of expected.entries()) {
      expect(limits[i]).toMatchObject(rest);
      expect(limits[i]?.value).toBeCloseTo(value ?? limits[i]?.value ?? NaN, 9);
    }
  });
});

describe('settings of a plan', () => {
  const FILE = `
version: 1
namespaces:
  one: { trustyai: { url: 'http://one/' } }
  two: { trustyai: { url: '\${TWO}', token: '\${TOKEN}', ca: ca.crt, job: other }, modelServer: { errorShare: 0.1, latency: 250ms, quantile: 0.9 } }
models:
  my-model: { version: v3, reference: { tag: T, rows: 1000, storedRows: 7000 }, features: 4, batch: 200 }
defaults: { batch: 300, minimumRows: 50, severity: info, retrain: true, stale: 1d }
monitors:
  - { id: a, model: my-model, namespaces: [two, one], metric: ks, batch: 100, noData: 90s, persistence: { need: 1, of: 2, every: 5m } }
  - { id: b, model: my-model, namespaces: [one], metric: spd, engine: grafana, application: app, alertVersion: v,
      fairness: { protectedAttribute: s, privileged: 1, unprivileged: 0, outcome: y, favorable: 1 } }
grafana: { url: 'https://grafana/' }
notify: { retrain: { eventListener: 'http://el', user: u, password: '\${P}' } }
`;
  const plan = planOfText(FILE);

  it('monitor before model before defaults before our own; one monitor for each namespace, in order', () => {
    expect(plan.monitors.map(({ id, namespace, batch }) => [id, namespace, batch])).toEqual([
      ['a', 'two', 100],
      ['a', 'one', 100],
      ['b', 'one', 200],
    ]);
    expect(plan.monitors[0]).toMatchObject({
      reference: { tag: 'T', rows: 1000 },
      ...{ storedRows: 7000, minimumRows: 50, noDataSeconds: 90, staleSeconds: 86_400, featureCount: 4 },
      persistence: { need: 1, of: 2, everySeconds: 300 },
      ...{
        severity: 'info',
        engine: 'prometheus',
        retrain: true,
        alert: { application: 'mymodel', version: 'datadrift' },
      },
    });
  });

  it('fairness has no reference, is one number, and asks for no retraining', () => {
    const [, , fairness] = plan.monitors;
    expect(fairness).toMatchObject({ storedRows: 7000, featureCount: 1, retrain: false, engine: 'grafana' });
    expect(fairness).not.toHaveProperty('reference');
    expect(fairness?.alert).toEqual({ application: 'app', version: 'v' });
  });

  it('namespaces, Grafana and notify, secrets by the names of their variables', () => {
    expect(plan.namespaces).toEqual([
      { name: 'one', trustyai: { url: 'http://one', job: 'trustyai-service' } },
      {
        name: 'two',
        trustyai: { url: '${TWO}', tokenVariable: 'TOKEN', caFile: 'ca.crt', job: 'other' },
        modelServer: { errorShare: 0.1, latencySeconds: 0.25, latencyQuantile: 0.9 },
      },
    ]);
    expect(plan.grafana.url).toBe('https://grafana');
    expect(plan.notify.retrain).toEqual({
      kind: 'event-listener',
      url: 'http://el',
      auth: { kind: 'basic', user: 'u', passwordVariable: 'P' },
    });
  });
});
