import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { expectClose } from '../testing/close.ts';
import { seededSample, shifted } from '../testing/seeded-sample.ts';
import { explain } from './explain.ts';

describe('rows of numbers', () => {
  const reference = seededSample('bell', 900, 1);
  const current = shifted(seededSample('bell', 700, 2), 0.5);
  const explanation = explain(reference, current);
  test('the gap is that of KS, at its place', () => {
    const ks = compare('ks', reference, current);
    const { gap } = explanation;
    expect(isDriftError(ks) ? undefined : ks.location).toBe(gap?.at);
    expectClose(Math.abs((gap?.reference ?? NaN) - (gap?.current ?? NaN)), isDriftError(ks) ? NaN : ks.value, 1e-12);
  });
  test('the masses moved add up to Wasserstein-1, the largest first', () => {
    const w1 = compare('wasserstein', reference, current);
    const distances = (explanation.massMoves ?? []).map(({ distance }) => distance);
    expectClose(totalOf(distances), isDriftError(w1) ? NaN : w1.value);
    expect(distances).toEqual([...distances].sort((a, b) => b - a));
  });
  test('the PSI terms add up to the PSI', () => {
    const { moves, psi } = explanation.assessment;
    expectClose(totalOf(moves.map(({ term }) => term)), psi?.value ?? NaN);
  });
  test('in one sentence', () => {
    expect(explanation.sentence).toMatch(
      /^drift because .* of the PSI; the shares part most at .* or below it; \d+ % of the mass moved is /
    );
  });
});

test('no drift is said without reasons for one', () => {
  const { sentence } = explain(seededSample('bell', 400, 1), seededSample('bell', 400, 2));
  expect(sentence).toMatch(/^no drift: D = [\d.]+, p = [\d.]+, at 5 %, n = 400 v 400$/);
});

test('categories, bins and nothing at all have no gap of rows', () => {
  const categories = explain(['a', 'b', 'a', 'b'], ['a', 'b']);
  const nothing = explain([], [NaN]);
  const bins = explain({ edges: [0, 1, 2], counts: [50, 60] }, { edges: [0, 1, 2], counts: [90, 20] });
  for (const one of [categories, nothing, bins]) {
    expect(one).not.toHaveProperty('gap');
    expect(one).not.toHaveProperty('massMoves');
  }
  expect(bins.sentence).toMatch(/^drift because /);
  expect(nothing.assessment.state).toBe('no data');
});

test('infinite rows have a gap, but no mass moved', () => {
  const rows = [...seededSample('bell', 200, 1), Infinity];
  const explanation = explain(rows, shifted(seededSample('bell', 200, 2), 2));
  expect(explanation.gap?.at).toBeGreaterThan(0);
  expect(explanation).not.toHaveProperty('massMoves');
});
