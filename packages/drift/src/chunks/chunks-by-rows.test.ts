import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countChunks, sizeChunks } from '../testing/nannyml-tables.ts';
import type { DriftError } from '../types.ts';
import { rowsOfChunk } from './chunk.ts';
import type { Chunk } from './chunk.ts';
import { chunksByCount, chunksBySize } from './chunks-by-rows.ts';

const listed = (chunks: Chunk[] | DriftError) =>
  Array.isArray(chunks) ? chunks.map(({ start, end }) => `${start}-${end}`).join(' ') : chunks.message;

describe('by size: the chunks of NannyML 0.13.1', () => {
  test.each(sizeChunks)('%i rows in chunks of %i, %s', (n, size, remainder, expected) => {
    expect(listed(chunksBySize(n, size, { remainder }))).toBe(expected);
  });
  test('where NannyML raises, the rows that are left are one chunk', () => {
    expect(listed(chunksBySize(4, 5, { remainder: 'append' }))).toBe('0-4');
    expect(chunksBySize(0, 5, { remainder: 'append' })).toEqual([]);
  });
});

describe('by count', () => {
  test.each(countChunks)('%i rows in %i chunks, NannyML 0.13.1 makes %i', (n, count, theirs, expected) => {
    const ours = chunksByCount(n, count);
    expect(Array.isArray(ours) && ours.length).toBe(count);
    // The same where the chunks come out even. Else NannyML's rows // chunks leaves more rows than one chunk holds.
    expect(n % count === 0).toBe(theirs === count);
    expect(listed(ours) === expected).toBe(theirs === count);
  });
  test('every row is in one chunk, and sizes differ by at most one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 60 }), (n, count) => {
        const chunks = chunksByCount(n, count);
        const column = Array.from({ length: n }, (_, i) => i);
        expect(Array.isArray(chunks) && chunks.flatMap((chunk) => rowsOfChunk(column, chunk))).toEqual(column);
        const sizes = Array.isArray(chunks) ? chunks.map((chunk) => chunk.n) : [];
        expect(sizes).toHaveLength(count);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      })
    );
  });
});

describe('says what is wrong', () => {
  test.each([
    [-1, 3],
    [2.5, 3],
    [NaN, 3],
    [10, 0],
    [10, 1.5],
    [10, NaN],
    [1e9, 1e8],
  ])('with %d rows and %d', (n, count) => {
    expect(chunksByCount(n, count)).toMatchObject({ error: 'not defined' });
    expect(chunksBySize(n, n === 1e9 ? 1 : count)).toMatchObject({ error: 'not defined' });
  });
});
