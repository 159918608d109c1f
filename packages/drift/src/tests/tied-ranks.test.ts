import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import type { TestOptions } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import { expectClose } from '../testing/close.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import { mannWhitneyExactTail } from './mann-whitney-exact.ts';

const names = ['kuiper', 'cramer-von-mises', 'anderson-darling', 'mann-whitney'] as const;

/** Counts of 0, 1, …, 9 on both sides, at least four rows in all, and the same rows one by one. */
const counts = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 10, maxLength: 10 });
const edges = Array.from({ length: 11 }, (_, i) => i - 0.5);

function rowsOf(ofValue: readonly number[]): number[] {
  return ofValue.flatMap((count, value) => new Array<number>(count).fill(value));
}

function run<T extends keyof TestOptions>(name: T, sides: readonly [Sample, Sample], options?: TestOptions[T]) {
  const result = compare(name, ...sides, options);
  if (isDriftError(result)) {
    throw new Error(result.message);
  }
  return result;
}

/** Both have at least two rows, and they are not one and the same constant. */
function differ(a: readonly number[], b: readonly number[]): boolean {
  const [p, q] = [rowsOf(a), rowsOf(b)];
  return p.length > 1 && q.length > 1 && new Set([...p, ...q]).size > 1;
}

describe('binned counts', () => {
  test.each(names)('%s: are rows that share one value per bin', (name) => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        fc.pre(differ(a, b));
        const bins = [
          { edges, counts: a },
          { edges, counts: b },
        ] as const;
        // Rows and bins have another default for ties.
        const options = name === 'cramer-von-mises' ? { ties: 'mid-ranks' as const } : {};
        const binned = run(name, bins, options);
        const raw = run(name, [rowsOf(a), rowsOf(b)], options);
        expect(binned).toEqual({
          ...raw,
          missingReference: undefined,
          missingCurrent: undefined,
          variant: `${raw.variant}, on binned counts`,
        });
      }),
      { numRuns: 50 }
    );
  });
  test.each(names)('%s: need not be whole', (name) => {
    const [a, b] = [
      [30, 40, 30, 20],
      [25, 30, 40, 30],
    ];
    const sides = (k: number) => [a, b].map((side) => ({ edges: [0, 1, 2, 3, 4], counts: side.map((x) => x * k) }));
    const [p, q] = [sides(1), sides(1 + 1e-9)];
    const whole = run(name, [p[0] ?? [], p[1] ?? []]);
    const nearly = run(name, [q[0] ?? [], q[1] ?? []]);
    expectClose(nearly.pValue, whole.pValue ?? NaN, 1e-6);
  });
  test.each(names)('%s: refuses other edges, one binned side, less than a row, counts that are none', (name) => {
    const bins = { edges: [0, 1, 2], counts: [5, 6] };
    expect(compare(name, bins, { edges: [0, 1, 3], counts: [5, 6] })).toMatchObject({ error: 'not defined' });
    expect(compare(name, bins, [1, 2, 3, 4])).toMatchObject({ error: 'not defined' });
    expect(compare(name, [1, 2, 3, 4], bins)).toMatchObject({ error: 'not defined' });
    expect(compare(name, bins, ['a', 'b'])).toMatchObject({ error: 'not numeric' });
    expect(compare(name, bins, { ...bins, counts: [0, 0] })).toMatchObject({ error: 'no data' });
    expect(compare(name, bins, { ...bins, counts: [0.2, 0.3] })).toMatchObject({ error: 'too few rows' });
    expect(compare(name, bins, { ...bins, counts: [-1, 9] })).toMatchObject({ error: 'not defined' });
    expect(compare(name, bins, { ...bins, counts: [Infinity, 9] })).toMatchObject({ error: 'not defined' });
  });
  test('KS given the ties takes them too', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        fc.pre(differ(a, b));
        const binned = run(
          'ks',
          [
            { edges, counts: a },
            { edges, counts: b },
          ],
          { method: 'conditional' }
        );
        const raw = run('ks', [rowsOf(a), rowsOf(b)], { method: 'conditional' });
        expectClose(binned.pValue, raw.pValue ?? NaN, 1e-12);
        expect(binned.variant).toBe('two-sample KS, exact p given the ties, on binned counts');
      }),
      { numRuns: 50 }
    );
    const rates = { edges: [0, 1, 2], counts: [5.5, 6] };
    expect(run('ks', [rates, rates], { method: 'conditional' }).variant).toContain('lower bounds');
  });
});

describe('laws', () => {
  const rows = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 5, maxLength: 30 });
  test.each([...names, 'epps-singleton'] as const)('%s: a sorted reference gives the same', (name) => {
    const [a, b] = [seededSample('skew', 300, 3), seededSample('ties', 90, 4)];
    expect(compare(name, sortedSample(a), b)).toEqual(compare(name, a, b));
  });
  test.each(['midrank', 'right'] as const)('Anderson–Darling, %s: the same from the other side', (variant) => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const [there, back] = [
          compare('anderson-darling', a, b, { variant, statistic: 'a2' }),
          compare('anderson-darling', b, a, { variant, statistic: 'a2' }),
        ];
        fc.pre('value' in there && 'value' in back);
        expectClose('value' in there ? there.value : NaN, 'value' in back ? back.value : NaN, 1e-12);
        expectClose('value' in there ? there.pValue : NaN, ('value' in back && back.pValue) || NaN, 1e-9);
      })
    );
  });
  test('Anderson–Darling without ties is the sum of squares written down by Scholz & Stephens, eq. 3', () => {
    const distinct = fc.uniqueArray(fc.integer({ min: -99, max: 99 }), { minLength: 6, maxLength: 40 });
    fc.assert(
      fc.property(distinct, fc.integer({ min: 2, max: 4 }), (values, n) => {
        const [a, b] = [values.slice(0, n), values.slice(n)];
        const [pooled, N, m] = [[...values].sort((x, y) => x - y), values.length, values.length - n];
        const expected = [a, b].reduce((sum, side) => {
          const inner = pooled.slice(0, -1).map((x, j) => {
            const below = side.filter((y) => y <= x).length;
            return (N * below - (j + 1) * side.length) ** 2 / ((j + 1) * (N - j - 1));
          });
          return sum + inner.reduce((s, x) => s + x, 0) / side.length;
        }, 0);
        expect(m).toBe(b.length);
        const found = run('anderson-darling', [a, b], { variant: 'right', statistic: 'a2' });
        expectClose(found.value, expected / N, 1e-12);
      })
    );
  });
  test('Epps–Singleton: neither shift nor scale nor side matters', () => {
    const [a, b] = [seededSample('bell', 80, 3), seededSample('bell', 60, 4).map((x) => 1.5 * x)];
    const { value } = run('epps-singleton', [a, b]);
    expectClose(run('epps-singleton', [b, a]).value, value, 1e-12);
    const moved = [a, b].map((side) => side.map((x) => 3 * x + 1000));
    expectClose(run('epps-singleton', [moved[0] ?? [], moved[1] ?? []]).value, value, 1e-9);
  });
  test('KS given the ties: the exact p without ties, never above it with them; mid-p between the tails', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const given = run('ks', [a, b], { method: 'conditional' });
        const plain = run('ks', [a, b], { method: 'exact' });
        expect(given.value).toBe(plain.value);
        expect(given.pValue).toBeLessThanOrEqual((plain.pValue ?? NaN) * (1 + 1e-12));
        const spread = (side: number[], k: number) => side.map((x, i) => 100 * x + 2 * i + k);
        const apart: [number[], number[]] = [spread(a, 0), spread(b, 1)];
        fc.pre(new Set([...apart[0], ...apart[1]]).size === a.length + b.length);
        const [p, q] = [run('ks', apart, { method: 'conditional' }), run('ks', apart, { method: 'exact' })];
        expectClose(p.pValue, q.pValue ?? NaN, 1e-11);
        const [pMid, qMid] = [
          run('ks', apart, { method: 'conditional', midP: true }),
          run('ks', apart, { method: 'exact', midP: true }),
        ];
        expectClose(pMid.pValue, qMid.pValue ?? NaN, 1e-11);
        expect(qMid.pValue).toBeLessThan(q.pValue ?? NaN);
        expect(qMid.variant).toBe('two-sample KS, exact mid-p');
      })
    );
  });
  test('Mann–Whitney: the exact tails of both sides add up to 1 and the share of U itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.nat(), (n, m, seed) => {
        const u = seed % (n * m + 1);
        // P(U ≥ u) + P(U ≥ nm − u + 1) = P(U ≥ u) + P(U ≤ u − 1).
        expectClose(mannWhitneyExactTail(u, n, m) + mannWhitneyExactTail(n * m - u + 1, n, m), 1, 1e-13);
      })
    );
  });
  test('Mann–Whitney: less says that the reference is lower', () => {
    const [low, high] = [seededSample('bell', 50, 3), seededSample('bell', 60, 4).map((x) => x + 1)];
    const less = run('mann-whitney', [low, high], { alternative: 'less' });
    expect(less.pValue).toBeLessThan(1e-4);
    expect(less.variant).toContain('reference less than current');
    expect(run('mann-whitney', [low, high], { alternative: 'greater' }).pValue).toBeGreaterThan(0.99);
    expectClose(run('mann-whitney', [high, low], { alternative: 'greater' }).pValue, less.pValue ?? NaN, 1e-12);
  });
  test('Mann–Whitney: almost all rows tied, the variance keeps its digits', () => {
    // One current row above all the others: Σ t (N − t)(N + t) = (N − 1)(2N − 1) + (N − 1)(N + 1) = 3N (N − 1), so σ² = nm / 4,
    // and U is n / 2 below its mean.
    const edgesOfTwo = [0, 1, 2];
    const [n, m] = [1e6, 1e6];
    const sides: [Sample, Sample] = [
      { edges: edgesOfTwo, counts: [n, 0] },
      { edges: edgesOfTwo, counts: [m - 1, 1] },
    ];
    const { pValue } = run('mann-whitney', sides, { continuity: false });
    const z = n / 2 / Math.sqrt((n * m) / 4);
    expect(z).toBe(1);
    expectClose(pValue, 0.31731050786291415, 1e-12);
  });
});

describe('too large to count', () => {
  test('Mann–Whitney and Cramér–von Mises answer by the limit, and say so', () => {
    const [a, b] = [seededSample('bell', 400, 3), seededSample('bell', 400, 4)];
    expect(run('mann-whitney', [a, b], { method: 'exact' }).variant).toContain('asymptotic');
    expect(run('cramer-von-mises', [a, b], { method: 'exact' }).variant).toContain('asymptotic');
  });
});

describe('says what is wrong', () => {
  test('Anderson–Darling of a constant, of three rows', () => {
    expect(compare('anderson-darling', [1, 1], [1, 1, 1])).toMatchObject({ error: 'not defined' });
    expect(compare('anderson-darling', [1], [2, 3])).toMatchObject({ error: 'too few rows' });
    expect(compare('anderson-darling', ['a'], [2, 3])).toMatchObject({ error: 'not numeric' });
    expect(compare('anderson-darling', [NaN], [2, 3])).toMatchObject({ error: 'no data' });
  });
  test('ranks keep infinite values', () => {
    const found = run('anderson-darling', [
      [-Infinity, 1, 2],
      [1, 2, Infinity, NaN],
    ]);
    expect(found).toMatchObject({ nReference: 3, nCurrent: 3, missingCurrent: 1 });
    expectClose(
      found.value,
      run('anderson-darling', [
        [-9, 1, 2],
        [1, 2, 9],
      ]).value,
      1e-15
    );
  });
  test('Epps–Singleton of few rows, of infinite values, without scale, at no point', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(compare('epps-singleton', [1, 2, 3, 4], ten)).toMatchObject({ error: 'too few rows' });
    expect(compare('epps-singleton', ten, [1, 2, 3, 4])).toMatchObject({ error: 'too few rows' });
    expect(compare('epps-singleton', [...ten, Infinity], ten)).toMatchObject({ error: 'not defined' });
    expect(compare('epps-singleton', [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 2])).toMatchObject({ error: 'not defined' });
    expect(compare('epps-singleton', ten, ten, { t: [] })).toMatchObject({ error: 'not defined' });
    expect(compare('epps-singleton', ten, ten, { t: [0.4, -1] })).toMatchObject({ error: 'not defined' });
  });
  test('Epps–Singleton of two values sees one degree of freedom', () => {
    const [a, b] = [
      [0, 0, 0, 1, 1, 1],
      [0, 0, 1, 1, 1, 1, 1],
    ];
    expect(run('epps-singleton', [a, b])).toMatchObject({ df: 1 });
    expect(run('epps-singleton', [a, b]).variant).toContain('rank 1');
  });
});

describe('Cramér–von Mises with ties cumulated', () => {
  const ties = 'cumulated';
  const coarse = (n: number, seed: number) => seededSample('uniform', n, seed).map((x) => Math.floor(x * 30));
  test('is Σ (F − G)² at every row', () => {
    // F, G at 1, 2, 3: 2/3, 1/4; 1, 2/4; 1, 1. Rows there: 3, 2, 2.
    const { value } = run(
      'cramer-von-mises',
      [
        [1, 1, 2],
        [1, 2, 3, 3],
      ],
      { ties }
    );
    expectClose(value, (12 / 49) * (3 * (5 / 12) ** 2 + 2 * (1 / 2) ** 2));
  });
  test('is the other one without ties', () => {
    const [p, q] = [seededSample('bell', 40, 1), seededSample('skew', 70, 2)];
    const [cumulated, ranked] = [run('cramer-von-mises', [p, q], { ties }), run('cramer-von-mises', [p, q])];
    expectClose(cumulated.value, ranked.value, 1e-12);
    expectClose(cumulated.pValue, ranked.pValue ?? NaN);
  });
  test('keeps to its level on rounded values of sides of different sizes, where mid-ranks do not', () => {
    const pairs = Array.from({ length: 200 }, (_, i) => [coarse(100, 2 * i + 1), coarse(1000, 7919 * i + 4)] as const);
    const alarms = (options: TestOptions['cramer-von-mises']) =>
      pairs.filter((pair) => (run('cramer-von-mises', pair, options).pValue ?? NaN) < 0.05).length;
    expect(alarms({ ties })).toBeLessThan(20);
    expect(alarms({})).toBeGreaterThan(100);
  });
});
