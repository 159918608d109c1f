import { readRecordings, recordingsFolder } from '@soundcheck/query/recordings';
import type { Dialect } from '@soundcheck/query';
import { describe, expect, it } from 'vitest';
import { rulesFile } from '../prometheus/rules-file.ts';
import { hasPromtool, promtoolReport } from '../testing/promtool.ts';
import type { InputSeries } from '../testing/promtool.ts';
import { planOfText } from '../testing/read-plan.ts';

/** What the real services published on a drifted day: two columns of the credit data moved, two did not. */

const folder = recordingsFolder();
if (folder === undefined) {
  console.warn('SOUNDCHECK_RECORDINGS is not set: the rules are not tried on recorded series.');
}

const COLUMNS = [0, 1, 2, 3].map((i) => `credit_inputs-${String(i)}`);
const MOVED = ['credit_inputs-0', 'credit_inputs-1'];

const PLAN = planOfText(`
version: 1
namespaces: { ns: { trustyai: { url: 'http://trustyai' } } }
models:
  gaussian-credit-model:
    version: v1
    reference: { tag: TRAINING, rows: 1000 }
    features: [${COLUMNS.join(', ')}]
    batch: 600
defaults: { persistence: { need: 3, of: 3, every: 1m } }
monitors:
  - { id: ks, model: gaussian-credit-model, namespaces: [ns], metric: ks, effect: 0.1 }
  - { id: sketch, model: gaussian-credit-model, namespaces: [ns], metric: ks-approximate }
  - { id: means, model: gaussian-credit-model, namespaces: [ns], metric: compare-means }
  - { id: js, model: gaussian-credit-model, namespaces: [ns], metric: jensen-shannon }
  - { id: joint, model: gaussian-credit-model, namespaces: [ns], metric: mmd, limit: { mmd2: 0.0001, probability: 0.5 } }
  - { id: level, model: gaussian-credit-model, namespaces: [ns], metric: mean, features: [credit_inputs-0], centre: 50, limit: 10 }
grafana: { url: 'http://grafana' }
`);

/** Alerts that must fire: monitor and feature. */
const EXPECTED: Record<Dialect, Record<string, string[]>> = {
  java: { ks: MOVED, sketch: MOVED, means: MOVED, joint: ['(all features)'], level: ['credit_inputs-0'] },
  python: { ks: MOVED, sketch: MOVED, means: MOVED, js: MOVED, joint: ['(all features)'], level: ['credit_inputs-0'] },
};

/** The page's series as Prometheus holds them after some minutes of scrapes. */
function scraped(dialect: Dialect): InputSeries[] {
  const page =
    readRecordings(folder ?? '', dialect).find(({ name }) => name === 'q-metrics-scheduled')?.reply.body ?? '';
  return page.split('\n').flatMap((line): InputSeries[] => {
    const [, name, labels, value] = /^(trustyai_\w+)\{(.*?),?\} (\S+)$/.exec(line) ?? [];
    return name !== undefined && labels !== undefined && value !== undefined
      ? [{ series: `${name}{${labels},namespace="ns"}`, values: `${value}x10` }]
      : [];
  });
}

describe.skipIf(folder === undefined || !hasPromtool)('rules on series of the real services', () => {
  it.each(['java', 'python'] as const)(
    'of %s: the moved columns fire, the others do not, no schedule seems lost',
    (dialect) => {
      const inputs = scraped(dialect);
      expect(inputs.length).toBeGreaterThan(15);
      const alerts = Object.entries(EXPECTED[dialect]).flatMap(([monitor, features]) =>
        features.map((feature) => ({ labels: `{monitor="${monitor}",feature="${feature}"}`, value: 1 }))
      );
      const lost = dialect === 'java' ? [{ labels: '{monitor="js"}', value: 1 }] : [];
      const test = {
        name: dialect,
        input_series: inputs,
        promql_expr_test: [
          {
            expr: 'count by (monitor, feature) (ALERTS{soundcheck="drift",alertstate="firing"})',
            eval_time: '9m',
            exp_samples: alerts,
          },
          // Java has no Jensen-Shannon, and so it says.
          {
            expr: 'count by (monitor) (ALERTS{soundcheck="schedule-lost"})',
            eval_time: '9m',
            exp_samples: lost,
          },
        ],
      };
      expect(promtoolReport([{ rules: rulesFile(PLAN, 'ns'), tests: [test] }])).toBe('');
    }
  );
});
