import { FieldType, getPanelDataSummary, toDataFrame, type DataFrame } from '@grafana/data';
import { suggest } from './suggestions.ts';

function rows(refId: string): DataFrame {
  return toDataFrame({ refId, fields: [{ name: 'tempo', type: FieldType.number, values: [1, 2, 3] }] });
}

const names = (...frames: DataFrame[]) => suggest(getPanelDataSummary(frames))?.map(({ name }) => name);

it('offers itself for rows with a reference, and views of them', () => {
  expect(names(rows('reference'), rows('B'))).toEqual(['Drift overview', 'Drift heatmap', 'Reference and current']);
});

it('offers the start of a single query as its reference', () => {
  const own = suggest(getPanelDataSummary([rows('A')]))?.find(({ name }) => name === 'Drift against its own start');
  expect(own?.options?.reference?.from).toBe('share');
});

it.each([
  ['nothing', []],
  ['frames without rows', [toDataFrame({ fields: [{ name: 'tempo', type: FieldType.number, values: [] }] })]],
  ['times alone', [toDataFrame({ fields: [{ name: 'time', type: FieldType.time, values: [1] }] })]],
])('offers nothing for %s', (_, frames) => {
  expect(names(...frames)).toBeUndefined();
});
