import { describeQuery, isComplete } from './describe.ts';
import { isQueryType, kinds } from './kinds.ts';
import { type TrustyDataQuery } from './types.ts';

const query = (rest: Omit<TrustyDataQuery, 'refId'>): TrustyDataQuery => ({ refId: 'A', ...rest });

it.each<[TrustyDataQuery, string]>([
  [
    query({ queryType: 'scores', metric: 'ks', model: 'credit' }),
    'Scores over time: Kolmogorov-Smirnov of credit, all features',
  ],
  [
    query({ queryType: 'latest', output: 'verdict', role: 'input', limit: 0 }),
    'Latest: every metric of all models, all inputs, verdict, limit 0',
  ],
  [
    query({
      queryType: 'compute',
      metric: '$m',
      model: 'credit',
      features: ['age'],
      referenceTag: 'T',
      batchSize: 500,
    }),
    'Compute now: $m of credit, age, against T, last 500 rows',
  ],
  [
    query({ queryType: 'distribution', model: 'credit', side: 'reference' }),
    'Distribution: credit, all features, reference',
  ],
  [query({ queryType: 'rows', model: 'credit', role: 'output' }), 'Rows: credit, all outputs'],
  [query({ queryType: 'models', model: 'left over' }), 'Models'],
  [query({ queryType: 'columns', model: 'credit' }), 'Columns: credit'],
  [query({ queryType: 'tags', model: 'credit' }), 'Tags: credit'],
  [
    query({ queryType: 'schedules', wanted: [{ model: 'credit', metric: 'ks' }] }),
    'Schedules: every metric of all models, 1 wanted',
  ],
  [query({ queryType: 'observations', model: 'credit' }), 'Request volume: credit'],
  [
    query({ queryType: 'events', model: 'credit', events: ['drift', 'references'], metric: 'mmd' }),
    'Events: Maximum mean discrepancy of credit, all features, drift, references',
  ],
])('%j in one line', (saved, line) => {
  expect(describeQuery(saved)).toBe(line);
});

it('every kind has a line, and one that we do not know says so', () => {
  for (const queryType of Object.keys(kinds).filter(isQueryType)) {
    expect(describeQuery(query({ queryType, model: 'credit' }))).toMatch(new RegExp(`^${kinds[queryType].label()}`));
  }
  const newer = JSON.parse('{"refId":"A","queryType":"forecast"}');
  expect(describeQuery(newer)).toBe('Unknown kind forecast');
  expect(isComplete(newer)).toBe(true);
});

it.each<[TrustyDataQuery, boolean]>([
  [query({ queryType: 'scores', metric: 'ks' }), true],
  [query({ queryType: 'compute', metric: 'ks' }), false],
  [query({ queryType: 'compute', metric: 'ks', model: 'credit' }), true],
  [query({ queryType: 'rows' }), false],
  [query({ queryType: 'latest' }), true],
  [query({ queryType: 'events' }), true],
  [query({ queryType: 'events', events: ['drift'] }), false],
])('%j is complete: %s', (saved, complete) => {
  expect(isComplete(saved)).toBe(complete);
});
