import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SCHEMA_FILE, schemaText } from '../../schema/json-schema.ts';
import { GOOD, SHAPE, TOGETHER } from '../testing/wrong-files.ts';
import { readMonitors } from './read.ts';

const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(
  JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))
);

function problemsOf(text: string): string[] {
  const reading = readMonitors(text);
  return 'problems' in reading
    ? reading.problems.map(({ line, column, message }) => `${String(line)}:${String(column)}: ${message}`)
    : [];
}

function changed(from: string, to: string): string {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, () => to);
}

describe('reading monitors.yaml', () => {
  it('a good file has no problems, in our own repository either', () => {
    expect(problemsOf(GOOD)).toEqual([]);
    expect(validate(parse(GOOD))).toBe(true);
    const own = readFileSync(new URL('../../../../monitors.yaml', import.meta.url), 'utf8');
    expect(problemsOf(own)).toEqual([]);
    expect(validate(parse(own))).toBe(true);
  });

  it.each(SHAPE)('%j becomes %j', (from, to, place, sentence) => {
    const text = changed(from, to);
    const problems = problemsOf(text);
    expect(problems.find((one) => one.startsWith(`${place}: ${sentence}`)) ?? problems).toBeTypeOf('string');
    expect(validate(parse(text))).toBe(false);
    expect(problems.join()).not.toContain('hunter2');
    expect(problems.join()).not.toContain('12345');
  });

  it.each(TOGETHER)('together: %j becomes %j', (from, to, place, sentence) => {
    const text = changed(from, to);
    const problems = problemsOf(text);
    expect(problems.find((one) => one.startsWith(`${place}: ${sentence}`)) ?? problems).toBeTypeOf('string');
    expect(validate(parse(text))).toBe(true);
  });

  it.each([
    ['a: [', '1:5: This is not YAML'],
    ['version: 1\nversion: 1\n', '2:1: This is not YAML: Map keys must be unique. Correct the line.'],
    ['', '1:1: version is missing: add it.'],
    ['- 1', '1:1: the file is a list: write a map of fields.'],
    ['just text', '1:1: the file is "just text": write a map of fields.'],
  ])('%j', (text, expected) => {
    expect(problemsOf(text)[0]).toContain(expected);
  });

  it('never throws, whatever stands there, and places each problem inside the file', () => {
    const lines = GOOD.split('\n');
    const broken = fc.record({
      at: fc.nat(lines.length - 1),
      text: fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('&a *a', '? x', '!!set {}', '<<: *x', '- - -', 'a: !!binary x')
      ),
    });
    fc.assert(
      fc.property(fc.array(broken, { minLength: 1, maxLength: 3 }), (changes) => {
        const written = [...lines];
        for (const { at, text } of changes) {
          written[at] = text;
        }
        const text = written.join('\n');
        const reading = readMonitors(text);
        const problems = 'problems' in reading ? reading.problems : [];
        expect(problems.every(({ line, column }) => line >= 1 && line <= text.split('\n').length && column >= 1)).toBe(
          true
        );
      }),
      { numRuns: 100 }
    );
  });

  it('the published JSON Schema is that of the reader: `npm run schema` writes it', () => {
    expect(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))).toEqual(JSON.parse(schemaText()));
  });
});
