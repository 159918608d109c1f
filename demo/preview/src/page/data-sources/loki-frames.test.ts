import { expect, test } from 'vitest';
import { linesFrame } from './loki-frames.ts';
import { decodeLokiReply } from './loki-reply.ts';

const streams = {
  status: 'success',
  data: {
    resultType: 'streams',
    result: [
      {
        stream: { pod: 'a' },
        values: [
          ['1780000000000000001', 'first'],
          ['1780000000000000003', '/v2/models/m/infer'],
        ],
      },
      { stream: { pod: 'b' }, values: [['1780000000000000002', 'second', { structuredMetadata: {} }]] },
    ],
  },
};

const options = { refId: 'A', executedQueryString: 'Expr: {}', limit: 10 };

function columns(derivedFields: Parameters<typeof linesFrame>[1]['derivedFields'], limit = 10) {
  const reply = decodeLokiReply(streams);
  const frame = linesFrame('lines' in reply ? reply.lines : [], { ...options, limit, derivedFields });
  return { frame, values: Object.fromEntries(frame.fields.map(({ name, values }) => [name, values])) };
}

test('lines of all streams are one frame, newest first, to the nanosecond', () => {
  const { frame, values } = columns([]);
  expect(values['Line']).toEqual(['/v2/models/m/infer', 'second', 'first']);
  expect(values['labels']).toEqual([{ pod: 'a' }, { pod: 'b' }, { pod: 'a' }]);
  expect(values['Time']).toEqual([1_780_000_000_000, 1_780_000_000_000, 1_780_000_000_000]);
  expect(values['tsNs']).toEqual(['1780000000000000003', '1780000000000000002', '1780000000000000001']);
  expect(new Set(values['id']).size).toBe(3);
  expect(frame.meta?.preferredVisualisationType).toBe('logs');
  expect(frame.meta?.notices).toBeUndefined();
});

test('as many lines as were asked for: there may be more', () => {
  expect(columns([], 3).frame.meta?.notices?.[0]?.text).toMatch(/newest 3 lines/);
});

test('derived fields hold what their pattern finds in a line or a label, and its link', () => {
  const { frame, values } = columns([
    {
      name: 'model',
      matcherRegex: '/v2/models/([^/]+)',
      url: '/d/x?var-model=${__value.raw}',
      urlDisplayLabel: 'Drift',
    },
    { name: 'pod', matcherType: 'label', matcherRegex: '^pod$' },
    { name: 'none', matcherRegex: 'absent(.)' },
  ]);
  expect(values['model']).toEqual(['m', null, null]);
  expect(values['pod']).toEqual(['a', 'b', 'a']);
  expect(values['none']).toBeUndefined();
  expect(frame.fields.find(({ name }) => name === 'model')?.config.links).toEqual([
    { title: 'Drift', url: '/d/x?var-model=${__value.raw}' },
  ]);
});

test('numbers are series, as Prometheus gives them', () => {
  const result = [{ metric: { status: '200' }, values: [[1_780_000_000, '1.5']] }];
  expect(decodeLokiReply({ status: 'success', data: { resultType: 'matrix', result, stats: {} } })).toEqual({
    series: [{ labels: { status: '200' }, times: [1_780_000_000_000], values: [1.5] }],
  });
});
