import { histogram, referenceBins } from '@soundcheck/drift';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSorted, quantileEdges } from './quantile-bins.ts';

const sample = fc
  .array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -4, max: 9 })), {
    minLength: 1,
  })
  .map((values) => Float64Array.from(values).sort());

describe('bins by quantiles of the reference', () => {
  it('are those of @soundcheck/drift, with its counts', () => {
    fc.assert(
      fc.property(sample, sample, fc.integer({ min: 2, max: 12 }), (reference, current, bins) => {
        const edges = quantileEdges(reference, bins);
        expect(edges).toEqual(Array.from(referenceBins(reference, { count: bins })));
        for (const side of [reference, current]) {
          expect(countSorted(side, edges)).toEqual(Array.from(histogram(side, edges).counts));
        }
      }),
      { numRuns: 500 }
    );
  });
});
