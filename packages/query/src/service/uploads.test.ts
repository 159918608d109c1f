import { describe, expect, it } from 'vitest';
import type { Tag } from './model.ts';
import { joinPages, markReferences } from './uploads.ts';

function tag(name: string, n: number): Tag {
  return { name, rows: n, kind: 'reference' };
}

/** Payload sizes with the tags that were found, e.g. "5 3:T". */
function marked(sizes: number[], tags: Tag[], fromFirst = true) {
  const { uploads, unknown, guessed } = markReferences(
    sizes.map((size, time) => ({ id: String(time), time, rows: size })),
    tags,
    fromFirst
  );
  return {
    found: uploads.map((one) => (one.tag ? `${String(one.rows)}:${one.tag}` : String(one.rows))).join(' '),
    unknown,
    guessed,
  };
}

describe('payloads', () => {
  it('go on over the end of a page', () => {
    const page = (...payloads: Array<[string, number]>) => ({
      payloads: payloads.map(([id, rows]) => ({ id, time: 1, rows })),
      total: 0,
    });
    const joined = joinPages([page(['a', 3], ['b', 2]), page(), page(['b', 4], ['c', 1]), page(['d', 1])]);
    expect(joined.map(({ id, rows }) => `${id}${String(rows)}`)).toEqual(['a3', 'b6', 'c1', 'd1']);
  });

  it('the reference is the one with as many rows as its tag', () => {
    expect(marked([1000, 5, 5], [tag('T', 1000)])).toEqual({ found: '1000:T 5 5', unknown: [], guessed: [] });
    expect(marked([5, 1000, 5, 300], [tag('A', 300), tag('B', 1000)]).found).toBe('5 1000:B 5 300:A');
    expect(marked([5, 5], [{ name: '_trustyai_unlabeled', rows: 5, kind: 'inference' }]).found).toBe('5 5');
  });

  it('what is guessed or cannot be told is said', () => {
    expect(marked([5, 5, 5], [tag('T', 5)])).toEqual({ found: '5:T 5 5', unknown: [], guessed: ['T'] });
    expect(marked([500, 500, 5], [tag('T', 1000)])).toEqual({ found: '500:T 500:T 5', unknown: [], guessed: ['T'] });
    expect(marked([500, 500, 5], [tag('T', 1000)], false)).toEqual({ found: '500 500 5', unknown: ['T'], guessed: [] });
    expect(marked([5, 5], [tag('T', 7)])).toEqual({ found: '5 5', unknown: ['T'], guessed: [] });
    expect(marked([], [tag('T', 7)]).unknown).toEqual(['T']);
  });
});
