import { approximateKsP, fitSketch } from '../statistics/index.ts';
import type { SketchFit } from '../statistics/index.ts';
import { Fields } from '../http/fields.ts';
import { perColumn } from './per-column.ts';

interface SketchOptions {
  epsilon: number;
}

/** Kolmogorov-Smirnov test on quantile sketches; the caller may bring those of the reference along. */
export const approximateKs = perColumn<SketchOptions, SketchFit>({
  name: 'APPROXKSTEST',
  typeName: 'ApproxKSTestMetricRequest',
  definition:
    'ApproxKSTest calculates an approximate Kolmogorov-Smirnov test, and ensures that the maximum error is 6*epsilon ' +
    'as compared to an exact KS Test.',
  readOptions: (fields) => ({ epsilon: fields.number('epsilon') ?? 0.001 }),
  readFit: (fields) => fields.map('sketchFitting', readSketch),
  fitColumn: (reference, { epsilon }) => fitSketch(reference, epsilon),
  pValue: (fit, current, { epsilon }) => (fit.numx < 2 ? 1 : approximateKsP(fit, current, epsilon)),
  listedFits: {
    one: ({ epsilon, summary, xmin, xmax, numx }) => ({ epsilon, summary, xmin, xmax, numx }),
    all: (fits, { epsilon }) => ({ epsilon, sketchFitting: fits }),
  },
});

function readSketch(value: unknown): SketchFit {
  const fields = new Fields(value);
  return {
    epsilon: fields.required('epsilon'),
    xmin: fields.required('xmin'),
    xmax: fields.required('xmax'),
    numx: fields.required('numx'),
    summary:
      fields.list('summary', (item) => {
        const entry = new Fields(item);
        return { left: entry.required('left'), middle: entry.required('middle'), right: entry.required('right') };
      }) ?? [],
  };
}
