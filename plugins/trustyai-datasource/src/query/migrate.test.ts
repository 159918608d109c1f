import { migrate, QUERY_VERSION } from './migrate.ts';
import { type TrustyDataQuery } from './types.ts';

/** Every shape that was ever saved, with what it means today. */
const historic: Array<[string, Parameters<typeof migrate>[0], TrustyDataQuery]> = [
  [
    'hand-written, without a kind',
    { refId: 'A', model: 'credit' },
    { refId: 'A', queryType: 'scores', model: 'credit', metric: 'ks', version: 2 },
  ],
  [
    'hand-written, without a kind, with a metric',
    { refId: 'A', metric: 'compare-means' },
    { refId: 'A', queryType: 'scores', metric: 'compare-means', version: 2 },
  ],
  [
    'latest of every metric keeps asking for every metric',
    { refId: 'B', queryType: 'latest', model: 'credit' },
    { refId: 'B', queryType: 'latest', model: 'credit', version: 2 },
  ],
  [
    'an emptied picker',
    { refId: 'C', queryType: 'compute', model: 'credit', metric: 'ks', referenceTag: '', batchSize: '' },
    { refId: 'C', queryType: 'compute', model: 'credit', metric: 'ks', version: 2 },
  ],
  [
    'variables and numbers stay as they are',
    { refId: 'D', queryType: 'compute', model: '$model', metric: '$metric', features: ['$f'], batchSize: '$n' },
    {
      refId: 'D',
      queryType: 'compute',
      model: '$model',
      metric: '$metric',
      features: ['$f'],
      batchSize: '$n',
      version: 2,
    },
  ],
];

it.each(historic)('version 1: %s', (_, saved, today) => {
  expect(migrate(saved)).toEqual(today);
});

it('scores without a metric are of the first one, in every version', () => {
  expect(migrate({ refId: 'A', queryType: 'scores', version: QUERY_VERSION }).metric).toBe('ks');
});

it('a list of features written as one text becomes a list', () => {
  const saved = JSON.parse('{"refId":"A","queryType":"latest","features":"$feature"}');
  expect(migrate(saved).features).toEqual(['$feature']);
});

it('today’s queries and those of a newer version are left alone', () => {
  const today: TrustyDataQuery = { refId: 'A', queryType: 'tags', model: '', version: QUERY_VERSION };
  expect(migrate(today)).toEqual(today);
  const newer: TrustyDataQuery = { ...today, version: QUERY_VERSION + 1 };
  expect(migrate(newer)).toEqual(newer);
  for (const [, saved] of historic) {
    expect(migrate(migrate(saved))).toEqual(migrate(saved));
  }
});
