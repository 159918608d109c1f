import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { published, rowsGauge } from '../testing/published.ts';
import { checkRules, hasPromtool, promtoolReport } from '../testing/promtool.ts';
import type { RuleTestFile } from '../testing/promtool.ts';
import { planOfText } from '../testing/read-plan.ts';
import { rulesFile } from './rules-file.ts';

/** Quotes, patterns, templates, variables of Grafana, YAML: names of models, versions and features may hold any of it. */
const special = fc.constantFrom(
  ...[
    '{{',
    '}}',
    '{{ $labels.x }}',
    '"',
    "'",
    '`',
    '\\',
    '\n',
    '\t',
    '$',
    '${X}',
    '#',
    ': ',
    '- ',
    '%',
    '&',
    '|',
    '.*',
  ],
  ...['\u2028', 'é', '日', ' ', '[', ']', '{', '}', '<', '>', '\\n', '%q', '{{"']
);
const name = fc
  .array(fc.oneof(special, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 5 })
  .map((parts) => `m${parts.join('')}`)
  // Labels hold text in UTF-8: half characters and NUL are none.
  .filter((text) => !/[\u0000\uFFFD\uFEFF]|[\uD800-\uDFFF]/.test(text));

function planOf(model: string, feature: string) {
  return planOfText(
    stringify({
      version: 1,
      namespaces: { ns: { trustyai: { url: 'http://trustyai' } } },
      models: {
        [model]: { version: feature, reference: { tag: feature, rows: 5000 }, features: [feature], batch: 500 },
      },
      monitors: [{ id: 'watch', model, namespaces: ['ns'], metric: 'ks', application: 'app' }],
      grafana: { url: 'http://grafana' },
    })
  );
}

/** Its drift is found, and its version stands in the alert as it is. */
function fileOf(model: string, feature: string): RuleTestFile {
  const labels = { modelId: model, subcategory: feature, referenceTag: feature };
  return {
    rules: rulesFile(planOf(model, feature), 'ns'),
    evaluation: '1m',
    tests: [
      {
        name: 'odd',
        input_series: [
          { series: published('ks', 'python', labels) ?? '', values: '0.5x5' },
          { series: rowsGauge({ model }), values: '9000x5' },
        ],
        promql_expr_test: [
          {
            expr: `count(ALERTS{alertname="app-datadrift-watch",alertstate="firing",model=${JSON.stringify(model)},feature=${JSON.stringify(feature)},model_version=${JSON.stringify(feature)}})`,
            eval_time: '4m',
            exp_samples: [{ labels: '{}', value: 1 }],
          },
        ],
      },
    ],
  };
}

describe.skipIf(!hasPromtool)('any name in a rules file', () => {
  it('is found again by Prometheus, and stands in labels as it is', () => {
    const names = [['m{', 'm{\u2028'] as const, ...fc.sample(fc.tuple(name, name), { numRuns: 60, seed: 5 })];
    const files = names.map(([model, feature]) => fileOf(model, feature));
    expect(promtoolReport(files)).toBe('');
    expect(files.map(({ rules }) => checkRules(rules)).join()).not.toContain('FAILED');
  });
});
