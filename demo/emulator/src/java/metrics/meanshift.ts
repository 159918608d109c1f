import { fitMeans, meanShiftP } from '../statistics/index.ts';
import type { MeanFit } from '../statistics/index.ts';
import { Fields } from '../http/fields.ts';
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
  listedFits: {
    one: ({ mean, variance, n, max, min, sum, standardDeviation }) => ({
      mean,
      variance,
      n,
      max,
      min,
      sum,
      standardDeviation,
    }),
    all: (fits) => ({ fitting: fits }),
  },
});

function readMeanFit(value: unknown): MeanFit {
  const fields = new Fields(value);
  const variance = fields.required('variance');
  return {
    mean: fields.required('mean'),
    variance,
    n: fields.required('n'),
    max: fields.required('max'),
    min: fields.required('min'),
    sum: fields.required('sum'),
    standardDeviation: Math.sqrt(variance),
  };
}
