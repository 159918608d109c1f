import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { finalStep } from './golden.ts';

describe('canonicalJson', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: [undefined, null, true], c: undefined }, '{"a":[null,null,true],"b":1}'],
    [
      Float64Array.of(0.1, NaN, Infinity, -Infinity, -0, 1e21),
      '[0.1,{"$number":"NaN"},{"$number":"Infinity"},{"$number":"-Infinity"},0,1e+21]',
    ],
    ['é "\\\u0001\u2028', '"é \\"\\\\\\u0001\u2028"'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});

describe('finalStep', () => {
  const reply = (body: unknown, status = 200) => ({
    status,
    contentType: 'application/json',
    body: JSON.stringify(body),
  });
  it('plays the replies given and ends where they do', () => {
    const scenario = {
      operation: 'resource',
      input: { path: 'models', params: {} },
      context: { settings: {}, now: 0 },
    };
    const replies = [[reply({}), reply({ detail: 'Not Found' }, 404)]];
    expect(finalStep(JSON.stringify({ ...scenario, replies: [] }))).toHaveProperty('requests');
    expect(finalStep(JSON.stringify({ ...scenario, replies }))).toEqual({
      done: { models: [], message: expect.stringContaining('knows no model yet') },
    });
    expect(finalStep(JSON.stringify({ ...scenario, replies: [[reply({})]] }))).toMatchObject({
      error: { source: 'plugin' },
    });
  });
});
