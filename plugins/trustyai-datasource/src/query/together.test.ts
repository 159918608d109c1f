import { createDataFrame, LoadingState } from '@grafana/data';
import { together } from './together.ts';

const frame = (refId: string) => createDataFrame({ refId, fields: [] });
const failed = (refId: string) => ({ data: [], errors: [{ refId, message: `${refId} failed` }] });

it('frames of the others stand beside the errors', () => {
  const response = together([{ data: [frame('A')] }, failed('B')], new Set());
  expect(response.data.map(({ refId }) => refId)).toEqual(['A']);
  expect(response).toMatchObject({ errors: [{ refId: 'B' }], state: LoadingState.Error });
});

it('what failed of a query in parts is a notice on the rest', () => {
  const response = together([{ data: [frame('A'), frame('A')] }, failed('A')], new Set(['A']));
  expect(response.errors).toBeUndefined();
  expect(response.state).toBe(LoadingState.Done);
  expect(response.data.map(({ meta }) => meta?.notices)).toEqual([
    [{ severity: 'warning', text: 'A failed' }],
    undefined,
  ]);
});

it('where no part is there, it failed', () => {
  expect(together([failed('A')], new Set(['A'])).errors).toEqual([{ refId: 'A', message: 'A failed' }]);
});
