import { ksP } from '../statistics/index.ts';
import { perColumn } from './per-column.ts';

/** Two-sample Kolmogorov-Smirnov test. Schedules look at the reference rows anew at every tick. */
export const kolmogorovSmirnov = perColumn<null, Float64Array>({
  name: 'KSTEST',
  typeName: 'KSTestMetricRequest',
  definition:
    'KSTest calculates two sample kolmogorov-smirnov test per column which tests if two samples drawn from ' +
    'the same distributions.',
  readOptions: () => null,
  fitColumn: (reference) => reference,
  pValue: (reference, current) => (reference.length < 2 ? 1 : ksP(reference, current)),
});
