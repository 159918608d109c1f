import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { TestName } from './compare.ts';
import { isDriftError } from './errors.ts';
import { isTestName, listTests } from './list-tests.ts';
import { adjust } from './multiplicity/adjust.ts';
import { expectClose } from './testing/close.ts';
import { referenceCells } from './testing/reference-cells.ts';
import { adjusted, referenceCases, tailCases } from './testing/reference-cases.ts';
import type { Cases, Variant } from './testing/reference-cases.ts';
import { referenceDistances } from './testing/reference-distances.ts';
import { sideOf } from './testing/side-of.ts';
import { chiSquarePValue } from './tests/chi-square-p-value.ts';
import { ksPValue } from './tests/ks-p-value.ts';
import { tPValue } from './tests/t-p-value.ts';

const tables = [referenceCases, referenceDistances, referenceCells];

/** Where the formula gives 0, sums of shares may leave a rounding of it. */
function expectNear(actual: number, expected: number): void {
  if (expected === 0) {
    expect(Math.abs(actual)).toBeLessThan(1e-15);
  } else {
    expectClose(actual, expected);
  }
}

function holds<T extends TestName>(name: T, [, options, rows]: Variant<T>): void {
  for (const [reference, current, value, pValue = NaN, df = NaN] of rows) {
    test(`${JSON.stringify(options)}: ${reference} v ${current}`, () => {
      const result = compare(name, sideOf(reference), sideOf(current), options);
      if (isDriftError(result)) {
        throw new Error(result.message);
      }
      expectNear(result.value, value);
      if (!Number.isNaN(pValue)) {
        expectClose(result.pValue, pValue);
      }
      if (!Number.isNaN(df)) {
        expectClose(result.df, df);
      }
    });
  }
}

function describeTest<T extends TestName>(name: T, variants: Cases[T]): void {
  for (const variant of variants ?? []) {
    describe(`${name}, ${variant[0]}`, () => holds(name, variant));
  }
}

for (const table of tables) {
  for (const name of Object.keys(table).filter(isTestName)) {
    describeTest(name, table[name]);
  }
}

test('every test has cases', () => {
  const without = listTests().filter(({ name }) => !tables.some((table) => table[name]));
  expect(without.map(({ name }) => name)).toEqual([]);
});

describe('tails and corrections', () => {
  for (const one of tailCases) {
    test(`${one.name}(${one.args.join(', ')}) is ${one.p}`, () => {
      switch (one.name) {
        case 'tPValue':
          return expectClose(tPValue(...one.args), one.p);
        case 'chiSquarePValue':
          return expectClose(chiSquarePValue(...one.args), one.p);
        case 'ksPValue':
          return expectClose(ksPValue(...one.args), one.p);
      }
    });
  }
  test.each(adjusted.by)('%s', (method, expected) => {
    adjust(adjusted.pValues, method).forEach((p, i) => expectClose(p, expected[i] ?? NaN));
  });
});
