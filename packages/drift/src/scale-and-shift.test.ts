import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { TestName, TestOptions } from './compare.ts';
import { isDriftError } from './errors.ts';
import { expectClose } from './testing/close.ts';
import { seededSample, shifted } from './testing/seeded-sample.ts';
import { tPValue } from './tests/t-p-value.ts';

const reference = seededSample('bell', 60, 5);
const current = shifted(seededSample('bell', 45, 6), 0.4);

type Case = { [T in TestName]: readonly [T, TestOptions[T]] }[TestName];

function run([name, options]: Case, sides: readonly Float64Array[]) {
  const [p = reference, q = current] = sides;
  const result = compare(name, p, q, options);
  if (isDriftError(result)) {
    throw new Error(result.message);
  }
  return result;
}

/** Tests whose value has no unit. */
const unitless: readonly Case[] = [
  ['welch-t', {}],
  ['student-t', {}],
  ['java-mean-shift', {}],
  ['jensen-shannon', {}],
  ['jensen-shannon', { rule: 'scott' }],
  ['psi', { rule: 'doane' }],
  ['psi', { rule: 'scott', of: 'pooled' }],
  ['wasserstein', { scale: 'reference-sd' }],
  ['wasserstein', { scale: 'range' }],
  ['epps-singleton', {}],
  ['mmd', { permutations: 19 }],
  ['domain-classifier', {}],
];

const named = (cases: readonly Case[]) => cases.map((one) => ({ one, name: `${one[0]} ${JSON.stringify(one[1])}` }));

describe('values of any magnitude', () => {
  test.each(named(unitless))('$name: a power of two times the values changes nothing', ({ one }) => {
    const { value, pValue = NaN } = run(one, [reference, current]);
    for (const power of [-1000, -500, 500, 1000]) {
      const times = run(
        one,
        [reference, current].map((side) => side.map((x) => x * 2 ** power))
      );
      expectClose(times.value, value);
      expectClose(times.pValue ?? NaN, pValue);
    }
  });
  test('MMD² with a width in the unit of the feature', () => {
    const [p, q] = [reference, current].map((side) => side.map((x) => x * 2 ** 600));
    const { value } = run(['mmd', { sigma: 2 ** 600, permutations: 0 }], [p ?? reference, q ?? current]);
    expectClose(value, run(['mmd', { sigma: 1, permutations: 0 }], [reference, current]).value);
  });
});

test('Epps–Singleton: the distance of two values may be past the greatest number', () => {
  const values = [reference, current].map((side) => side.map((x) => x * 4e307));
  expectClose(run(['epps-singleton', {}], values).value, run(['epps-singleton', {}], [reference, current]).value);
});

describe('a constant reference', () => {
  const constant = new Float64Array(30).fill(3);
  test.each(['psi', 'chi-square', 'total-variation', 'hellinger', 'kullback-leibler'] as const)(
    '%s: sees another constant, however near, and no drift in the same one',
    (name) => {
      expect(run([name, {}] as Case, [constant, constant]).value).toBe(0);
      for (const other of [4, 3 + 1e-9, -1e300, 0]) {
        const moved = run([name, {}] as Case, [constant, new Float64Array(40).fill(other)]);
        expect(moved.value).toBeGreaterThan(0.9);
        expect(moved.terms?.length ?? 2).toBe(2);
      }
    }
  );
  test('0, and the greatest number', () => {
    for (const value of [0, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE]) {
      const sides = [constant.map(() => value), constant.map((_, i) => (i < 15 ? value : 1))];
      expectClose(run(['total-variation', {}], sides).value, 0.5);
    }
  });
});

describe('values far from 0', () => {
  const rounded = [reference, current].map((side) => side.map((x) => Math.round(x * 1024) / 1024));
  const cases = unitless.filter(([name]) => name !== 'domain-classifier' && name !== 'psi');
  test.each(named(cases))('$name: 10⁹ more changes nothing', ({ one }) => {
    const { value, pValue = NaN } = run(one, rounded);
    const far = run(
      one,
      rounded.map((side) => side.map((x) => x + 1e9))
    );
    expectClose(far.value, value);
    expectClose(far.pValue ?? NaN, pValue);
  });
});

test('t beyond the square root of the greatest number: Cauchy’s law, 2/(π t)', () => {
  for (const t of [1e99, 1e101, 1e160, 1e300]) {
    expectClose(tPValue(t, 1), 2 / Math.PI / t);
  }
  expect(tPValue(1e160, 30)).toBe(0);
});
