import { seededSample, shifted } from './seeded-sample.ts';
import type { Shape } from './seeded-sample.ts';

/** The samples of a row of the scipy tables: shape, n, m, shift and scale of the current side. */
export function samplesOf([shape, n, m, shift, scale]: readonly [Shape, number, number, number, number]) {
  return { reference: seededSample(shape, n, 1), current: shifted(seededSample(shape, m, 2), shift, scale) };
}
