import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { TestName } from './compare.ts';
import { isDriftError } from './errors.ts';
import { listTests } from './list-tests.ts';
import type { TestDescription } from './list-tests.ts';
import { totalOf } from './samples/aligned-bins.ts';
import type { Sample } from './samples/sample.ts';
import { sortedSample } from './samples/sorted-sample.ts';
import { anyOptions, listedChoices } from './testing/any-options.ts';
import { anyPair, goodRows, sampleKinds } from './testing/any-sample.ts';
import { runs } from './testing/runs.ts';
import { complaints, rangeOf } from './testing/well-formed.ts';
import type { Comparison } from './types.ts';

const all = listTests();
const taking = (kind: TestDescription['takes'][number]) => all.filter(({ takes }) => takes.includes(kind));
const hasOption = ({ options }: TestDescription, name: string) => options.some((option) => option.name === name);

/** The law of one test on good samples; what the test refuses (too few rows, a constant) is left out of it. */
function holds(
  pair: fc.Arbitrary<readonly [Sample, Sample]>,
  law: (reference: Sample, current: Sample) => void,
  count = 40
): void {
  fc.assert(
    fc.property(pair, ([reference, current]) => law(reference, current)),
    runs(count, process.env)
  );
}

const numbers = fc.tuple(goodRows.numbers, goodRows.numbers);
const codes = fc.tuple(goodRows.codes, goodRows.codes);
const text = fc.tuple(goodRows.text, goodRows.text);

const close = (actual: number | undefined, expected: number | undefined) => {
  if (actual !== expected) {
    const [a = NaN, b = NaN] = [actual, expected];
    expect(Math.abs(a - b), `${a} is not ${b}`).toBeLessThanOrEqual(1e-9 * Math.max(1e-3, Math.abs(b)));
  }
};

type Result = ReturnType<typeof compare>;

/** Holds one result to another by what becomes of the value; both are refused or none. */
function same(actual: Result, expected: Result, valueOf: (value: number) => number = (value) => value): void {
  if (isDriftError(actual) || isDriftError(expected)) {
    expect(isDriftError(actual) && actual.error).toBe(isDriftError(expected) && expected.error);
    return;
  }
  close(actual.value, valueOf(expected.value));
  close(actual.pValue, expected.pValue);
}

describe.each(all)('$name of whatever it is given', (description) => {
  const check = (pair: readonly [Sample, Sample], options: Record<string, unknown>) => {
    const result = compare(description.name, ...pair, options);
    expect(complaints(result, pair, options)).toEqual([]);
    if (!isDriftError(result)) {
      const [least, greatest] = rangeOf(description, options);
      expect(result.value).toBeGreaterThanOrEqual(least - 1e-12);
      expect(result.value).toBeLessThanOrEqual(greatest + 1e-12);
    }
  };

  test('gives a result or a reason, never an exception or NaN, within its range', () => {
    fc.assert(fc.property(anyPair, anyOptions(description), check), runs(150, process.env));
  });

  test('does so for every pair of kinds of samples', () => {
    const kinds = Object.values(sampleKinds);
    const everyPair = kinds.flatMap((reference) => kinds.map((current) => fc.tuple(reference, current)));
    fc.assert(
      fc.property(fc.tuple(...everyPair), (pairs) => pairs.forEach((pair) => check(pair, {}))),
      runs(1, process.env)
    );
  });

  test('does so for every choice that is listed', () => {
    for (const options of listedChoices(description)) {
      fc.assert(
        fc.property(anyPair, (pair) => check(pair, options)),
        runs(10, process.env)
      );
    }
  });
});

/** Values of a sample against itself that are not 0, with the reason. */
const withItself: Partial<Record<TestName, (result: Comparison) => number | undefined>> = {
  // Half of all pairs.
  'mann-whitney': ({ nReference }) => nReference ** 2 / 2,
  // Odds ratio.
  'fisher-exact': () => 1,
  // Centred, so that without drift they vary about what chance gives.
  'anderson-darling': () => undefined,
  'cramer-von-mises': () => undefined,
  mmd: () => undefined,
  // An area, and of folds that chance deals.
  'domain-classifier': () => undefined,
};

describe.each(all)('$name of a sample with itself', ({ name, takes }) => {
  test.each([
    ['numbers', goodRows.numbers],
    ['categories', goodRows.text],
  ] as const)('%s: nothing is found', (kind, rows) => {
    if (!takes.includes(kind)) {
      return;
    }
    holds(
      rows.map((sample) => [sample, sample]),
      (reference, current) => {
        const result = compare(name, reference, current);
        if (isDriftError(result)) {
          return;
        }
        const expected = withItself[name];
        close(result.value, expected ? (expected(result) ?? result.value) : 0);
        expect(result.pValue ?? 1).toBeGreaterThan(0.2);
      }
    );
  });
});

describe.each(taking('numbers'))('$name of one constant', ({ name }) => {
  test('on both sides: nothing is found, however many rows there are', () => {
    const side = fc.integer({ min: 2, max: 30 });
    fc.assert(
      fc.property(fc.constantFrom(0.1, 1 / 3, 7.7e10, 1e-200, -1e200), side, side, (x, n, m) => {
        const result = compare(name, new Array<number>(n).fill(x), new Array<number>(m).fill(x));
        expect(isDriftError(result) ? 1 : (result.pValue ?? 1)).toBeGreaterThan(0.2);
      }),
      runs(20, process.env)
    );
  });
});

const negated = (value: number) => -value;

/** What becomes of the value where the sides change places, if it does not stay; `no law` with the reason. */
const swapped: Partial<Record<TestName, ((value: number, pairs: number) => number) | 'no law'>> = {
  'welch-t': negated,
  'student-t': negated,
  'java-mean-shift': negated,
  'z-proportions': negated,
  'mann-whitney': (u, pairs) => pairs - u,
  'fisher-exact': (odds) => 1 / odds,
  // KL(q‖p) is not KL(p‖q).
  'kullback-leibler': 'no law',
  // Random relabellings and folds are drawn in the order of the sides.
  mmd: 'no law',
  'domain-classifier': 'no law',
};

describe.each(all)('$name with its sides changed', (description) => {
  const { name, takes } = description;
  const law = swapped[name];
  // Bins at quantiles of the reference are others where the reference is the other side.
  const options = hasOption(description, 'edges') ? { edges: [-2, 0, 2] } : {};
  const check = (reference: Sample, current: Sample, extra: Record<string, unknown>) => {
    const forth = compare(name, reference, current, extra);
    const pairs = isDriftError(forth) ? NaN : forth.nReference * forth.nCurrent;
    same(compare(name, current, reference, extra), forth, (value) =>
      typeof law === 'function' ? law(value, pairs) : value
    );
  };

  test.skipIf(law === 'no law' || !takes.includes('numbers'))('numbers', () => {
    holds(numbers, (reference, current) => check(reference, current, options));
  });

  test.skipIf(law === 'no law' || !takes.includes('categories'))('categories', () => {
    const named = hasOption(description, 'category') ? { category: 'a' } : {};
    holds(text, (reference, current) => check(reference, current, named));
  });
});

describe.each(taking('numbers'))('$name of numbers', ({ name }) => {
  test('does not ask for the order of the rows, nor for how they are stored', () => {
    holds(numbers, (reference, current) => {
      const result = compare(name, reference, current);
      const [p, q] = [Float64Array.from(reference as number[]), Float64Array.from(current as number[])];
      same(compare(name, p.slice().reverse(), q.slice().reverse()), result);
      same(compare(name, sortedSample(p), q), result);
      same(compare(name, p, sortedSample(q)), result);
    });
  });
});

describe.each(taking('categories'))('$name of categories', (description) => {
  const { name } = description;
  // Folds are dealt row by row.
  test.skipIf(name === 'domain-classifier')('does not ask for the order of the rows nor for the names', () => {
    const options = (category: string) => (hasOption(description, 'category') ? { category } : {});
    const renamed = (rows: Sample) => Array.from(rows as string[], (row) => `no ${row.split('').reverse().join('')}`);
    holds(text, (reference, current) => {
      const result = compare(name, reference, current, options('1'));
      const [p, q] = [[...(reference as string[])].reverse(), [...(current as string[])].reverse()];
      same(compare(name, p, q, options('1')), result);
      same(compare(name, renamed(reference), renamed(current), options('no 1')), result);
    });
  });
});

/** What becomes of the value where every number is taken c times, if it does not stay. */
const scaled: Partial<Record<TestName, (value: number, c: number) => number>> = {
  wasserstein: (value, c) => value * c,
  energy: (value, c) => value * Math.sqrt(c),
};

describe.each(taking('numbers'))('$name of scaled numbers', ({ name }) => {
  // Powers of two: no digit is lost, so that bins stay the same.
  test.each([2 ** -10, 4, 2 ** 20])('× %f', (c) => {
    holds(
      numbers,
      (reference, current) => {
        const times = (rows: Sample) => Array.from(rows as number[], (x) => x * c);
        const law = scaled[name];
        same(compare(name, times(reference), times(current)), compare(name, reference, current), (value) =>
          law ? law(value, c) : value
        );
      },
      15
    );
  });
});

describe.each(['ks', 'cramer-von-mises', 'mann-whitney', 'kuiper', 'anderson-darling'] as const)('%s', (name) => {
  test('sees ranks alone: a rising function of all numbers changes nothing', () => {
    const rising = (rows: Sample) => Array.from(rows as number[], (x) => x ** 3 + x);
    holds(codes, (reference, current) =>
      same(compare(name, rising(reference), rising(current)), compare(name, reference, current))
    );
  });
});

/** What the terms add up to, if not to the value. */
const sumOfTerms: Partial<Record<TestName, (value: number) => number>> = {
  hellinger: (value) => value ** 2,
  'jensen-shannon': (value) => value ** 2,
  energy: (value) => value ** 2,
  bhattacharyya: (value) => Math.exp(-value),
};

/** One bin a code, and open ones beyond, as raw rows get them. */
const edges = [-Infinity, -3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, Infinity];

function counted(rows: Sample): Sample {
  const counts = edges.slice(1).map((edge) => Array.from(rows as number[]).filter((x) => x === edge - 0.5).length);
  return { edges, counts };
}

describe.each(all)('$name: the terms', ({ name, takes }) => {
  test('add up, where there are some', () => {
    const check = (reference: Sample, current: Sample) => {
      const result = compare(name, reference, current);
      if (!isDriftError(result) && result.terms) {
        close(totalOf(result.terms), (sumOfTerms[name] ?? ((value: number) => value))(result.value));
      }
    };
    holds(takes.includes('numbers') ? numbers : text, check);
    holds(codes, (reference, current) => check(counted(reference), counted(current)));
  });
});

describe.each(taking('binned counts'))('$name of counts', (description) => {
  const { name } = description;

  test('in bins of one value each is that of the rows', () => {
    // Rows and bins have another default for ties.
    const ties = hasOption(description, 'ties') ? { ties: 'cumulated' } : {};
    const options = hasOption(description, 'edges') ? { edges } : ties;
    holds(codes, (reference, current) => {
      const ofRows = compare(name, reference, current, options);
      const ofCounts = compare(name, counted(reference), counted(current), ties);
      same(ofCounts, ofRows);
    });
  });
});

describe.each(taking('weighted rows'))('$name of weighted rows', ({ name, takes }) => {
  test('that weigh alike is that of the rows, without p', () => {
    const weighed = (values: Sample): Sample => ({
      values: values as number[],
      weights: Array.from(values as number[], () => 0.25),
    });
    const check = (method: Record<string, unknown>) => (reference: Sample, current: Sample) => {
      const rows = compare(name, reference, current, method);
      const result = compare(name, weighed(reference), weighed(current), method);
      expect(isDriftError(result)).toBe(isDriftError(rows));
      if (!isDriftError(rows) && !isDriftError(result)) {
        close(result.value, rows.value);
        expect(result.pValue).toBeUndefined();
      }
    };
    if (takes.includes('categories')) {
      holds(text, check({}));
    }
    // A kernel density has no weights, nor has a gap of cumulated shares.
    const method = name === 'jensen-shannon' ? { method: 'hist' } : name === 'l-infinity' ? { gapOf: 'shares' } : {};
    holds(numbers, check(method));
  });
});

/** Tests whose p rests on more than value, rows and cells. */
const otherThanValue: readonly TestName[] = [
  // Given the margins of the table.
  'fisher-exact',
  // By random relabelling of these rows.
  'mmd',
  'domain-classifier',
];

describe.each(all.filter(({ name, pValue }) => pValue && !otherThanValue.includes(name)))('$name: p', (description) => {
  const { name, takes, direction } = description;

  test('falls as the value moves away', () => {
    // Distinct numbers: the law does not depend on ties. Categories: all of them on both sides.
    const ofSize = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 20, maxLength: 20 });
    const halves = ofSize.map((rows) => [rows.slice(0, 8), rows.slice(8)] as const);
    const cells = fc.constantFrom('a', 'b');
    const pair: fc.Arbitrary<readonly [Sample, Sample]> = takes.includes('categories')
      ? fc.tuple(fc.array(cells, { minLength: 60, maxLength: 60 }), fc.array(cells, { minLength: 90, maxLength: 90 }))
      : halves;
    fc.assert(
      fc.property(pair, pair, (one, other) => {
        const [a, b] = [compare(name, ...one), compare(name, ...other)];
        if (isDriftError(a) || isDriftError(b) || a.pValue === undefined || b.pValue === undefined) {
          return;
        }
        const alike = a.df === b.df && a.terms?.length === b.terms?.length;
        const centre = name === 'mann-whitney' ? (a.nReference * a.nCurrent) / 2 : 0;
        const far = ({ value }: Comparison) => (direction === 'two-sided' ? Math.abs(value - centre) : value);
        if (alike && far(a) > far(b) + 1e-9) {
          expect(a.pValue).toBeLessThanOrEqual(b.pValue + 1e-9);
        }
      }),
      runs(60, process.env)
    );
  });
});
