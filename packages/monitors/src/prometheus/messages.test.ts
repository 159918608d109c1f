import { describe, expect, it } from 'vitest';
import { oneMonitor } from '../testing/one-monitor.ts';
import { published, rowsGauge } from '../testing/published.ts';
import { hasPromtool, promtoolReport } from '../testing/promtool.ts';
import { planOfText } from '../testing/read-plan.ts';
import { prometheusRules, rulesFile } from './rules-file.ts';

/** Messages as people get them: Prometheus fills labels, numbers and the words of either service in. */

const PLAN = planOfText(
  oneMonitor(
    ['metric: ks', 'effect: 0.1', 'retrain: true', 'severity: critical', 'runbook: https://runbooks.example.com/drift'],
    ["notify: { retrain: { gateway: 'http://gateway/alerts', token: '${TOKEN}' } }"]
  )
);

const LABELS = {
  ...{ namespace: 'ns', model: 'm', model_version: 'v1', feature: 'a b&c', metric: 'ks', monitor: 'watch' },
  ...{ soundcheck: 'drift', severity: 'critical', retrain: 'true' },
};
const COMPARED =
  'at 3 or more of the last 3 steps of 1m. Compared: 5,000 reference rows (tag TRAINING) with the last 500 rows. Level: 5 % over 13 features, 0.385 % each. Open the dashboard to see which values caused it; a retraining is asked for. If the new data are wrong, mend their source instead.';
const LINKS = {
  dashboard_url:
    'http://grafana/d/soundcheck-model-drift?var-namespace=ns&var-model=m&from=now-6h&to=now&var-feature=a+b%26c',
  logs_url: 'http://grafana/d/soundcheck-logs?var-namespace=ns&var-model=m&from=now-6h&to=now',
  runbook_url: 'https://runbooks.example.com/drift',
};

const EXPECTED = {
  python: {
    number: '0.3125',
    labels: { ...LABELS, value_is: 'ks_d' },
    annotations: {
      summary: 'a b&c of m v1 in ns has drifted: KS distance D is 0.3125, limit 0.1',
      description: `Has the distribution of a feature changed anywhere? The largest gap between the two cumulative distributions: 0 is equal, 1 is disjoint, high means drift. It was over its limit of 0.1 (least effect of 0.1, above 0.0825, the critical D for n = 5,000 v 500 at 0.385 %, Stephens 1970) ${COMPARED}`,
      ...LINKS,
    },
  },
  java: {
    number: '0',
    labels: { ...LABELS, value_is: 'p_value' },
    annotations: {
      summary: 'a b&c of m v1 in ns has drifted: KS test, p-value is 0, limit 0.0002254',
      description: `Has the distribution of a feature changed anywhere? How often equal distributions would differ this much by chance (KS test): low means drift. It was over its limit of 0.0002254 (p-value of a D of 0.1, the least effect, for n = 5,000 v 500) ${COMPARED}`,
      ...LINKS,
    },
  },
} as const;

describe.skipIf(!hasPromtool)('messages, as Prometheus fills them in', () => {
  it.each(['python', 'java'] as const)('of a finding on %s', (dialect) => {
    const { number, labels, annotations } = EXPECTED[dialect];
    const test = {
      name: dialect,
      input_series: [
        { series: published('ks', dialect, { subcategory: 'a b&c' }) ?? '', values: `${number}x10` },
        { series: rowsGauge(), values: '9000x10' },
      ],
      alert_rule_test: [
        {
          alertname: 'm-datadrift-watch',
          eval_time: '5m',
          exp_alerts: [{ exp_labels: labels, exp_annotations: annotations }],
        },
      ],
    };
    expect(promtoolReport([{ rules: rulesFile(PLAN, 'ns'), tests: [test] }])).toBe('');
  });

  it('of a model server give their number in words too', () => {
    const plan = planOfText(
      oneMonitor(['metric: ks']).replace(
        "trustyai: { url: 'http://trustyai' }",
        "trustyai: { url: 'http://trustyai' }, modelServer: { errorShare: 0.05, latency: 500ms, quantile: 0.9 }"
      )
    );
    const server = (metric: string, more = '') => `${metric}{namespace="ns",name="m",instance="s"${more}}`;
    const { groups } = prometheusRules(plan, 'ns');
    const only = {
      groups: groups.map((group) => ({ ...group, rules: group.rules.filter((rule) => 'alert' in rule) })),
    };
    const test = {
      name: 'model server',
      input_series: [
        { series: server('ovms_requests_success'), values: '0+75x20' },
        { series: server('ovms_requests_fail'), values: '0+25x20' },
        { series: server('ovms_request_time_us_bucket', ',le="1000000"'), values: '0+0x20' },
        { series: server('ovms_request_time_us_bucket', ',le="2000000"'), values: '0+100x20' },
        { series: server('ovms_request_time_us_bucket', ',le="+Inf"'), values: '0+100x20' },
      ],
      promql_expr_test: [],
      alert_rule_test: [
        {
          alertname: 'm-modelerrors',
          summary: 'Requests to m in ns fail: a share of 0.25, limit 0.05',
          soundcheck: 'model-errors',
        },
        {
          alertname: 'm-modellatency',
          summary: 'm in ns is slow: 90 % of the requests take up to 1.9 s, limit 0.5 s',
          soundcheck: 'model-latency',
        },
      ].map(({ alertname, summary, soundcheck }) => ({
        alertname,
        eval_time: '12m',
        exp_alerts: [
          {
            exp_labels: { namespace: 'ns', model: 'm', model_version: 'v1', severity: 'warning', soundcheck },
            exp_annotations: { summary },
          },
        ],
      })),
    };
    // Only the head lines are at hand here.
    const rules = {
      groups: only.groups.map((group) => ({
        ...group,
        rules: group.rules.map((rule) =>
          'annotations' in rule ? { ...rule, annotations: { summary: rule.annotations['summary'] } } : rule
        ),
      })),
    };
    expect(promtoolReport([{ rules: JSON.stringify(rules), tests: [test] }])).toBe('');
  });
});
