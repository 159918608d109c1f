import { describe, expect, test } from 'vitest';
import { isDriftError } from '../errors.ts';
import { expectClose } from '../testing/close.ts';
import { columnOf } from '../testing/preset-columns.ts';
import { phoenixPairs } from '../testing/preset-phoenix.ts';
import { phoenix } from './phoenix.ts';
import { runPreset } from './run-preset.ts';

describe('agrees with arize-phoenix 1.0.0', () => {
  test.each(phoenixPairs)('%s v %s', (reference, current, psi) => {
    const result = runPreset(phoenix, columnOf(reference), columnOf(current));
    if (isDriftError(result)) {
      throw new Error(result.message);
    }
    expectClose(result.comparison.value, psi);
    expect(result.drift).toBe(psi > 0.25);
    expect(result.possible).toBe(psi > 0.1 && psi <= 0.25);
  });
});

describe('imitated, but bad for its user', () => {
  test('a numeric column of two values lies in one bin: it never drifts, however far it moves', () => {
    const some = Float64Array.from({ length: 400 }, (_, i) => (i % 20 < 7 ? 1 : 0));
    const ones = new Float64Array(400).fill(1);
    expect(runPreset(phoenix, some, ones)).toMatchObject({ comparison: { value: 0 }, drift: false });
  });
});

test('rows without a value are told, and are a bin of their own', () => {
  const rows = Array.from({ length: 100 }, (_, i) => i);
  const result = runPreset(phoenix, rows, [...rows, ...rows.map(() => null)]);
  expect(result).toMatchObject({ comparison: { missingReference: 0, missingCurrent: 100 }, drift: true });
});
