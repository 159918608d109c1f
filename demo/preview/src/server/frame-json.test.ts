import { dataFrameFromJSON, type DataFrameJSON } from '@grafana/data';
import type { Frame } from '@soundcheck/query';
import { expect, test } from 'vitest';
import { toFrameJson } from './frame-json.ts';

const frame: Frame = {
  name: 'ks',
  fields: [
    { name: 'time', type: 'time', values: [1000, 2000, 3000, 4000, 5000] },
    {
      name: 'value',
      type: 'number',
      labels: { feature: 'tempo' },
      config: { unit: 'none' },
      values: new Float64Array([0.5, NaN, Infinity, -Infinity, -0.25]),
    },
    { name: 'n', type: 'number', values: [1, null, 3, null, NaN] },
    { name: 'state', type: 'string', values: ['a', 'b', null, 'd', ''] },
  ],
  meta: { custom: { soundcheck: { contract: 1, role: 'scores' } } },
};

/** Through the text of a reply, decoded by the package that decodes Grafana's replies. */
function received() {
  const json: DataFrameJSON = JSON.parse(JSON.stringify(toFrameJson(frame, 'A')));
  return dataFrameFromJSON(json);
}

test('numbers without a JSON form arrive as they were, missing values stay missing', () => {
  const { fields } = received();
  expect(fields[1]?.values).toEqual([0.5, NaN, Infinity, -Infinity, -0.25]);
  expect(fields[2]?.values).toEqual([1, null, 3, null, NaN]);
  expect(fields[3]?.values).toEqual(['a', 'b', null, 'd', '']);
});

test('refId, types, labels, config and our mark arrive', () => {
  const { refId, fields, meta } = received();
  expect(refId).toBe('A');
  expect(fields.map(({ type }) => type)).toEqual(['time', 'number', 'number', 'string']);
  expect(fields[1]).toMatchObject({ labels: { feature: 'tempo' }, config: { unit: 'none' } });
  expect(meta?.custom?.['soundcheck']).toEqual({ contract: 1, role: 'scores' });
});
