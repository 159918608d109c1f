import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import { expectClose } from '../testing/close.ts';
import { seededSample, shifted } from '../testing/seeded-sample.ts';
import { columnOf, numbersIn, truthsIn } from '../testing/preset-columns.ts';
import type { Recipe } from '../testing/preset-columns.ts';
import { nannymlCategories } from '../testing/preset-nannyml-categories.ts';
import { nannymlLarge, nannymlNumbers } from '../testing/preset-nannyml-numbers.ts';
import { nannymlChunks } from './nannyml-chunks.ts';
import type { NannymlMethod } from './nannyml-method.ts';
import { nannyml } from './nannyml.ts';
import { runPreset } from './run-preset.ts';
import { splitRows } from './split-rows.ts';

const methods: Record<string, NannymlMethod> = {
  jensen_shannon: 'jensen-shannon',
  hellinger: 'hellinger',
  kolmogorov_smirnov: 'ks',
  wasserstein: 'wasserstein',
  l_infinity: 'l-infinity',
  chi2: 'chi-square',
};

/** The parts of the analysis rows one after another. */
function rowsOf(parts: readonly Recipe[]) {
  const columns = parts.map(columnOf);
  const numbers = columns.flatMap((column) => (column instanceof Float64Array ? Array.from(column) : []));
  return numbers.length > 0
    ? Float64Array.from(numbers)
    : columns.flatMap((column) => (column instanceof Float64Array ? [] : column));
}

function run(recipe: Recipe, parts: readonly Recipe[], size: number, method: string) {
  const rows = rowsOf(parts);
  const chunks = splitRows(rows, size || Math.floor(rows.length / 10));
  if (isDriftError(chunks)) {
    throw new Error(chunks.message);
  }
  const chosen = methods[method] ?? 'jensen-shannon';
  const result = nannymlChunks(columnOf(recipe), chunks, { method: chosen, ...(size ? { chunkSize: size } : {}) });
  if (isDriftError(result)) {
    throw new Error(result.message);
  }
  return result;
}

/** NannyML adds a bin for what floating point leaves of the shares, so that distances near 0 are off by up to 1e-8. */
function expectNear(actual: number | undefined, expected: number) {
  if (Math.abs(expected) > 1e-6 || actual === undefined) {
    expectClose(actual, expected);
  } else {
    expect(actual).toBeCloseTo(expected, 7);
  }
}

describe('agrees with nannyml 0.13.1', () => {
  const cases = [...nannymlNumbers, ...nannymlCategories];
  test.each(cases)(
    '%s in chunks of %s, %i rows each, %s',
    (...[reference, parts, size, method, own, limit, values, alerts]) => {
      const result = run(reference, parts, size, method);
      expect(result.referenceValues.length).toBe(numbersIn(own).length);
      numbersIn(own).forEach((value, i) => expectNear(result.referenceValues[i], value));
      numbersIn(values).forEach((value, i) => expectNear(result.chunks[i]?.value, value));
      expect(result.chunks.map(({ drift }) => drift)).toEqual(truthsIn(alerts));
      if (limit === null) {
        expect(result.rule).toMatchObject({ by: 'p-value', limit: 0.05 });
      } else {
        expectNear(result.rule.limit, limit);
      }
    }
  );
  test.each(nannymlLarge.filter(([, , , method]) => method === 'jensen_shannon' || method === 'hellinger'))(
    '%s from 10,000 rows on, in chunks of %s, %i rows each, %s',
    (...[reference, parts, size, method, , limit, values, alerts]) => {
      const result = run(reference, parts, size, method);
      numbersIn(values).forEach((value, i) => expectNear(result.chunks[i]?.value, value));
      expectNear(result.rule.limit, limit);
      expect(result.chunks.map(({ drift }) => drift)).toEqual(truthsIn(alerts));
    }
  );
});

describe('not imitated', () => {
  test.each(nannymlLarge.filter(([, , , method]) => method === 'kolmogorov_smirnov' || method === 'wasserstein'))(
    '%s from 10,000 rows on, in chunks of %s, %i rows each: %s of NannyML comes from 10,000 bins, ours is exact',
    (...[reference, parts, size, method, , , values, alerts]) => {
      const result = run(reference, parts, size, method);
      const gaps = numbersIn(values).map((value, i) => Math.abs((result.chunks[i]?.value ?? NaN) - value));
      expect(Math.max(...gaps)).toBeGreaterThan(1e-9);
      expect(Math.max(...gaps)).toBeLessThan(0.01);
      expect(result.chunks.map(({ drift }) => drift)).toEqual(truthsIn(alerts));
    }
  );
});

describe('imitated, but bad for its user', () => {
  test('the three rows that are left of 1,003 are a chunk, which lifts the limit out of reach', () => {
    const [whole, withRest] = nannymlNumbers.filter(([, , size, method]) => size === 0 && method === 'jensen_shannon');
    expect(whole?.[5]).toBeLessThan(0.23);
    expect(withRest?.[5]).toBeGreaterThan(0.6);
    expect(withRest?.[7]).not.toContain('true');
  });
});

describe('the preset', () => {
  const reference = columnOf('bell | 1000 1 0 1 0');
  test('takes the current sample as one chunk', () => {
    const drifted = columnOf('bell | 100 3 0.9 1 0');
    const chunked = nannymlChunks(reference, [drifted]);
    const result = runPreset(nannyml, reference, drifted);
    if (isDriftError(result) || isDriftError(chunked)) {
      throw new Error('no result');
    }
    expectClose(result.comparison.value, chunked.chunks[0]?.value ?? NaN, 1e-12);
    expect(result.rule).toEqual(chunked.rule);
    expect(result.drift).toBe(true);
  });
  test('needs the reference in its order, and ten rows of it', () => {
    expect(runPreset(nannyml, sortedSample(Float64Array.from([1, 2, 3])), [1, 2])).toMatchObject({
      error: 'not defined',
    });
    expect(runPreset(nannyml, [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2])).toMatchObject({ error: 'too few rows' });
  });
  test('a chunk without a value has no alert; a method for the other kind of feature is refused', () => {
    expect(nannymlChunks(reference, [[NaN, NaN]])).toMatchObject({ chunks: [{ value: NaN, drift: false }] });
    expect(nannymlChunks(['a', 'b'], [], { method: 'ks', chunkSize: 1 })).toMatchObject({ error: 'not defined' });
  });
});

describe('a reference counted once', () => {
  const reference = seededSample('bell', 900, 1);
  reference[3] = NaN;
  const chunks = [
    shifted(seededSample('bell', 200, 2), 0.3),
    Float64Array.of(9, -9, Infinity, NaN, ...reference.slice(10, 20), Math.max(...reference.filter(Number.isFinite))),
    [1, null, 2],
    [null],
    new Float64Array(0),
  ];
  test('gives each chunk what compare says of it', () => {
    const result = nannymlChunks(reference, chunks);
    const found = isDriftError(result) ? [] : result.chunks.map(({ comparison }) => comparison);
    const edges = found[0] && 'edges' in found[0] ? found[0].edges?.slice(1, -1) : undefined;
    chunks.forEach((chunk, i) => {
      expect(found[i]).toEqual(compare('jensen-shannon', reference, chunk, { base: 2, ...(edges ? { edges } : {}) }));
    });
    expect(edges?.length).toBeGreaterThan(5);
  });
  test('has of its own chunks the values of compare', () => {
    const result = nannymlChunks(reference, [], { chunkSize: 400 });
    const own = nannymlChunks(
      reference,
      [0, 400, 800].map((from) => reference.subarray(from, from + 400))
    );
    expect(isDriftError(result) ? [] : result.referenceValues).toEqual(
      isDriftError(own) ? undefined : own.chunks.map(({ value }) => value)
    );
  });
});
