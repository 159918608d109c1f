import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';
import { ksPValue, ksStatistic, mean } from './testing/two-sample.ts';

describe('Random', () => {
  it('depends on its keys alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 4 }), (keys) => {
        const [first, second] = [new Random(...keys), new Random(...keys)];
        expect([first.uniform(), first.normal()]).toEqual([second.uniform(), second.normal()]);
      })
    );
  });

  it('gives neighbouring keys unrelated, evenly spread numbers', () => {
    const drawn = Array.from({ length: 4000 }, (_value, i) => new Random(7, 1, i).uniform());
    const even = drawn.map((_value, i) => (i + 0.5) / drawn.length);
    expect(ksPValue(ksStatistic(even, drawn), 1e9, drawn.length)).toBeGreaterThan(0.01);
    const centred = drawn.map((value) => value - 0.5);
    const neighbours = mean(centred.slice(1).map((value, i) => value * (centred[i] ?? 0))) * 12;
    // The correlation of independent neighbours has a standard error of 1/√4000 = 0.016.
    expect(Math.abs(neighbours)).toBeLessThan(0.05);
    expect(new Set(drawn).size).toBeGreaterThan(3995);
  });

  it('has normal numbers with mean 0 and variance 1', () => {
    const drawn = Array.from({ length: 20000 }, (_value, i) => new Random(3, i).normal());
    expect(Math.abs(mean(drawn))).toBeLessThan(0.03);
    expect(Math.abs(mean(drawn.map((value) => value * value)) - 1)).toBeLessThan(0.04);
    expect(mean(drawn.map((value) => (Math.abs(value) < 1.959964 ? 1 : 0)))).toBeCloseTo(0.95, 2);
  });
});
