import { describe, expect, it } from 'vitest';
import { decodeFittings } from './decode-fittings.ts';

function list(sketch: Record<string, unknown>): unknown {
  const request = { modelId: 'm', metricName: 'APPROXKSTEST', referenceTag: 'T', sketchFitting: { a: sketch } };
  return { requests: [{ id: '1', request }] };
}

const entry = (left: unknown, middle: unknown) => ({ left, middle, right: 0 });
const read = (sketch: Record<string, unknown>) => decodeFittings(list(sketch), () => true)[0]?.sketches.get('a');

describe('references that schedules keep', () => {
  it('an entry stands for as many rows as its weight', () => {
    const sketch = read({ epsilon: 0.01, numx: 6, summary: [entry(1, 1), entry(2.5, 3), entry('Infinity', 2)] });
    expect(sketch).toEqual({
      sorted: Float64Array.of(1, 2.5, 2.5, 2.5, Infinity, Infinity),
      exact: false,
      epsilon: 0.01,
    });
    expect(read({ numx: 2, summary: [entry(3, 1), entry(4, 1)] })?.exact).toBe(true);
  });

  it.each([
    [{ numx: 3, summary: [entry(1, 1)] }, /a stands for 1 rows and says 3/],
    [{ numx: 1e12, summary: [] }, /a\.numx should be a number of rows/],
    [{ numx: -1, summary: [] }, /a\.numx should be a number of rows/],
    [{ numx: 1, summary: [entry('x', 1)] }, /a\.left should be a number/],
    [{ numx: 1, summary: [entry(1, null)] }, /a\.middle should be a number/],
    [{ numx: 1 }, /a\.summary should be a list/],
  ])('%j is refused by name', (sketch, sentence) => {
    expect(() => read(sketch)).toThrow(sentence);
  });

  it('before the first tick, and in schedules that are not wanted, there is none', () => {
    const unfitted = { requests: [{ id: '1', request: { modelId: 'm', metricName: 'MEANSHIFT', fitting: null } }] };
    expect(decodeFittings(unfitted, () => true)[0]?.moments.size).toBe(0);
    expect(decodeFittings(list({ numx: 'broken' }), () => false)).toEqual([]);
  });
});
