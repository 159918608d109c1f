import { normalNumbers } from '../random/normal.ts';
import { seededRandom } from '../random/seeded-random.ts';
import type { Random } from '../random/seeded-random.ts';
import type { Sample } from '../samples/sample.ts';

/**
 * Kinds of features whose rows are drawn anew for every window, reference and current from the same law.
 * `bell`: normal. `skew`: log-normal with σ = 1.5. `ties`: normal, mean 40 and sd 3, rounded to whole numbers.
 * `three`, `twelve`: categories of equal shares; twelve of shares from 29 % down to 4 %.
 */
export const featureKinds = ['bell', 'skew', 'ties', 'three', 'twelve'] as const;
export type FeatureKind = (typeof featureKinds)[number];

/** True where rows of the kind are numbers. */
export function isNumericKind(kind: FeatureKind): boolean {
  return kind !== 'three' && kind !== 'twelve';
}

function drawNumber(kind: FeatureKind, normal: () => number): number {
  const z = normal();
  return kind === 'skew' ? Math.exp(1.5 * z) : kind === 'ties' ? Math.round(40 + 3 * z) : z;
}

function drawCategory(kind: FeatureKind, random: Random): string {
  return kind === 'three' ? `c${random.below(3)}` : `c${Math.floor(12 * random.uniform() ** 2)}`;
}

/** So many pairs of windows without drift, the same for a seed. */
export function* windowsWithoutDrift(
  kind: FeatureKind,
  [n, m]: readonly [number, number],
  { windows, seed }: { windows: number; seed: number }
): Generator<readonly [reference: Sample, current: Sample]> {
  const random = seededRandom(seed);
  const normal = normalNumbers(random);
  const rows = (count: number): Sample =>
    isNumericKind(kind)
      ? Float64Array.from({ length: count }, () => drawNumber(kind, normal))
      : Array.from({ length: count }, () => drawCategory(kind, random));
  for (let window = 0; window < windows; window++) {
    yield [rows(n), rows(m)];
  }
}

/** What became of windows without drift. */
export interface AlarmCount {
  windows: number;
  /** Windows with the verdict `too few rows`. */
  tooFew: number;
  alarms: number;
  /** Alarms among the windows with a verdict; NaN where there is none. */
  share: number;
}

/** Counts alarms; a window of which `judge` says undefined had too few rows. */
export function countAlarms(
  pairs: Iterable<readonly [Sample, Sample]>,
  judge: (reference: Sample, current: Sample, window: number) => boolean | undefined
): AlarmCount {
  let [windows, tooFew, alarms] = [0, 0, 0];
  for (const [reference, current] of pairs) {
    const alarm = judge(reference, current, windows);
    windows += 1;
    tooFew += alarm === undefined ? 1 : 0;
    alarms += alarm ? 1 : 0;
  }
  return { windows, tooFew, alarms, share: alarms / (windows - tooFew) };
}
