import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildScores } from './build-scores.ts';

/** Any text may be the name of a model, a feature, a namespace, a schedule: Prometheus itself finds it again, and only it. */
const promtool = resolve(import.meta.dirname, '../../../../.cache/bin/promtool');
const hasPromtool = existsSync(promtool);
if (!hasPromtool) {
  console.warn('.cache/bin/promtool is not built: the tests that any name is found by Prometheus are skipped.');
}

/** A string as Go reads it, written by other means than the code under test: JSON's escapes are among Go's. */
const literal = (text: string) => JSON.stringify(text).replaceAll('\uFFFD', '\\ufffd');
const labelled = (metric: string, labels: Record<string, string>) =>
  `${metric}{${Object.entries(labels)
    .map(([name, value]) => `${name}=${literal(value)}`)
    .join(',')}}`;

/** JSON is YAML but for some characters, which YAML wants escaped. */
const yaml = (value: unknown) =>
  JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

interface Case {
  expr: string;
  /** Labels of the samples that the expression must give, with their values. */
  samples: Array<{ labels: Record<string, string>; value: number }>;
}

/** One Prometheus with all these series evaluates all expressions; throws with promtool's report where one gives another result. */
function evaluate(series: ReadonlyMap<string, number>, cases: readonly Case[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-names-'));
  try {
    const file = join(folder, 'test.json');
    const tests = {
      interval: '1m',
      input_series: [...series].map(([name, value]) => ({ series: name, values: String(value) })),
      promql_expr_test: cases.map(({ expr, samples }) => ({
        expr,
        eval_time: '0m',
        exp_samples: samples.map(({ labels, value }) => ({ labels: labelled('', labels), value })),
      })),
    };
    writeFileSync(file, yaml({ evaluation_interval: '1m', tests: [tests] }));
    execFileSync(promtool, ['test', 'rules', file], { stdio: 'pipe', encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every code point but half ones, and what quotes, patterns, PromQL and Grafana's variables are made of. */
const special = fc.constantFrom(
  ...['"', "'", '`', '\\', '\n', '\r', '\t', '\u0000', '\u007f', '\uFFFD', '\u2028', '{', '}', '(', ')', '[', ']', '.'],
  ...[
    '*',
    '+',
    '?',
    '|',
    '^',
    '$',
    '$1',
    '${x}',
    '[[x]]',
    '$__interval',
    '$__range',
    '.*',
    '\\d',
    '\\E',
    ',',
    '=',
    '#',
    ' ',
  ]
);
const name = fc
  .array(fc.oneof(special, fc.string({ unit: 'binary', minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''));
/** Names to ask for, and the others that are there too. */
const names = fc
  .uniqueArray(name, { minLength: 8, maxLength: 16 })
  .map((asked) => ({ asked, all: [...new Set([...asked, ...asked.flatMap(nearMisses)])] }));

const scored = (dialect: 'java' | 'python', model: string, feature: string, namespace: string) => ({
  ...{ namespace, model, feature, metric: 'ks', dialect },
  value_is: dialect === 'java' ? 'p_value' : 'ks_d',
});

/** Names that a pattern would take for this one where a character of it were not escaped: another there, one more, none. */
function nearMisses(text: string): string[] {
  const chars = [...text];
  const changed = chars
    .slice(0, 3)
    .flatMap((_, i) => [
      [...chars.slice(0, i), 'X', ...chars.slice(i + 1)].join(''),
      [...chars.slice(0, i), ...chars.slice(i + 1)].join(''),
    ]);
  return [...changed, `${text}X`].filter((one) => one !== '');
}

/** The series of both dialects with this name at every place, as the services publish and Prometheus scrapes them. */
function published(text: string, i: number): Array<[string, number]> {
  const common = { namespace: text, subcategory: text, request: 'r', instance: 'i' };
  return [
    [labelled('trustyai_kstest', { ...common, model: text, batch_size: '9' }), i + 0.25],
    [labelled('trustyai_kstest', { ...common, modelId: text, referenceTag: text, fitColumns: text }), i + 0.75],
  ];
}

describe.skipIf(!hasPromtool)('any name through Prometheus', () => {
  it('as model, feature and namespace, both dialects on one Prometheus', { timeout: 120_000 }, () => {
    let seen = 0;
    const property = fc.property(names, ({ asked, all }) => {
      seen += asked.length;
      const series = new Map(all.flatMap(published));
      const samples = (text: string) => {
        const i = all.indexOf(text);
        return [
          { labels: scored('java', text, text, text), value: i + 0.25 },
          { labels: scored('python', text, text, text), value: i + 0.75 },
        ];
      };
      const cases = asked.flatMap((text, i): Case[] => {
        const other = asked[(i + 1) % asked.length] ?? text;
        return [
          { expr: buildScores({ metric: 'ks', model: text }), samples: samples(text) },
          { expr: buildScores({ metric: 'ks', namespace: text }), samples: samples(text) },
          { expr: buildScores({ metric: 'ks', features: [text] }), samples: samples(text) },
          // Several names make a pattern.
          { expr: buildScores({ metric: 'ks', features: [text, other] }), samples: [text, other].flatMap(samples) },
          { expr: buildScores({ metric: 'ks', model: [other, text] }), samples: [text, other].flatMap(samples) },
          {
            expr: buildScores({ metric: 'ks', dialect: 'python', referenceTag: text }),
            samples: samples(text).slice(1),
          },
        ];
      });
      evaluate(series, cases);
    });
    fc.assert(property, { numRuns: 25 });
    expect(seen).toBeGreaterThan(200);
  });

  it(
    'as an ad hoc filter, on our labels and on any other, with all operators that take a text',
    { timeout: 120_000 },
    () => {
      const property = fc.property(names, ({ all }) => {
        const series = new Map(all.flatMap(published));
        const [text = '', ...others] = all;
        const java = (one: string) => ({ labels: scored('java', one, one, one), value: all.indexOf(one) + 0.25 });
        const build = (key: string, operator: '=' | '!=' | '=|' | '!=|', values: string[]) =>
          buildScores({ metric: 'ks', dialect: 'java', filters: [{ key, operator, values }] });
        const cases = ['model', 'feature', 'namespace', 'subcategory'].flatMap((key): Case[] => [
          { expr: build(key, '=', [text]), samples: [java(text)] },
          { expr: build(key, '!=', [text]), samples: others.map(java) },
          { expr: build(key, '=|', [text, 'nobody']), samples: [java(text)] },
          { expr: build(key, '!=|', [text, 'nobody']), samples: others.map(java) },
        ]);
        evaluate(series, cases);
      });
      fc.assert(property, { numRuns: 10 });
    }
  );

  it('a name is no variable of Grafana: no expression holds one outside label_replace', () => {
    fc.assert(
      fc.property(name, (text) => {
        const expr = buildScores({ metric: 'ks', model: text, namespace: text, features: [text, `${text}x`] });
        expect(expr.replaceAll('"$1"', '')).not.toMatch(/\$|\[/);
      })
    );
  });
});
