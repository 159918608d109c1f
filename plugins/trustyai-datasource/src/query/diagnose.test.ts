import { type PrometheusSeries, type Resources } from '@soundcheck/query';
import { diagnoseScores } from './diagnose.ts';
import { type ReadResource } from './resources.ts';

const series = (model: string, ...values: number[]): PrometheusSeries => ({
  labels: { model },
  times: values.map((_, i) => i),
  values,
});

/** A service that remembers what it was asked. */
function service() {
  const asked: Array<Record<string, string> | undefined> = [];
  const answer: Resources['diagnosis'] = { diagnoses: [] };
  const read: ReadResource = (path, params) => {
    asked.push(params);
    return Promise.resolve(Object.assign(Object.create(null), { [path]: true }, answer));
  };
  return { asked, read };
}

const grown = () => Promise.resolve([series('dead', 100, 160), series('idle', 7, 7)]);

it.each<[string, string[], PrometheusSeries[], Array<Record<string, string>>]>([
  ['moving values are not asked about', ['a'], [series('a', 1, 2, 3)], []],
  ['a model without a series', ['a', 'b'], [series('a', 1, 2, 3)], [{ model: 'b', metric: 'ks', scraped: 'false' }]],
  ['nothing of any model', [], [], [{ metric: 'ks', scraped: 'false' }]],
  [
    'values that stand still while rows came; not where nothing came',
    [],
    [series('dead', 1, 1, 1), series('idle', 2, 2, 2)],
    [{ model: 'dead', metric: 'ks', scraped: 'true', frozen: 'true', observationsGrew: '60' }],
  ],
])('%s', async (_, models, shown, questions) => {
  const { asked, read } = service();
  await diagnoseScores({ metric: 'ks', models, series: shown, readObservations: grown }, read);
  expect(asked).toEqual(questions);
});

it('a service that cannot say leaves the scores as they are', async () => {
  const read: ReadResource = () => Promise.reject(new Error('down'));
  const shown = { metric: 'ks' as const, models: ['a'], series: [], readObservations: grown };
  expect(await diagnoseScores(shown, read)).toEqual([]);
});
