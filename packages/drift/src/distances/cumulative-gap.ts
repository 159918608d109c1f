import { isDriftError, notDefined } from '../errors.ts';
import { bothSides } from '../samples/both-sides.ts';
import type { BothSides } from '../samples/both-sides.ts';
import type { Sample } from '../samples/sample.ts';
import { stepCurve } from '../samples/step-curve.ts';
import type { StepCurve } from '../samples/step-curve.ts';
import type { DriftError } from '../types.ts';

/** The empirical distributions of two samples, F of the reference and G of the current one. */
export type CurvePair = BothSides<StepCurve>;

/** A side holds ±∞. */
export function infiniteRows(): DriftError {
  return notDefined(
    'A sample holds infinite values, so no distance between values is defined: take them out, or use ks.'
  );
}

/** Why no distance between values is defined, if so: a side holds ±∞. */
export function infiniteProblem({ reference, current }: CurvePair): DriftError | undefined {
  const ends = [reference, current].flatMap(({ at }) => [at[0], at[at.length - 1]]);
  return ends.every((x) => Number.isFinite(x)) ? undefined : infiniteRows();
}

/** Both sides in ascending order, weighted or not; an error where one is empty, not numeric or badly weighted. */
export function curvePair(reference: Sample, current: Sample): CurvePair | DriftError {
  return bothSides(reference, current, stepCurve);
}

/** As `curvePair`, an error too where a side holds ±∞. */
export function finitePair(reference: Sample, current: Sample): CurvePair | DriftError {
  const pair = curvePair(reference, current);
  return isDriftError(pair) ? pair : (infiniteProblem(pair) ?? pair);
}

/** Visits the stretches [from, to) over which F − G does not change, in ascending order. O(n + m). */
export function walkGaps(
  { reference, current }: CurvePair,
  visit: (from: number, to: number, gap: number) => void
): void {
  const a = reference.at;
  const b = current.at;
  let i = 0;
  let j = 0;
  let at = Math.min(a[0] ?? NaN, b[0] ?? NaN);
  while (i < a.length || j < b.length) {
    const x = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    visit(at, x, reference.share(i) - current.share(j));
    at = x;
    while (a[i] === x) {
      i += 1;
    }
    while (b[j] === x) {
      j += 1;
    }
  }
}

/** ∫ weigh(|F(x) − G(x)|) dx of the empirical distributions, in the unit of the values. */
export function integrateGap(pair: CurvePair, weigh: (gap: number) => number): number {
  let area = 0;
  walkGaps(pair, (from, to, gap) => {
    area += weigh(Math.abs(gap)) * (to - from);
  });
  return area;
}
