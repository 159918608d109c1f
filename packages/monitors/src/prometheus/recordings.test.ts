import type { Dialect, MetricKey } from '@soundcheck/query';
import { describe, expect, it } from 'vitest';
import { oneMonitor } from '../testing/one-monitor.ts';
import { hasPromtool, promtoolReport, series } from '../testing/promtool.ts';
import { published, rowsGauge } from '../testing/published.ts';
import { planOfText } from '../testing/read-plan.ts';
import { prometheusRules, rulesFile } from './rules-file.ts';

const FAIRNESS = 'fairness: { protectedAttribute: sex, privileged: 1, unprivileged: 0, outcome: y, favorable: 1 }';

interface Case {
  metric: MetricKey;
  dialect: Dialect;
  fields?: string[];
  published: number;
  /** Worked out by hand from the limit. */
  timesLimit: number;
  valueIs: string;
  feature?: string;
}

/** A number of each direction, under, at, over and far beyond its limit. */
const CASES: Case[] = [
  {
    metric: 'ks',
    dialect: 'python',
    fields: ['limit: { p_value: 0.01, ks_d: 0.1 }'],
    published: 0.05,
    timesLimit: 0.5,
    valueIs: 'ks_d',
  },
  {
    metric: 'ks',
    dialect: 'python',
    fields: ['limit: { p_value: 0.01, ks_d: 0.1 }'],
    published: 0.25,
    timesLimit: 2.5,
    valueIs: 'ks_d',
  },
  {
    metric: 'ks',
    dialect: 'java',
    fields: ['limit: { p_value: 0.01, ks_d: 0.1 }'],
    published: 0.02,
    timesLimit: 0.5,
    valueIs: 'p_value',
  },
  {
    metric: 'ks',
    dialect: 'java',
    fields: ['limit: { p_value: 0.01, ks_d: 0.1 }'],
    published: 0.005,
    timesLimit: 2,
    valueIs: 'p_value',
  },
  {
    metric: 'ks',
    dialect: 'java',
    fields: ['limit: { p_value: 0.01, ks_d: 0.1 }'],
    published: 0,
    timesLimit: 10,
    valueIs: 'p_value',
  },
  {
    metric: 'compare-means',
    dialect: 'python',
    fields: ['limit: { p_value: 0.01, t: 4 }'],
    published: -8,
    timesLimit: 2,
    valueIs: 't',
  },
  {
    metric: 'dir',
    dialect: 'python',
    fields: [FAIRNESS],
    published: 0.5,
    timesLimit: 2.5,
    valueIs: 'ratio',
    feature: 'sex',
  },
  { metric: 'dir', dialect: 'java', fields: [FAIRNESS], published: 1, timesLimit: 0, valueIs: 'ratio', feature: 'sex' },
  {
    metric: 'spd',
    dialect: 'python',
    fields: [FAIRNESS],
    published: -0.05,
    timesLimit: 0.5,
    valueIs: 'difference',
    feature: 'sex',
  },
  {
    metric: 'mean',
    dialect: 'python',
    fields: ['features: [a]', 'centre: 50', 'limit: 10'],
    published: 35,
    timesLimit: 1.5,
    valueIs: 'mean',
  },
];

describe.skipIf(!hasPromtool)('recorded series', () => {
  it('say how many limits a number is away, whatever it is, and of which version', () => {
    const files = CASES.map(
      ({ metric, dialect, fields = [], published: number, timesLimit, valueIs, feature = 'a' }) => {
        const labels = { namespace: 'ns', model: 'm', model_version: 'v1', monitor: 'watch' };
        const expected = { ...labels, feature, metric, value_is: valueIs };
        const round = (name: string) => `round(${series(name, labels)},0.001)`;
        return {
          rules: rulesFile(planOfText(oneMonitor([`metric: ${metric}`, ...fields])), 'ns'),
          tests: [
            {
              name: `${metric} of ${dialect}: ${number}`,
              input_series: [
                { series: published(metric, dialect) ?? '', values: `${number}x5` },
                { series: rowsGauge(), values: '9000x5' },
              ],
              promql_expr_test: [
                ...[
                  { name: 'soundcheck:times_limit', value: timesLimit },
                  { name: 'soundcheck:score', value: number },
                ].map(({ name, value }) => ({
                  expr: round(name),
                  eval_time: '4m',
                  exp_samples: [{ labels: series('', expected), value }],
                })),
                {
                  // Over 1 where the verdict is over, and nowhere else.
                  expr: `(${series('soundcheck:times_limit', labels)} > bool 1) == on (feature) ${series('soundcheck:over', labels)}`,
                  eval_time: '4m',
                  exp_samples: [{ labels: series('', { feature }), value: timesLimit > 1 ? 1 : 0 }],
                },
              ],
            },
          ],
        };
      }
    );
    expect(promtoolReport(files)).toBe('');
  });
});

it('of a monitor that Grafana evaluates are recorded all the same, without its alert', () => {
  const plan = planOfText(oneMonitor(['metric: ks', 'engine: grafana']));
  const names = prometheusRules(plan, 'ns').groups.flatMap(({ rules }) =>
    rules.map((rule) => ('record' in rule ? rule.record : rule.alert))
  );
  expect([...new Set(names)].sort()).toEqual(
    ['limit', 'over', 'score', 'times_limit'].map((name) => `soundcheck:${name}`)
  );
});
