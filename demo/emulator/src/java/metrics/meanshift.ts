import { fitMeans, meanShiftP } from '../../metrics/java/index.ts';
import type { MeanFit } from '../../metrics/java/index.ts';
import { Fields, unreadable } from '../http/fields.ts';
import { perColumn } from './per-column.ts';

/** Two-sample t-test on the mean and variance of the reference, which the caller may bring along. */
export const meanShift = perColumn<null, MeanFit>({
  name: 'MEANSHIFT',
  typeName: 'MeanshiftMetricRequest',
  definition:
    'MeanShift gives the per-column probability that the data values seen in a test dataset come from the same ' +
    'distribution of a training dataset, under the assumption that the values are normally distributed.',
  readOptions: () => null,
  readFit: (fields) => fields.map('fitting', readMeanFit),
  fitColumn: fitMeans,
  pValue: meanShiftP,
  listedFit: (fits) => ({ fitting: fits && mapValues(fits, listedMeanFit) }),
});

function readMeanFit(value: unknown): MeanFit {
  const fields = new Fields(value);
  const number = (name: string) => {
    const given = fields.number(name);
    if (given === null) throw unreadable();
    return given;
  };
  const variance = number('variance');
  return {
    mean: number('mean'),
    variance,
    n: number('n'),
    max: number('max'),
    min: number('min'),
    sum: number('sum'),
    standardDeviation: Math.sqrt(variance),
  };
}

function listedMeanFit({ mean, variance, n, max, min, sum, standardDeviation }: MeanFit): object {
  return { mean, variance, n, max, min, sum, standardDeviation };
}

function mapValues<T>(record: Record<string, T>, change: (value: T) => object): Record<string, object> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
