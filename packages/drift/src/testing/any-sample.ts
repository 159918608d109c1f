import fc from 'fast-check';
import type { Sample } from '../samples/sample.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import type { CategoryCounts } from '../types.ts';

/** Numbers that break naive formulas, beside plain ones with ties. */
export const oddNumbers = [0, -0, 1, -1, 0.5, 1e-9, 5e-324, 1e308, -1e308, Infinity, -Infinity, NaN];

const plainNumber = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -1e5, max: 1e5 }).map((x) => x / 1000)
);
const finiteNumber = fc.oneof(plainNumber, fc.double({ noNaN: true, noDefaultInfinity: true }));
const anyNumber: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: plainNumber },
  fc.constantFrom(...oddNumbers),
  fc.double()
);

/** Text as features send it, and names that every object has. */
const anyText: fc.Arbitrary<string> = fc.constantFrom(
  'a',
  'b',
  'c',
  '',
  '1',
  '01',
  '1e3',
  'constructor',
  '__proto__',
  'toString'
);

const rowsOf = <T>(row: fc.Arbitrary<T>, most = 40) =>
  fc.oneof(fc.array(row, { maxLength: 3 }), fc.array(row, { maxLength: most }));

/** A count as it should be, whole or a rate, and what is none. */
const goodCount = fc.oneof(fc.nat(30), fc.constant(0), fc.double({ min: 0, max: 5, noNaN: true }));
const anyCount = fc.oneof({ weight: 6, arbitrary: goodCount }, fc.constantFrom(-1, NaN, Infinity, 1e308, 5e-324));

/** Few edges, so that two binned sides often share them. */
const goodEdges: fc.Arbitrary<number[]> = fc.constantFrom(
  [0, 1, 2, 3],
  [-Infinity, 0, 1, Infinity],
  [0, 1],
  [-Infinity, Infinity],
  [-5, 0, 1e308],
  [-1e308, 0, 1e308]
);
const badEdges = fc.constantFrom([0, 0, 1], [2, 1, 0], [0, NaN, 2], [0], [], [Infinity, -Infinity], [0, 1, Infinity]);

const binned = fc
  .tuple(goodEdges, fc.array(goodCount, { minLength: 3, maxLength: 3 }), fc.option(fc.nat(3), { nil: undefined }))
  .map(([edges, counts, missing]) => ({
    edges,
    counts: counts.slice(0, edges.length - 1),
    ...(missing === undefined ? {} : { missing }),
  }));
const badlyBinned = fc.record({
  edges: fc.oneof(goodEdges, badEdges),
  counts: fc.array(anyCount, { maxLength: 4 }),
});

const categoryCounts: fc.Arbitrary<CategoryCounts> = fc
  .array(fc.tuple(anyText, goodCount), { maxLength: 6 })
  .map((cells) => ({ categories: cells.map(([name]) => name), counts: cells.map(([, count]) => count) }));
const badCategoryCounts = fc.record({
  categories: fc.array(anyText, { maxLength: 4 }),
  counts: fc.array(anyCount, { maxLength: 4 }),
  missing: fc.nat(3),
});

const withWeights = <T>(row: fc.Arbitrary<T>, weight: fc.Arbitrary<number>) =>
  rowsOf(fc.tuple(row, weight), 20).map((rows) => ({
    values: rows.map(([value]) => value),
    weights: rows.map(([, own]) => own),
  }));
const anyWeight = fc.oneof(goodCount, fc.constantFrom(0, NaN, -1, Infinity, 1e308, 5e-324));

/** Samples by kind, good and bad: everything that `Sample` lets through, and a string among numbers. */
export const sampleKinds: Record<string, fc.Arbitrary<Sample>> = {
  'plain numbers': rowsOf(plainNumber).map((rows) => Float64Array.from(rows)),
  'any numbers': rowsOf<number | null>(fc.option(anyNumber)),
  'numbers of any size': rowsOf(finiteNumber),
  Float64Array: rowsOf(anyNumber).map((rows) => Float64Array.from(rows)),
  Int32Array: rowsOf(fc.integer()).map((rows) => Int32Array.from(rows)),
  codes: rowsOf(fc.integer({ min: 0, max: 3 })),
  'one value': fc.tuple(anyNumber, fc.nat(12)).map(([x, n]) => new Array<number>(n).fill(x)),
  sorted: rowsOf(fc.option(anyNumber)).map(sortedSample),
  text: rowsOf<string | null>(fc.option(anyText)),
  'text among numbers': rowsOf(fc.oneof(anyNumber, anyText)).map((rows) => rows as number[]),
  binned,
  'badly binned': badlyBinned,
  'category counts': categoryCounts,
  'bad category counts': badCategoryCounts,
  'weighted numbers': withWeights(plainNumber, goodCount),
  'weighted text': withWeights<string | null>(fc.option(anyText), goodCount),
  'badly weighted': fc.oneof(
    withWeights<number | null>(fc.option(anyNumber), anyWeight),
    fc.record({ values: rowsOf(plainNumber, 5), weights: rowsOf(goodCount, 5) })
  ),
};

/** Any sample of any kind. */
export const anySample: fc.Arbitrary<Sample> = fc.oneof(...Object.values(sampleKinds));

/** Any two samples, of one kind as often as of two. */
export const anyPair: fc.Arbitrary<readonly [Sample, Sample]> = fc.oneof(
  fc.oneof(...Object.values(sampleKinds).map((kind) => fc.tuple(kind, kind))),
  fc.tuple(anySample, anySample)
);

/** Few rows or many: between lie sizes for which exact laws take long. */
function enough<T>(row: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.oneof(fc.array(row, { minLength: 6, maxLength: 12 }), fc.array(row, { minLength: 21, maxLength: 40 }));
}

/** Rows that every test for their kind can take: some of them, none missing. */
export const goodRows = {
  numbers: enough(plainNumber),
  codes: enough(fc.integer({ min: -3, max: 3 })),
  text: enough(anyText),
};
