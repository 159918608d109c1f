export { fitMeans, meanShiftP } from './mean-shift.ts';
export type { MeanFit } from './mean-shift.ts';
export { ksP } from './kolmogorov-smirnov.ts';
