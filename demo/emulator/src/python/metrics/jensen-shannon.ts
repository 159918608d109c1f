import { float, integer, text } from '../check/scalars.ts';
import { storedNumbers } from './cells.ts';
import { driftMetric } from './drift-metric.ts';
import { pythonMax } from './python-order.ts';
import { jensenShannonDistance } from './statistics.ts';
import type { DensityOptions } from './statistics.ts';

interface JensenShannonOptions extends DensityOptions {
  statistic: string;
  threshold: number;
}

interface JensenShannonResult {
  'Jensen-Shannon_distance': number;
  'Jensen-Shannon_divergence': number;
  drift_detected: boolean;
  threshold: number;
}

/** Jensen-Shannon distance of two densities on a common grid. Publishes the distance, whatever `statistic` is. */
export const jensenShannon = driftMetric<JensenShannonOptions, JensenShannonResult>({
  name: 'JensenShannon',
  paths: ['/metrics/drift/jensenshannon'],
  definition: {
    name: 'Jensen-Shannon Divergence',
    description:
      'The Jensen-Shannon divergence is a symmetric\n' +
      '    and smoothed version of the Kullback-Leibler divergence.\n' +
      '    It measures the similarity between two probability distributions\n' +
      '    and is bounded between 0 and 1 (or 0 and log(2) in nats).\n' +
      '    The Jensen-Shannon distance is the square root of the divergence.\n\n' +
      '    For more information, see the following:\n' +
      '    1. https://en.wikipedia.org/wiki/Jensen%E2%80%93Shannon_divergence\n' +
      '    2. https://docs.scipy.org/doc/scipy/reference/generated/scipy.spatial.distance.jensenshannon.html\n    ',
  },
  trustsName: true,
  plainFailures: false,
  batchSize: integer(),
  options: (field) => ({
    statistic: field.optional('statistic', text, 'distance'),
    threshold: field.optional('threshold', float(), 0.1),
    method: field.optional('method', text, 'kde'),
    gridPoints: field.optional('gridPoints', integer(), 256),
    bins: field.optional('bins', integer(), 64),
  }),
  compare: (reference, current, options) => {
    if (options.statistic !== 'distance' && options.statistic !== 'divergence') {
      throw new Error(`There is no statistic ${options.statistic}.`);
    }
    const distance = jensenShannonDistance(storedNumbers(reference), storedNumbers(current), options);
    const divergence = distance ** 2;
    return {
      'Jensen-Shannon_distance': distance,
      'Jensen-Shannon_divergence': divergence,
      drift_detected: (options.statistic === 'distance' ? distance : divergence) > options.threshold,
      threshold: options.threshold,
    };
  },
  reply: (results, { threshold, statistic, method }) => {
    const all = [...results.values()];
    const largest = (key: 'Jensen-Shannon_distance' | 'Jensen-Shannon_divergence') =>
      pythonMax(all, (result) => result[key])?.[key] ?? NaN;
    return {
      status: 'success',
      value: largest('Jensen-Shannon_distance'),
      drift_detected: all.some((result) => result.drift_detected),
      'Jensen-Shannon_distance': largest('Jensen-Shannon_distance'),
      'Jensen-Shannon_divergence': largest('Jensen-Shannon_divergence'),
      threshold,
      statistic,
      method,
      feature_results: Object.fromEntries(results),
    };
  },
  published: (reference, current, options) =>
    jensenShannonDistance(storedNumbers(reference), storedNumbers(current), options),
  listed: ({ statistic, threshold, method, gridPoints, bins }) => ({ statistic, threshold, method, gridPoints, bins }),
});
