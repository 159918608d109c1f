import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parsePythonJson } from './python-json.ts';

describe('JSON as the service reads it', () => {
  it('is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(parsePythonJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      })
    );
  });

  it('takes bare NaN and Infinity, but not inside text', () => {
    expect(parsePythonJson('{"a":[NaN, -Infinity, 1e999], "NaN": "NaN, Infinity", "b": {}, "c": []}')).toEqual({
      ok: true,
      value: { a: [NaN, -Infinity, Infinity], NaN: 'NaN, Infinity', b: {}, c: [] },
    });
  });

  // Positions and messages: FastAPI 0.141.1 on CPython 3.11.
  it.each([
    ['[1,]', 3, 'Expecting value'],
    ['{"a":1,}', 7, 'Expecting property name enclosed in double quotes'],
    ['{"a":1 "b"}', 7, "Expecting ',' delimiter"],
    ['{"a" 1}', 5, "Expecting ':' delimiter"],
    ['{"a":"x', 5, 'Unterminated string starting at'],
    ['{"a":1}x', 7, 'Extra data'],
    ['{"a":"\n"}', 6, 'Invalid control character at'],
    ['{"a":"\\q"}', 6, 'Invalid \\escape'],
    ['tru', 0, 'Expecting value'],
  ])('reports %j at %d: %s', (text, position, message) => {
    expect(parsePythonJson(text)).toEqual({ ok: false, position, message });
  });
});
