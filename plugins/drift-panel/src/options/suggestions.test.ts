import { FieldType, getPanelDataSummary, toDataFrame, type DataFrame } from '@grafana/data';
import { suggest } from './suggestions.ts';

function rows(refId: string): DataFrame {
  return toDataFrame({ refId, fields: [{ name: 'tempo', type: FieldType.number, values: [1, 2, 3] }] });
}

const names = (...frames: DataFrame[]) => suggest(getPanelDataSummary(frames))?.map(({ name }) => name);

it('offers itself for rows with a reference, and views of them', () => {
  expect(names(rows('reference'), rows('B'))).toEqual(['Drift overview', 'Drift heatmap', 'Reference and current']);
});

it('offers the start of a single query as its reference, and the first of several, but not first of all', () => {
  const own = suggest(getPanelDataSummary([rows('A')])) ?? [];
  expect(own.map(({ options, score }) => [options?.reference?.from, score])).toEqual([['share', 50]]);
  const first = suggest(getPanelDataSummary([rows('A'), rows('B')])) ?? [];
  expect(first.map(({ options, score }) => [options?.reference?.query, score])).toEqual([['A', 50]]);
});

it.each([
  ['nothing', []],
  ['frames without rows', [toDataFrame({ fields: [{ name: 'tempo', type: FieldType.number, values: [] }] })]],
  ['times alone', [toDataFrame({ fields: [{ name: 'time', type: FieldType.time, values: [1] }] })]],
])('offers nothing for %s', (_, frames) => {
  expect(names(...frames)).toBeUndefined();
});
