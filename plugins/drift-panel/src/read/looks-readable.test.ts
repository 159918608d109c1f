import { toDataFrame } from '@grafana/data';
import { defaultOptions } from '../options/options.ts';
import { looksReadable } from './shape-of.ts';
import { hours, series, table } from './testing/frames.ts';

it.each([
  ['scores', series({ __name__: 'trustyai_kstest', modelId: 'j', subcategory: 'tempo', request: 'r' }, [1]), true],
  ['counts', table({ feature: ['a'], x_min: [0], x_max: [1], count: [5] }), true],
  ['buckets', series({ __name__: 'tempo_bucket', le: '1' }, [1]), true],
  ['rows of numbers', table({ tempo: [1] }), true],
  ['rows of text', table({ mode: ['major'] }), true],
  ['times alone', toDataFrame({ fields: [hours(3)] }), false],
  ['no rows', table({ tempo: [] }), false],
  ['no fields', toDataFrame({ fields: [] }), false],
])('is %s', (_, frame, readable) => {
  expect(looksReadable([frame], defaultOptions.fields)).toBe(readable);
});
