import { describe, expect, it } from 'vitest';
import { diagnose } from './diagnose.ts';
import { DIAGNOSIS_STATES } from './diagnosis.ts';
import { dialects, healthy, inferences, info, REFERENCE, schedule, series, states } from './evidence-fixtures.ts';
import type { Evidence } from './evidence.ts';
import { cases } from './state-fixtures.ts';

const scraped = { scraped: true };

const table = cases.flatMap((one) => one.on.map((dialect) => ({ ...one, dialect })));

describe('diagnose', () => {
  it.each(table)('$state on $dialect: $what', ({ state, dialect, change, sentence }) => {
    const found = diagnose(healthy(dialect, change(dialect)));
    expect(found.map((one) => one.state)).toEqual([state]);
    expect(found[0]?.sentence).toMatch(sentence);
    expect(found[0]?.next).toMatch(/^[A-Z].*\.$/);
    expect(found[0]?.model).toBe('m');
  });

  it('has a fixture of every state that is seen in replies', () => {
    const covered = new Set(cases.map(({ state }) => state));
    expect(DIAGNOSIS_STATES.filter((state) => !covered.has(state))).toEqual(['health listener']);
  });

  it.each(dialects)('finds nothing where nothing is wrong: %s', (dialect) => {
    expect(diagnose(healthy(dialect))).toEqual([]);
    const history = { ...scraped, observationsGrew: 50, frozen: false, requests: ['s1', 'gone'] };
    expect(diagnose(healthy(dialect, { metric: 'ks', history, wanted: [{ model: 'm', metric: 'ks' }] }))).toEqual([]);
  });

  it('concludes nothing from what could not be read', () => {
    const unread: Partial<Evidence> = { tags: undefined, schedules: [], schedulesIncomplete: true, metric: 'spd' };
    expect(states(healthy('python', unread))).toEqual([]);
    expect(states(healthy('python', { tags: undefined }))).toEqual([]);
  });

  it('rows that came since the tags were read count as inferences', () => {
    const old: Partial<Evidence> = { tags: [REFERENCE, inferences(100)], info: info(1700) };
    expect(states(healthy('python', old))).toEqual([]);
  });

  it.each([0, 1, NaN])('a frozen value of %s may be right: drift is strong, or the column constant', (value) => {
    const history = { scraped: true, frozen: true, observationsGrew: 400 };
    const published = [series('java', 's1', 'ks', { value })];
    expect(states(healthy('java', { metric: 'ks', history, published }))).toEqual([]);
  });

  it("Java's drift metrics compute every column: names in the list cannot be wrong", () => {
    expect(states(healthy('java', { schedules: [schedule('java', 's1', 'ks', { features: ['x-0'] })] }))).toEqual([]);
  });

  it('a limit of its own is kept to', () => {
    const many: Partial<Evidence> = { info: info(6100), observationsGauge: 6100, serviceBatchSize: 10_000 };
    expect(states(healthy('java', many))).toEqual([]);
  });
});
