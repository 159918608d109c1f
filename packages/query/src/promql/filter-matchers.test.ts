import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelFilter } from '../core/operations.ts';
import { buildScores } from './build-scores.ts';

const promtool = resolve(import.meta.dirname, '../../../../.cache/bin/promtool');
const hasPromtool = existsSync(promtool);
if (!hasPromtool) {
  console.warn('.cache/bin/promtool is not built: the test that Prometheus itself parses filters is skipped.');
}

/** The selectors of an expression: Java's, then Python's. */
function selectors(filters: LabelFilter[], metric: 'ks' | 'mmd' | 'spd' = 'ks'): string[] {
  return buildScores({ metric, filters }).match(/\{[^}]*\}/g) ?? [];
}

const filter = (key: string, operator: LabelFilter['operator'], ...values: string[]) => [{ key, operator, values }];

describe('ad hoc filters of scores', () => {
  it.each<[LabelFilter['operator'], string[], string]>([
    ['=', ['a"b'], 'subcategory="a\\"b"'],
    ['!=', ['age'], 'subcategory!="age"'],
    ['=~', ['cred.*'], 'subcategory=~"cred.*"'],
    ['!~', ['a\\d'], 'subcategory!~"a\\\\d"'],
    ['=|', ['a.b', 'c'], 'subcategory=~"a\\\\.b|c"'],
    ['!=|', ['a.b', 'c'], 'subcategory!~"a\\\\.b|c"'],
  ])('feature %s %j', (operator, values, expected) => {
    const found = selectors([{ key: 'feature', operator, values }]);
    expect(found).toHaveLength(2);
    expect(found.every((one) => one.includes(`,${expected}}`))).toBe(true);
  });

  it('each dialect has its own label for ours; others go by their name', () => {
    expect(selectors(filter('model', '!=', 'm'))).toEqual([
      '{model!="",modelId="",model!="m"}',
      '{modelId!="",modelId!="m"}',
    ]);
    expect(selectors(filter('request_name', '=', 'r')).join()).toMatch(/requestName="r".*requestName="r"/);
    expect(selectors(filter('pod', '=', 'p')).join()).toMatch(/pod="p".*pod="p"/);
    expect(selectors(filter('namespace', '=', 'n')).join()).toMatch(/namespace="n".*namespace="n"/);
    expect(selectors(filter('reference_tag', '=', 'T'))).toEqual([
      '{model!="",modelId=""}',
      '{modelId!="",referenceTag="T"}',
    ]);
    expect(selectors(filter('feature', '=', 'age'), 'mmd').join()).not.toContain('age');
    expect(selectors(filter('outcome', '=', 'o'), 'spd').join()).toContain('"o"');
  });

  it('metric, kind of value and dialect choose arms', () => {
    expect(selectors(filter('dialect', '=', 'java'))).toEqual(['{model!="",modelId=""}']);
    expect(selectors(filter('value_is', '=~', 'ks_.*'))).toEqual(['{modelId!=""}']);
    expect(selectors(filter('metric', '!~', 'mm.'))).toHaveLength(2);
    expect(() => selectors(filter('metric', '=', 'mmd'))).toThrow(/let no Kolmogorov-Smirnov of any service pass/);
    expect(() => selectors(filter('metric', '=~', '('))).toThrow(/"\(" is no regular expression/);
    expect(() => selectors(filter('a}b', '=', 'x'))).toThrow(/"a}b" is no name of a label/);
  });

  it.skipIf(!hasPromtool)('is PromQL for Prometheus itself, whatever the values', { timeout: 60_000 }, () => {
    const any = fc.record({
      key: fc.constantFrom('model', 'feature', 'namespace', 'request_name', 'reference_tag', 'other'),
      operator: fc.constantFrom<LabelFilter['operator']>('=', '!=', '=|', '!=|'),
      values: fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 3 }), (filters) => {
        const expr = buildScores({ metric: 'ks', filters });
        execFileSync(promtool, ['--experimental', 'promql', 'format', expr], { stdio: 'pipe' });
      }),
      { numRuns: 40 }
    );
  });
});
