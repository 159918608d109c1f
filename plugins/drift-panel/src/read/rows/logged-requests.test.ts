import { DataFrameType, FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { read } from '../testing/frames.ts';

const body = (tempo: number) =>
  `POST /v2/models/jukebox/infer {"inputs":[{"name":"tempo","shape":[1,1],"datatype":"FP32","data":[${tempo}]}]}`;

/** As Grafana's Loki data source gives lines: newest first. */
function logs(lines: string[], meta: DataFrame['meta']): DataFrame {
  return toDataFrame({
    refId: 'A',
    meta,
    fields: [
      { name: 'labels', type: FieldType.other, values: lines.map(() => ({ pod: 'jukebox-ui' })) },
      { name: 'Time', type: FieldType.time, values: lines.map((_, i) => 1000 * (lines.length - i)) },
      { name: 'Line', type: FieldType.string, values: lines },
      { name: 'tsNs', type: FieldType.string, values: lines.map(String) },
    ],
  });
}

const half = { reference: { from: 'share', share: 0.5 } } as const;

it.each<[string, DataFrame['meta']]>([
  ['Loki', { preferredVisualisationType: 'logs' }],
  ['a data source of log lines', { type: DataFrameType.LogLines }],
])('log lines of %s with request bodies are rows, a column a feature', (_, meta) => {
  const data = read([logs([body(0.4), body(0.3), 'Completed 200 (38ms)', body(0.2), body(0.1)], meta)], half);
  const values = data.tables.map(({ side, columns }) => [
    side,
    ...columns.map((column) => [
      column.feature,
      column.kind === 'numeric' ? [...column.values].sort() : column.categories,
    ]),
  ]);
  expect(values).toEqual([
    ['reference', ['tempo', [0.1, 0.2]]],
    ['current', ['tempo', [0.3, 0.4]]],
  ]);
  expect(data.problems.map(({ what }) => what)).toEqual([
    'Query A: 1 of 5 log lines hold no request body that can be read',
  ]);
});

it('masked bodies are no rows, and it says so', () => {
  const data = read([logs([body(0.1).replace('[0.1]', '[masked]')], { preferredVisualisationType: 'logs' })], half);
  expect(data.tables).toEqual([]);
  expect(data.problems).toMatchObject([{ what: 'Query A: 1 of 1 log lines hold no request body that can be read' }]);
});
