import { createDataFrame, DataFrameType, FieldType, type DataFrame } from '@grafana/data';
import { dressCompanions } from './companions.ts';

const frame = (limit: number, type = DataFrameType.TimeSeriesMulti): DataFrame =>
  createDataFrame({
    meta: { type },
    fields: [
      { name: 'time', type: FieldType.time, values: [1] },
      { name: 'value', type: FieldType.number, values: [0.4] },
      { name: 'limit', type: FieldType.number, values: [limit] },
      { name: 'n_reference', type: FieldType.number, values: [1000] },
    ],
  });

const drawn = (frames: DataFrame[]) =>
  frames.map(({ fields }) => fields.filter(({ config }) => !config.custom?.hideFrom?.viz).map(({ name }) => name));

it('a limit that many share is drawn once, sizes never', () => {
  expect(drawn(dressCompanions([frame(0.07), frame(0.07), frame(0.2)]))).toEqual([
    ['time', 'value', 'limit'],
    ['time', 'value'],
    ['time', 'value', 'limit'],
  ]);
});

it('what is there stays there for those who read it by name', () => {
  const [dressed] = dressCompanions([frame(0.07)]);
  expect(dressed?.fields.map(({ values }) => values[0])).toEqual([1, 0.4, 0.07, 1000]);
});

it('tables keep their columns', () => {
  expect(drawn(dressCompanions([frame(0.07, DataFrameType.NumericLong)]))).toEqual([
    ['time', 'value', 'limit', 'n_reference'],
  ]);
});
