import { queryFromJson, queryToJson, wantedFromJson } from './decode-json.ts';
import { type TrustyDataQuery } from './types.ts';

const base: TrustyDataQuery = {
  refId: 'A',
  datasource: { type: 'soundcheck-trustyai-datasource', uid: 'trusty' },
  hide: true,
  queryType: 'compute',
  model: 'credit',
  metric: 'ks',
  batchSize: '$rows',
  fairness: { protectedAttribute: 'sex', privileged: 1, unprivileged: 0, outcome: 'accepted', favorable: 1 },
  wanted: [{ model: '$model', metric: 'ks', batchSize: 500 }],
  filters: [{ key: 'feature', operator: '=|', values: ['age', 'income'] }],
  persistence: { need: 2, of: 3 },
  version: 2,
};

it('shows what is ours and gives the same query back', () => {
  const shown = queryToJson(base);
  expect(shown).not.toContain('refId');
  expect(queryFromJson(shown, base)).toEqual({ value: base });
});

it.each([
  ['{', /^This is no JSON: .+\.$/],
  ['[]', /^The query: should be an object\.$/],
  ['{}', /lacks “queryType”/],
  ['{"queryType":"score"}', /“queryType” should be one of scores, latest/],
  ['{"queryType":"latest","modle":"credit"}', /“modle” is no field: known are .*model/],
  ['{"queryType":"latest","metric":"psi"}', /“metric” should be one of compare-means, ks/],
  ['{"queryType":"latest","batchSize":"many"}', /“batchSize” should be a number or a variable/],
  ['{"queryType":"latest","features":"age"}', /“features” should be a list/],
  ['{"queryType":"latest","features":[1]}', /“features” has an entry that should be a text/],
  ['{"queryType":"latest","table":1}', /“table” should be true or false/],
  ['{"queryType":"events","persistence":{"need":1}}', /“persistence” lacks “of”/],
  ['{"queryType":"latest","__proto__":{"a":1}}', /“__proto__” is no field/],
])('says what is wrong with %s', (json, sentence) => {
  expect(queryFromJson(json, base)).toEqual({ problem: expect.stringMatching(sentence) });
});

it('reads the list of wanted schedules, and an empty text as none', () => {
  expect(wantedFromJson(' ')).toEqual({ value: undefined });
  expect(wantedFromJson('[{"model":"credit","metric":"ks"}]')).toEqual({ value: [{ model: 'credit', metric: 'ks' }] });
  expect(wantedFromJson('[{"model":"credit"}]')).toEqual({
    problem: expect.stringMatching(/^The list: has an entry that lacks “metric”\.$/),
  });
});
