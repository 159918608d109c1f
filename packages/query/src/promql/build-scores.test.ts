import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueEntries } from '../catalogue/catalogue.ts';
import { buildScores } from './build-scores.ts';
import { quoteRegex, quoteString } from './escape.ts';

const promtool = resolve(import.meta.dirname, '../../../../.cache/bin/promtool');
const hasPromtool = existsSync(promtool);
if (!hasPromtool) {
  console.warn(
    '.cache/bin/promtool is not built: the tests that Prometheus itself parses the expressions are skipped.'
  );
}

/** Reads a PromQL string literal by the rules of Go's interpreted strings, independently of the code that writes it. */
function unquote(literal: string): string {
  const body = literal.slice(1, -1);
  return body.replace(/\\(x[0-9a-f]{2}|u[0-9a-f]{4}|.)/gsu, (_, escape: string) =>
    escape.length > 1 ? String.fromCharCode(parseInt(escape.slice(1), 16)) : escape
  );
}

const text = fc.string({ unit: 'grapheme' });

describe('escaping', () => {
  it('a quoted string holds exactly the text, on one line, with no open quote', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: fc.constantFrom('"', '\\', '\n', '}', '{', 'n', '\u0000', 'é', '\uFFFD') })),
        (name) => {
          const literal = quoteString(name);
          expect(unquote(literal)).toBe(name);
          expect(/^"(?:[^"\\\n]|\\.)*"$/u.test(literal)).toBe(true);
        }
      )
    );
  });

  it('a quoted pattern matches its text and nothing else', () => {
    fc.assert(
      fc.property(text, text, (name, other) => {
        const pattern = new RegExp(`^(?:${quoteRegex(name)})$`, 'su');
        expect(pattern.test(name)).toBe(true);
        expect(pattern.test(other)).toBe(name === other);
      })
    );
  });
});

describe('buildScores', () => {
  it('has one arm for each dialect, kept apart by their model labels', () => {
    expect(buildScores({ metric: 'ks', model: 'credit', namespace: 'prod', features: ['age'], dialect: 'java' })).toBe(
      'min by (namespace,model,feature,metric,value_is,dialect,request_name) (label_replace(label_replace(label_replace(label_replace(label_replace(' +
        'trustyai_kstest{namespace="prod",model="credit",modelId="",subcategory="age"},' +
        '"feature","$1","subcategory","(.*)"),"metric","ks","",""),"value_is","p_value","",""),' +
        '"request_name","$1","requestName","(.*)"),"dialect","java","",""))'
    );
    const both = buildScores({ metric: 'ks', model: 'credit' });
    expect(both).toContain('trustyai_kstest{model="credit",modelId=""}');
    expect(both).toContain('trustyai_kstest{modelId="credit"}');
    expect(both).toMatch(/^min by .* or max by /);
    expect(buildScores({ metric: 'ks', model: ['a.b', 'c'] })).toContain('modelId=~"a\\\\.b|c"');
  });

  it('never aggregates by labels that change when a schedule or a pod is made anew', () => {
    for (const { key } of catalogueEntries) {
      const by = buildScores({ metric: key }).match(/by \(([^)]*)\)/g) ?? [];
      expect(by.length).toBeGreaterThan(0);
      expect(by.join()).not.toMatch(/\brequest,|\brequest\)|pod|instance|fitColumns/);
      expect(by.every((labels) => labels.includes('namespace'))).toBe(true);
    }
  });

  it('refuses in words where there is nothing to ask', () => {
    expect(() => buildScores({})).toThrow(/No metric is chosen/);
    expect(() => buildScores({ metric: 'jensen-shannon', dialect: 'java' })).toThrow(/not offered by the java service/);
  });

  it.skipIf(!hasPromtool)('is PromQL for Prometheus itself, whatever the names', { timeout: 60_000 }, () => {
    const query = fc.record({
      metric: fc.constantFrom(...catalogueEntries.map(({ key }) => key)),
      model: text,
      namespace: fc.option(text, { nil: undefined }),
      features: fc.array(text, { maxLength: 3 }),
      referenceTag: fc.option(text, { nil: undefined }),
    });
    fc.assert(
      fc.property(query, (one) => {
        execFileSync(promtool, ['--experimental', 'promql', 'format', buildScores(one)], { stdio: 'pipe' });
      }),
      { numRuns: 60 }
    );
  });
});
