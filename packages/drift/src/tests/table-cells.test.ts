import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';

describe.each(['chi-square', 'g-test', 'cramers-v'] as const)('%s of whole numbers', (name) => {
  const reference = [1, 1, 1, 2, 2, 3];
  const current = [1, 2, 2, 7, 7, 3];
  const text = (rows: number[]) => rows.map(String);
  test('is that of categories: a value that only one side has is a column', () => {
    const numbers = compare(name, reference, current);
    expect(numbers).toEqual(compare(name, text(reference), text(current)));
    expect(numbers).toMatchObject({ newCategories: ['7'] });
  });
  test('is that of bins where bins are asked for, or values are many', () => {
    expect(compare(name, reference, current, { bins: 2 })).toHaveProperty('edges');
    const many = Array.from({ length: 60 }, (_, i) => i);
    expect(compare(name, many, many)).toHaveProperty('edges');
  });
});
