import { persists } from '@soundcheck/drift';
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

/** How many features are in drift at each window, by the plan's limit and persistence, judged apart from Prometheus. */
function alertsOf({ scores, metric, dialect }: NullScores, plan: Plan): number[] {
  const [monitor] = plan.monitors;
  const limit = monitor?.limits.find((one) => one.dialect === dialect);
  const meaning = limit && meaningOf(metric, limit.valueIs);
  if (monitor === undefined || limit === undefined || meaning === undefined) {
    throw new Error(`${metric} of ${dialect} has no limit.`);
  }
  const features = (scores[0] ?? []).map((_, feature) => {
    const over = scores.map((row) => isOverLimit(meaning, row[feature] ?? NaN, limit.value));
    return persists(over, monitor.persistence);
  });
  return scores.map((_, window) => features.filter((on) => on[window]).length);
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
 * Windows in which any alert fires, as Prometheus itself evaluates the rule.
 * @throws with promtool's report where its verdict on any window differs from that of numbers, limit and persistence
 */
export function alarmsByPromtool(one: NullScores, sizes: Sizes, { need, of }: { need: number; of: number }): number {
  const plan = planFor(one, sizes, `{ need: ${String(need)}, of: ${String(of)}, every: 1m }`);
  const alerts = alertsOf(one, plan);
  const report = promtoolReport([testFile(one, sizes, plan, alerts)]);
  if (report !== '') {
    throw new Error(report);
  }
  return alerts.filter((count) => count > 0).length;
}
