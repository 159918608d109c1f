export { fitMeans, meanShiftP } from './mean-shift.ts';
export type { MeanFit } from './mean-shift.ts';
export { ksP } from './kolmogorov-smirnov.ts';
export { fitSketch } from './quantile-sketch.ts';
export type { SketchEntry, SketchFit } from './quantile-sketch.ts';
export { approximateKsP } from './approximate-ks.ts';
export { fitFourier, fourierProbability } from './fourier-mmd.ts';
export type { FourierFit, FourierParameters } from './fourier-mmd.ts';
