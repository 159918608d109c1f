import { toDataFrame } from '@grafana/data';
import { read, table, type Differing } from './testing/frames.ts';

const rows = table({ time: [0, 10], tempo: [1, 2], mode: ['a', 'b'] }, { refId: 'B' });

it.each<[string, Parameters<typeof read>[0], Differing, RegExp]>([
  ['rows without a reference', [rows], {}, /No query is the reference: none is named "reference" \(queries here: B\)/],
  ['a reference alone', [table({ tempo: [1, 2] }, { refId: 'reference' })], {}, /none are current/],
  [
    'a reference query without rows',
    [rows, table({ tempo: [] }, { refId: 'R' })],
    { reference: { query: 'R' } },
    /The query R, which is the reference, holds no rows/,
  ],
  ['a share of nothing', [rows], { reference: { from: 'share', share: 0 } }, /first 0 % of the time holds no rows/],
  [
    'a range without rows',
    [rows],
    { reference: { from: 'range', start: '2020-01-01', end: '2020-01-02' } },
    /No row lies in the range of the reference, 2020-01-01 to 2020-01-02/,
  ],
  [
    'a mark that no row has',
    [rows],
    { reference: { from: 'marked', column: 'mode', value: '7' } },
    /none has mode = 7/,
  ],
  [
    'a performance that is not there',
    [rows, table({ tempo: [1] }, { refId: 'reference' })],
    { performance: 'auc' },
    /No series of the model's performance is called "auc"/,
  ],
  [
    'no column of a feature',
    [table({ time: [1, 2] }, { refId: 'A' })],
    {},
    /Query A holds no column of numbers or text/,
  ],
  [
    'rows without a feature',
    [table({ feature: ['a', null, 'a'], side: ['reference', null, 'current'], value: [1, 2, 3] })],
    {},
    /A frame has 1 rows without a name in column feature/,
  ],
])('says so: %s', (_, frames, options, what) => {
  const { problems } = read(frames, options);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.what).toMatch(what);
  expect(problems[0]?.remedy).toMatch(/\.$/);
});

it.each<[string, Differing['reference'], RegExp]>([
  ['start', { from: 'range', start: 'yesterday', end: 'now' }, /no readable start: "yesterday"/],
  ['both', { from: 'range' }, /no readable start and end/],
  ['order', { from: 'range', start: 'now', end: 'now-1d' }, /ends before it begins/],
  ['column', { from: 'marked', column: 'split' }, /No column or label "split" marks/],
  ['no column', { from: 'marked', column: '' }, /No column is chosen/],
])('says what is wrong about the reference: %s', (_, reference, what) => {
  const { problems } = read([rows], { reference });
  expect(problems).toHaveLength(1);
  expect(problems[0]?.what).toMatch(what);
});

it('is silent about nothing at all', () => {
  expect(read([toDataFrame({ fields: [] })])).toMatchObject({
    scores: [],
    tables: [],
    counts: [],
    understood: '',
    problems: [],
  });
});
