import { describe, expect, it } from 'vitest';
import type { Tag } from './model.ts';
import { markReferences, uploadsOf } from './uploads.ts';

function rows(payload: string, n: number): string[] {
  return Array.from({ length: n }, (_, i) => `${payload}_${String(i)}`);
}

function tag(name: string, n: number): Tag {
  return { name, rows: n, kind: 'reference' };
}

/** Payload sizes with the tags that were found, e.g. "5 3:T". */
function marked(sizes: number[], tags: Tag[], fromFirst = true) {
  const { uploads, unknown, guessed } = markReferences(
    sizes.map((size, time) => ({ time, rows: size })),
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
  it('are rows in a row whose ids begin alike', () => {
    const ids = [...rows('a_b', 3), ...rows('c', 2), ...rows('a_b', 1), 'bare'];
    expect(uploadsOf({ ids, times: ids.map((_, i) => i) })).toEqual([
      { time: 0, rows: 3 },
      { time: 3, rows: 2 },
      { time: 5, rows: 1 },
      { time: 6, rows: 1 },
    ]);
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
