import { describe, expect, it } from 'vitest';
import { passesFilters } from './label-filters.ts';
import type { LabelFilter } from './operations.ts';

const labels = { feature: 'age', model: 'credit' };

describe('ad hoc filters', () => {
  it.each<[LabelFilter, boolean]>([
    [{ key: 'feature', operator: '=', values: ['age'] }, true],
    [{ key: 'feature', operator: '=', values: ['ag'] }, false],
    [{ key: 'feature', operator: '!=', values: ['age'] }, false],
    [{ key: 'feature', operator: '=|', values: ['income', 'age'] }, true],
    [{ key: 'feature', operator: '!=|', values: ['income', 'age'] }, false],
    [{ key: 'feature', operator: '!=|', values: ['income'] }, true],
    [{ key: 'absent', operator: '=', values: ['x'] }, false],
    [{ key: 'absent', operator: '=', values: [''] }, true],
    [{ key: 'absent', operator: '!=', values: ['x'] }, true],
    [{ key: 'constructor', operator: '=', values: [''] }, true],
    [{ key: 'feature', operator: '=', values: [] }, true],
  ])('%j: %s', (filter, passes) => {
    expect(passesFilters([filter], labels)).toBe(passes);
  });

  it('all have to let pass; none lets all pass', () => {
    const age: LabelFilter = { key: 'feature', operator: '=', values: ['age'] };
    expect(passesFilters([age, { key: 'model', operator: '!=', values: ['credit'] }], labels)).toBe(false);
    expect(passesFilters(undefined, labels)).toBe(true);
  });

  it('regular expressions are refused in words', () => {
    expect(() => passesFilters([{ key: 'feature', operator: '=~', values: ['a.*'] }], labels)).toThrow(
      /feature =~ "a\.\*" is a regular expression.*Use "="/
    );
  });
});
