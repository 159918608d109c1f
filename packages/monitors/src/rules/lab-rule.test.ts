import { describe, expect, it } from 'vitest';
import { prometheusRules } from '../prometheus/rules-file.ts';
import { oneMonitor } from '../testing/one-monitor.ts';
import { published, rowsGauge } from '../testing/published.ts';
import { hasPromtool, promtoolReport } from '../testing/promtool.ts';
import type { RuleTest } from '../testing/promtool.ts';
import { planOfText } from '../testing/read-plan.ts';
import { scoreIn } from '../testing/scores.ts';

/** The counter-example: a rule written for p-values over the t that the Python service publishes, as such rules are found. */
const OLD_RULE = {
  alert: 'old-rule',
  expr: 'trustyai_comparemeans{namespace="ns", subcategory="a"} < 0.05',
  for: '1m',
};

const firing = (alert: string) => `count(ALERTS{alertname="${alert}",alertstate="firing"}) or vector(0)`;

/** Ten minutes of one number; which of the two rules fires at the end. */
function day(name: string, t: number, verdicts: { old: boolean; ours: boolean }): RuleTest {
  const verdict = (alert: string, on: boolean) => ({
    expr: firing(alert),
    eval_time: '10m',
    exp_samples: [{ labels: '{}', value: on ? 1 : 0 }],
  });
  return {
    name,
    input_series: [
      { series: published('compare-means', 'python') ?? '', values: `${String(t)}x12` },
      { series: rowsGauge(), values: '9000x12' },
    ],
    promql_expr_test: [verdict('old-rule', verdicts.old), verdict('m-datadrift-watch', verdicts.ours)],
  };
}

describe.skipIf(!hasPromtool)('a rule for p-values on a service that publishes t', () => {
  it('fires on quiet days and misses every fall of the mean; ours does neither', () => {
    const { groups } = prometheusRules(planOfText(oneMonitor(['metric: compare-means'])), 'ns');
    const rules = JSON.stringify({ groups: [...groups, { name: 'old', rules: [OLD_RULE] }] });
    const quiet = scoreIn('compare-means', 'python', 'quiet');
    const fall = scoreIn('compare-means', 'python', 'down');
    const rise = scoreIn('compare-means', 'python', 'up');
    // t is the reference's mean less the current one: a fall makes it positive.
    expect([quiet < 0.05, fall > 5, rise < -5]).toEqual([true, true, true]);
    const tests = [
      day('a quiet day whose mean lies a hair above', quiet, { old: true, ours: false }),
      day('a quiet day whose mean lies a hair below', -quiet, { old: false, ours: false }),
      day('the mean falls', fall, { old: false, ours: true }),
      day('the mean rises', rise, { old: true, ours: true }),
    ];
    expect(promtoolReport([{ rules, tests }])).toBe('');
  });
});
