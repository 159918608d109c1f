import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import { expectClose } from '../testing/close.ts';
import { seededSample, shifted } from '../testing/seeded-sample.ts';
import { rowsOfChunk } from './chunk.ts';
import { chunksByCount } from './chunks-by-rows.ts';
import { compareOverChunks } from './compare-over-chunks.ts';

const reference = seededSample('bell', 400, 1);
const chunks = [2, 3, 4, 5].map((seed) => shifted(seededSample('bell', 100, seed), seed / 10));

describe('each chunk with a fixed reference', () => {
  test.each(['ks', 'psi', 'wasserstein', 'welch-t'] as const)('%s is what compare says', (name) => {
    // Sums over sorted rows round otherwise than over rows as they came.
    compareOverChunks(name, reference, chunks).forEach((result, i) => {
      const alone = compare(name, reference, chunks[i] ?? []);
      expectClose('value' in result ? result.value : NaN, 'value' in alone ? alone.value : 0, 1e-12);
      expect(result).toEqual(compare(name, sortedSample(reference), chunks[i] ?? []));
    });
  });
  test('of categories, weights and counts', () => {
    const samples = [
      ['a', 'b', null],
      { values: [1, 2], weights: [3, 1] },
      { edges: [0, 1, 2], counts: [1, 2] },
      { categories: ['a'], counts: [4] },
    ];
    for (const sample of samples) {
      expect(compareOverChunks('total-variation', sample, [sample])).toEqual([
        compare('total-variation', sample, sample),
      ]);
      expect(compareOverChunks('total-variation', sample, [sample])[0]).toMatchObject({ value: 0 });
    }
  });
  test('what is wrong with one chunk is said in its place', () => {
    const results = compareOverChunks('ks', reference, [chunks[0] ?? [], [], [NaN], ['x']]);
    expect(results).toMatchObject([
      { nCurrent: 100 },
      { error: 'no data' },
      { error: 'no data' },
      { error: 'not numeric' },
    ]);
    expect(compareOverChunks('ks', [], chunks)).toMatchObject(chunks.map(() => ({ error: 'no data' })));
    expect(compareOverChunks('ks', [1, 2], [])).toEqual([]);
  });
  test('options are passed on', () => {
    const [result] = compareOverChunks('ks', reference, chunks, { method: 'limit' });
    expect(result).toEqual(compare('ks', reference, chunks[0] ?? [], { method: 'limit' }));
  });
});

describe('each chunk with the one before it', () => {
  test('the first has none; the others are what compare says', () => {
    const [first, ...others] = compareOverChunks('ks', 'previous', chunks);
    expect(first).toMatchObject({ error: 'no data', message: expect.stringContaining('no chunk before it') });
    expect(others).toEqual(chunks.slice(1).map((chunk, i) => compare('ks', chunks[i] ?? [], chunk)));
  });
  test('an empty chunk is an error for itself and for the next', () => {
    const results = compareOverChunks('ks', 'previous', [[1, 2], [], [1, 3], [2]]);
    expect(results.map((result) => 'error' in result)).toEqual([true, true, true, false]);
  });
});

test('from rows to a series: cut, take, compare', () => {
  const column = [...reference];
  const cut = chunksByCount(column.length, 4);
  const series = Array.isArray(cut)
    ? compareOverChunks(
        'ks',
        reference,
        cut.map((c) => rowsOfChunk(column, c))
      )
    : [];
  expect(series).toMatchObject(Array.from({ length: 4 }, () => ({ nReference: 400, nCurrent: 100 })));
});
