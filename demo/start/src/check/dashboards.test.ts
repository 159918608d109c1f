import { describe, expect, it } from 'vitest';
import { readDashboards } from './dashboards.ts';
import { verdict } from './run-check.ts';

describe('readDashboards', () => {
  it('finds every query of the shipped dashboards, each with a data source', () => {
    const dashboards = readDashboards();
    expect(dashboards.map(({ title }) => title)).toContain('Model drift');
    const queries = dashboards.flatMap((dashboard) => dashboard.queries);
    expect(queries.length).toBeGreaterThanOrEqual(9);
    expect(queries.filter(({ uid, type }) => uid === '' || type === '')).toEqual([]);
  });
});

describe('verdict', () => {
  const ok = { what: 'a', state: 'ok', detail: '' } as const;
  const absent = { what: 'b', state: 'absent', detail: '' } as const;
  const failed = { what: 'c', state: 'failed', detail: '' } as const;

  it('is good only where nothing failed and nothing is absent, unless that is allowed', () => {
    expect(verdict([ok, ok], false)).toBe(0);
    expect(verdict([ok, absent], false)).toBe(1);
    expect(verdict([ok, absent], true)).toBe(0);
    expect(verdict([ok, failed], true)).toBe(1);
  });
});
