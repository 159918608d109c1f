import { expect, test } from 'vitest';
import { decodeReply } from './prometheus-reply.ts';
import { toFrames, type FrameOptions } from './prometheus-frames.ts';

// As Prometheus' documentation ("HTTP API", range vectors and instant vectors) writes replies.
const matrix = {
  status: 'success',
  data: {
    resultType: 'matrix',
    result: [
      {
        metric: { __name__: 'up', job: 'a' },
        values: [
          [1435781430.781, '1'],
          [1435781445.781, 'NaN'],
        ],
      },
      {
        metric: { __name__: 'up', job: 'b' },
        values: [
          [1435781430.781, '+Inf'],
          [1435781445.781, '-Inf'],
        ],
      },
    ],
  },
};
const vector = {
  status: 'success',
  data: { resultType: 'vector', result: [{ metric: { job: 'a' }, value: [1435781451.781, '2.5'] }] },
};
const options: FrameOptions = {
  refId: 'A',
  legendFormat: '',
  format: 'time_series',
  valueName: 'Value',
  instant: false,
  executedQueryString: 'up',
  warnings: [],
  interval: 15_000,
};

test('a range query gives one frame a series, with labels, NaN and infinities', () => {
  const frames = toFrames(decodeReply(matrix).series, options);
  expect(frames.map(({ fields }) => fields[1]?.values)).toEqual([
    [1, NaN],
    [Infinity, -Infinity],
  ]);
  expect(frames[0]?.fields[0]?.values).toEqual([1435781430781, 1435781445781]);
  expect(frames[1]?.fields[1]).toMatchObject({ name: 'Value', labels: { __name__: 'up', job: 'b' } });
  expect(frames[0]?.meta?.type).toBe('timeseries-multi');
});

test.each([
  ['', 'up{job="a"}'],
  ['__auto', 'up{job="a"}'],
  ['{{job}} of {{ none }}', 'a of '],
])('legend format %j names a series %j', (legendFormat, name) => {
  const [frame] = toFrames(decodeReply(matrix).series, { ...options, legendFormat });
  expect(frame?.fields[1]?.config.displayNameFromDS).toBe(name);
});

test('format table gives one frame: time, a column a label, value', () => {
  const [frame, ...others] = toFrames(decodeReply(matrix).series, { ...options, format: 'table' });
  expect(others).toEqual([]);
  expect(frame?.fields.map(({ name }) => name)).toEqual(['Time', '__name__', 'job', 'Value']);
  expect(frame?.fields[2]?.values).toEqual(['a', 'a', 'b', 'b']);
});

test("an instant query's frame is numeric", () => {
  const [frame] = toFrames(decodeReply(vector).series, { ...options, instant: true });
  expect(frame?.meta?.type).toBe('numeric-multi');
  expect(frame?.fields[1]?.values).toEqual([2.5]);
});

test('a reply of another shape is refused in words', () => {
  expect(() => decodeReply({ status: 'success', data: [] })).toThrow(/unknown shape/);
});
