import { quoteString, type PrometheusSeries } from '@soundcheck/query';

/** A line of two points is no sign of anything. */
const MIN_POINTS = 3;

/** Models that the series name. */
export function modelsIn(series: readonly PrometheusSeries[]): string[] {
  return [...new Set(series.map(({ labels }) => labels['model'] ?? ''))].filter((model) => model !== '').sort();
}

function isConstant({ values }: PrometheusSeries): boolean {
  const numbers = Array.from(values).filter((value) => Number.isFinite(value));
  return numbers.length >= MIN_POINTS && numbers.every((value) => value === numbers[0]);
}

const ofModel = (series: readonly PrometheusSeries[], model: string) =>
  series.filter(({ labels }) => labels['model'] === model);

/** Models of which no value moved over the range: they may be dead, or nothing came. */
export function frozenModels(series: readonly PrometheusSeries[]): string[] {
  return modelsIn(series).filter((model) => ofModel(series, model).every(isConstant));
}

/** The stored rows of the models over time; both services publish it under one name. */
export function observationsExpr(namespace: string | undefined): string {
  const matchers = namespace ? `{namespace=${quoteString(namespace)}}` : '';
  return `max by (model) (trustyai_model_observations_total${matchers})`;
}

/** How far a model's stored rows grew over the range. */
export function growth(observations: readonly PrometheusSeries[], model: string): number {
  const numbers = ofModel(observations, model).flatMap(({ values }) =>
    Array.from(values).filter((value) => Number.isFinite(value))
  );
  return Math.max(0, (numbers[numbers.length - 1] ?? 0) - (numbers[0] ?? 0));
}
