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
