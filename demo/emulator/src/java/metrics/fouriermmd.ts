import { fitFourier, fourierProbability } from '../statistics/index.ts';
import type { FourierFit, FourierParameters } from '../statistics/index.ts';
import type { Fields } from '../http/fields.ts';
import { driftMetric } from './drift-metric.ts';

/** Maximum mean discrepancy on random Fourier features of all numeric columns together. */
export const fourierMmd = driftMetric<FourierParameters, FourierFit>({
  name: 'FOURIERMMD',
  typeName: 'FourierMMDMetricRequest',
  definition:
    'FourierMMD gives probability that the data values seen in a test dataset have drifted from the training dataset ' +
    'distribution, under the assumption that the computed MMD values are normally distributed.',
  readOptions: readParameters,
  fit: (reference, parameters) => fitFourier([...reference.values()], parameters),
  value: (fit, current, parameters) => fourierProbability(fit, [...current.values()], parameters),
  listedFit: (fit, { gamma, ...parameters }) => ({ parameters, gamma, fitting: fit }),
  namesColumns: false,
});

function readParameters(fields: Fields): FourierParameters {
  const given = fields.object('parameters');
  return {
    nWindow: given?.integer('nWindow') ?? 168,
    nTest: given?.integer('nTest') ?? 100,
    nMode: given?.integer('nMode') ?? 512,
    randomSeed: given?.integer('randomSeed') ?? 22,
    sig: given?.number('sig') ?? 10,
    deltaStat: given?.boolean('deltaStat') ?? true,
    epsilon: given?.number('epsilon') ?? 1e-7,
    gamma: fields.number('gamma') ?? 2,
  };
}
