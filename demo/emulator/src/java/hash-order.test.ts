import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { hashOrder, hashOrdered } from './hash-order.ts';

describe('the order of a Java HashMap', () => {
  // The hash of one letter is its code: a 97, b 98, p 112. Modulo 16 that is 1, 2, 0, modulo 32 it is 1, 2, 16.
  it('goes by hash modulo 16', () => expect(hashOrder(['a', 'b', 'p'])).toEqual(['p', 'a', 'b']));

  it('goes by hash modulo 32 from the thirteenth key on', () => {
    const twelve = [...'abcdefghijkp'];
    expect(hashOrder(twelve)[0]).toBe('p');
    expect(hashOrder([...twelve, 'l'])).toEqual([...'abcdefghijklp']);
  });

  it('keeps the order of keys with the same hash', () => {
    // "Aa" and "BB" are the textbook collision: 65 · 31 + 97 = 66 · 31 + 66.
    expect(hashOrder(['Aa', 'BB'])).toEqual(['Aa', 'BB']);
    expect(hashOrder(['BB', 'Aa'])).toEqual(['BB', 'Aa']);
  });

  it('loses and adds nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string().filter((key) => key !== '__proto__')), (keys) => {
        expect(hashOrder(keys).sort()).toEqual([...keys].sort());
        expect(hashOrdered(keys.map((key) => [key, key.length]))).toEqual(
          Object.fromEntries(keys.map((key) => [key, key.length]))
        );
      })
    );
  });
});
