import { isOverLimit, meaningOf } from '@soundcheck/query';
import type { Plan } from '../contract.ts';
import { prometheusRules } from '../prometheus/rules-file.ts';
import type { NullScores, Sizes } from './null-windows.ts';
import { oneMonitor } from './one-monitor.ts';
import { published, rowsGauge } from './published.ts';
import { promtoolReport } from './promtool.ts';
import type { RuleTestFile } from './promtool.ts';
import { planOfText } from './read-plan.ts';

function planFor({ metric }: NullScores, { features, reference, batch }: Sizes, persistence: string): Plan {
  const text = oneMonitor([`metric: ${metric}`, `persistence: ${persistence}`]).replace(
    'rows: 5000 }, features: 13, batch: 500',
    `rows: ${String(reference)} }, features: ${String(features)}, batch: ${String(batch)}`
  );
  return planOfText(text);
}

/** How many features lie over the plan's limit in each window, judged apart from Prometheus. */
function overOf({ scores, metric, dialect }: NullScores, plan: Plan): number[] {
  const limit = plan.monitors[0]?.limits.find((one) => one.dialect === dialect);
  const meaning = limit && meaningOf(metric, limit.valueIs);
  return scores.map((row) =>
    limit && meaning ? row.filter((score) => isOverLimit(meaning, score, limit.value)).length : NaN
  );
}

/** A minute a window: the series of all features, and the number of alerts that must fire in each minute. */
function testFile(one: NullScores, sizes: Sizes, plan: Plan, alerts: readonly number[]): RuleTestFile {
  const { metric, dialect, scores } = one;
  const features = Array.from({ length: sizes.features }, (_, feature) => ({
    series: published(metric, dialect, { subcategory: `f${String(feature)}`, batch_size: String(sizes.batch) }) ?? '',
    values: scores.map((row) => String(row[feature])).join(' '),
  }));
  const rows = `${String(sizes.reference + 10 * sizes.batch)}x${String(sizes.windows)}`;
  const [group] = prometheusRules(plan, 'ns').groups;
  return {
    rules: JSON.stringify({ groups: [group] }),
    evaluation: '1m',
    tests: [
      {
        name: `${metric} of ${dialect} without drift`,
        input_series: [...features, { series: rowsGauge(), values: rows }],
        promql_expr_test: alerts.map((count, window) => ({
          expr: 'count(ALERTS{alertname="m-datadrift-watch",alertstate="firing"}) or vector(0)',
          eval_time: `${String(window)}m`,
          exp_samples: [{ labels: '{}', value: count }],
        })),
      },
    ],
  };
}

/**
 * Windows in which any alert fires, as Prometheus itself evaluates the rule with one look a window.
 * @throws with promtool's report where its verdict on any window differs from that of limits and numbers
 */
export function alarmsByPromtool(one: NullScores, sizes: Sizes): number {
  const plan = planFor(one, sizes, '{ need: 1, of: 1, every: 1m }');
  const alerts = overOf(one, plan);
  const report = promtoolReport([testFile(one, sizes, plan, alerts)]);
  if (report !== '') {
    throw new Error(report);
  }
  return alerts.filter((count) => count > 0).length;
}
