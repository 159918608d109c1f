import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { adjust } from '../multiplicity/adjust.ts';
import type { State } from '../types.ts';
import { judge } from '../verdict/judge.ts';
import { numbersOf } from './rows-by-slice.ts';

/** The rows of one slice on both sides. */
export interface SliceRows {
  slice: string | null;
  reference: (number | string)[];
  current: (number | string)[];
}

/** The change inside one slice. */
export interface SliceTest {
  /** KS's D for numbers, the total variation for categories. */
  value?: number;
  /** Of KS, or of χ² for categories. */
  pValue?: number;
  /** After Holm's correction over the slices with enough rows. */
  adjustedPValue?: number;
  state: State;
}

function isText(rows: readonly (number | string)[]): rows is string[] {
  return typeof rows[0] === 'string';
}

/** D with its p; for text the total variation with the p of χ². */
function changeInside({ reference, current }: SliceRows): { value?: number; pValue?: number } {
  if (!isText(reference) || !isText(current)) {
    const ks = compare('ks', numbersOf(reference), numbersOf(current));
    return isDriftError(ks) ? {} : { value: ks.value, ...(ks.pValue === undefined ? {} : { pValue: ks.pValue }) };
  }
  const distance = compare('total-variation', reference, current);
  const test = compare('chi-square', reference, current);
  return {
    ...(isDriftError(distance) ? {} : { value: distance.value }),
    // One category on both sides: nothing could have changed.
    pValue: isDriftError(test) ? 1 : (test.pValue ?? 1),
  };
}

export interface SliceTestOptions {
  /** Rows that a slice needs on either side. Default 30. */
  minimumRows?: number;
  /** Level of significance. Default 0.05. */
  alpha?: number;
}

/** Tests every slice that has enough rows on both sides. */
export function testSlices(slices: readonly SliceRows[], options: SliceTestOptions = {}): SliceTest[] {
  const { minimumRows = 30 } = options;
  const tests = slices.map((slice) =>
    Math.min(slice.reference.length, slice.current.length) >= Math.max(1, minimumRows) ? changeInside(slice) : {}
  );
  const adjusted = adjust(tests.map(({ pValue = NaN }) => pValue));
  return tests.map((test, i) => {
    const rows = { nReference: slices[i]?.reference.length ?? 0, nCurrent: slices[i]?.current.length ?? 0 };
    const corrected = test.pValue === undefined ? {} : { adjustedPValue: adjusted[i] ?? test.pValue };
    const few = test.pValue === undefined;
    const state = few
      ? Math.min(rows.nReference, rows.nCurrent) === 0
        ? 'no data'
        : 'too few rows'
      : judge({ value: test.value ?? null, direction: 'high', ...test, ...corrected, ...rows, ...options }).state;
    return { ...test, ...corrected, state };
  });
}
