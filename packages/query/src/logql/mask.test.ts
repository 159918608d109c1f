import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURE_VALUES } from './mask.ts';

/** The same pattern by JavaScript's engine; a real Loki runs it in tools/test/logs. */
const pattern = new RegExp(FEATURE_VALUES.replace('(?s)', ''), 'gs');
const masked = (line: string) => line.replace(pattern, '"data":[masked]');

const tensor = (data: string) => `{"inputs":[{"name":"tempo","shape":[1,1],"datatype":"FP32","data":${data}}]}`;

describe('feature values in a logged line', () => {
  it.each([
    ['version 2 of the protocol', tensor('[0.25]'), tensor('[masked]')],
    ['nested and spaced', tensor(' [ [1, 2e-5], [null, -3] ]'), tensor('[masked]')],
    ['texts with brackets and quotes', tensor('["a]b","c\\"d"]'), tensor('[masked]')],
    ['version 1 of the protocol', '{"instances": [[1,2],[3,4]]}', '{"data":[masked]}'],
    ['objects by feature', '{"instances": [{"age": 41}]}', '{"data":[masked]}'],
    ['a Python dictionary', "{'data': [41], 'shape': [1]}", '{"data":[masked], \'shape\': [1]}'],
    ['JSON within JSON', '{\\"data\\":[41],\\"n\\":1}', '{"data":[masked],\\"n\\":1}'],
    ['what Node prints', '{ data: [ 41, 42 ] }', '{ "data":[masked] }'],
    ['a line that was cut off', 'POST {"inputs":[{"data":[0.1,0.2', 'POST {"inputs":[{"data":[masked]'],
    [
      'deeper than anybody nests',
      tensor('[[[[[[41]]]]]]'),
      '{"inputs":[{"name":"tempo","shape":[1,1],"datatype":"FP32","data":[masked]',
    ],
  ])('%s', (_what, line, shown) => {
    expect(masked(line)).toBe(shown);
  });

  it.each([
    'Completed 200 (38ms)',
    '{"shape":[1,1],"datatype":"FP32"}',
    '[2026-01-01 00:00:00.000][87] data loaded',
    '{"metadata":[7]}',
  ])('leaves %s', (line) => {
    expect(masked(line)).toBe(line);
  });

  it('shows none of them, wherever the line ends', () => {
    const secret = 73_519_371;
    const cell = fc.constantFrom<unknown>(secret, -secret, `${secret}`, `"${secret}]`, `[${secret}`, null, true);
    const data = fc.oneof(fc.array(cell), fc.array(fc.array(cell)), fc.array(fc.array(fc.array(cell))));
    fc.assert(
      fc.property(
        fc.array(data, { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, share) => {
          const body = JSON.stringify({ inputs: all.map((one, k) => ({ name: `f${k}`, shape: [1], data: one })) });
          const cut = body.slice(0, Math.ceil(share * body.length));
          expect(masked(cut)).not.toContain(String(secret).slice(0, 4));
          expect(masked(body)).toContain('"name":"f0"');
        }
      ),
      { numRuns: 300 }
    );
  });
});
