import { chiSquarePValue } from '@soundcheck/drift';
import { drawWaves, fourierFeatures, mean, meanFeatures } from './fourier-features.ts';
import type { Waves } from './fourier-features.ts';
import { JavaRandom } from './java-random.ts';

/** The settings of a request; `randomSeed` is accepted and not used. */
export interface FourierParameters {
  /** How many standard deviations above the mean of the reference's own windows count as an even chance of drift. */
  gamma: number;
  /** Rows of a window of the reference, and how many windows are drawn. */
  nWindow: number;
  nTest: number;
  nMode: number;
  randomSeed: number;
  /** Width of the kernel in standard deviations of each column. */
  sig: number;
  /** Compare the steps from row to row instead of the rows. */
  deltaStat: boolean;
  /** The least width, for constant columns. */
  epsilon: number;
}

/** What the service keeps of the reference rows, under the names it lists. */
export interface FourierFit {
  randomSeed: number;
  deltaStat: boolean;
  nMode: number;
  /** Kernel width by column. */
  scale: number[];
  /** Mean feature of the reference by mode. */
  aRef: number[];
  /** Of the squared MMDs of the reference's windows against all of it; population deviation. */
  meanMMD: number;
  stdMMD: number;
}

/** Whatever seed the request has. */
const seed = 0;

/** Fits all numeric columns of the reference, outputs too. Throws a RangeError for nWindow + 1 rows or fewer. */
export function fitFourier(columns: Float64Array[], parameters: FourierParameters): FourierFit {
  const { nWindow, nTest, nMode, sig, deltaStat, epsilon } = parameters;
  const rows = columns[0]?.length ?? 0;
  if (rows <= nWindow + 1) {
    throw new RangeError(
      `A Fourier MMD with windows of ${nWindow} needs more than ${nWindow + 1} reference rows, not ${rows}.`
    );
  }
  const compared = deltaStat ? columns.map(steps) : columns;
  const scale = compared.map((column) => Math.max(sig * deviation(column), epsilon));
  const random = new JavaRandom(seed);
  const features = scaledFeatures(compared, scale, drawWaves(columns.length, nMode, random));
  const aRef = meanFeatures(features);
  const starts = (compared[0]?.length ?? 0) - nWindow;
  const distances = Float64Array.from({ length: nTest }, () => {
    const start = Math.floor(random.double() * starts);
    return squaredDistance(aRef, meanFeatures(features, start, start + nWindow));
  });
  return { randomSeed: seed, deltaStat, nMode, scale, aRef, meanMMD: mean(distances), stdMMD: deviation(distances) };
}

/**
 * The probability of drift that the service publishes: 1 − Φ(gamma − z), z = (MMD² − mean) / deviation of the
 * reference's windows, at least 0. A batch of fewer than nWindow rows has a larger MMD² than the windows, drift or not.
 * 0 for fewer than two current rows.
 */
export function fourierProbability(fit: FourierFit, columns: Float64Array[], { gamma }: FourierParameters): number {
  if ((columns[0]?.length ?? 0) < 2) return 0;
  const waves = drawWaves(columns.length, fit.nMode, new JavaRandom(fit.randomSeed));
  const compared = fit.deltaStat ? columns.map(steps) : columns;
  const current = meanFeatures(scaledFeatures(compared, fit.scale, waves));
  const z = Math.max(0, (squaredDistance(fit.aRef, current) - fit.meanMMD) / fit.stdMMD);
  return normalAbove(gamma - z);
}

function scaledFeatures(columns: Float64Array[], scale: number[], waves: Waves): Float64Array[] {
  return fourierFeatures(
    columns.map((column, at) => column.map((value) => value / (scale[at] ?? NaN))),
    waves
  );
}

function steps(column: Float64Array): Float64Array {
  return column.subarray(1).map((value, row) => value - (column[row] ?? NaN));
}

/** With divisor n. */
function deviation(values: Float64Array): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}

function squaredDistance(a: number[], b: number[]): number {
  return a.reduce((sum, value, at) => sum + (value - (b[at] ?? NaN)) ** 2, 0);
}

/** 1 − Φ(x); the square of a standard normal has the chi-square law of one degree of freedom. */
function normalAbove(x: number): number {
  const tail = chiSquarePValue(x * x, 1) / 2;
  return x < 0 ? 1 - tail : tail;
}
