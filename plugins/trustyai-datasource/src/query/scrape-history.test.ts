import { frozenModels, growth, observationsExpr } from './scrape-history.ts';

const series = (model: string, ...values: number[]) => ({ labels: { model }, times: values.map((_, i) => i), values });

it('a model is frozen when none of its values moved, and there are enough of them', () => {
  expect(
    frozenModels([
      series('still', 0.2, 0.2, NaN, 0.2),
      series('still', 0.5, 0.5, 0.5),
      series('moving', 0.2, 0.2, 0.2),
      series('moving', 0.2, 0.3, 0.2),
      series('short', 0.2, 0.2),
    ])
  ).toEqual(['still']);
});

it('growth is what came over the range; a restart that counts from anew is none', () => {
  expect(growth([series('a', 100, NaN, 160), series('b', 0, 900)], 'a')).toBe(60);
  expect(growth([series('a', 500, 20)], 'a')).toBe(0);
  expect(growth([], 'a')).toBe(0);
});

it('the namespace is escaped', () => {
  expect(observationsExpr('a"b')).toBe('max by (model) (trustyai_model_observations_total{namespace="a\\"b"})');
});
