import { adjust, isDriftError, judge, sliceDrift, type SliceDrift, type State } from '@soundcheck/drift';
import type { DataSet } from '../../../read/data-set.ts';
import type { Absent } from '../../../report/absent.ts';
import type { SliceReport, SliceRow } from '../../../report/slices.ts';
import type { Work } from '../../../run/analyst.ts';
import type { Formats } from '../../format.ts';
import type { AnalysisSettings } from '../../settings.ts';
import type { ColumnSlices, JudgedSlice } from './judged-slice.ts';
import { slicesSentence } from './slice-sentence.ts';
import { frequentValues, named, sliceSide, slicingColumns, type SliceSide } from './slice-rows.ts';

/** Order of the states in the report. */
const RANKS: State[] = ['drift', 'possible', 'no drift', 'unknown scale', 'too few rows', 'no data'];

/**
 * Which slices carry the change of a feature: every column of text beside it splits the rows; the test inside each slice,
 * corrected over all of them, and what the slice adds to the change of the mean (text: of the share of one category), by
 * mix and within. The highest difference inside first.
 */
export function* slicesOf(
  data: DataSet,
  feature: string,
  settings: AnalysisSettings,
  formats: Formats
): Work<SliceReport | Absent> {
  const columns = slicingColumns(data, feature);
  const none: Absent = {
    absent: 'There is no column of text beside this feature to slice it by: query one with the rows, on both sides.',
  };
  if (columns.length === 0) {
    return none;
  }
  const reference = sliceSide(data, { feature, side: 'reference' }, columns);
  yield { share: 0, doing: 'cutting into slices' };
  const current = sliceSide(data, { feature, side: 'current' }, columns);
  if (!reference || !current) {
    return none;
  }
  yield { share: 0, doing: 'cutting into slices' };
  const found: ColumnSlices[] = [];
  let problem = '';
  for (const [i, column] of columns.entries()) {
    const drift = driftBy(column, { reference, current, frequent: frequentValues(data, column) }, settings);
    if (typeof drift === 'string') {
      problem = problem || drift;
    } else {
      found.push({ column, drift });
    }
    yield { share: (i + 1) / columns.length, doing: `slicing by ${column}, ${i + 1} of ${columns.length}` };
  }
  if (found.length === 0) {
    return { absent: problem };
  }
  const judged = judgeSlices(found, settings);
  const sampled = Math.max(reference.every, current.every);
  const remark = sampled > 1 ? ` From one in ${formats.count(sampled)} rows.` : '';
  const category = found[0]?.drift.category;
  return {
    rows: ranked(judged).map((one) => rowOf(one, formats)),
    ...(category !== undefined && { category }),
    sentence: `${slicesSentence(judged, formats)}${remark}`,
  };
}

function driftBy(
  column: string,
  { reference, current, frequent }: { reference: SliceSide; current: SliceSide; frequent: Set<string> | undefined },
  { alpha, minRows }: AnalysisSettings
): SliceDrift | string {
  const slicer = ({ slicers }: SliceSide) => named(slicers.get(column) ?? [], frequent);
  const drift = sliceDrift(
    { reference: reference.values, current: current.values },
    { reference: slicer(reference), current: slicer(current) },
    { name: column, alpha, minimumRows: minRows }
  );
  return isDriftError(drift) ? drift.message : drift;
}

function judgeSlices(found: readonly ColumnSlices[], { alpha, minRows }: AnalysisSettings): JudgedSlice[] {
  const all = found.flatMap(({ column, drift }) => drift.slices.map((slice) => ({ column, drift, slice })));
  const adjusted = adjust(all.map(({ slice }) => slice.pValue ?? NaN));
  return all.map((one, i) => {
    const { pValue, value, nReference, nCurrent } = one.slice;
    const corrected = adjusted[i];
    if (pValue === undefined || corrected === undefined) {
      return { ...one, state: one.slice.state };
    }
    const evidence = { value: value ?? null, direction: 'high', pValue, adjustedPValue: corrected } as const;
    const { state } = judge({ ...evidence, nReference, nCurrent, alpha, minimumRows: minRows });
    return { ...one, state, adjusted: corrected };
  });
}

function ranked(judged: readonly JudgedSlice[]): JudgedSlice[] {
  const rank = ({ state }: JudgedSlice) => RANKS.indexOf(state);
  const inside = ({ slice }: JudgedSlice) => slice.value ?? -1;
  const rows = ({ slice }: JudgedSlice) => slice.nReference + slice.nCurrent;
  return [...judged].sort((a, b) => rank(a) - rank(b) || inside(b) - inside(a) || rows(b) - rows(a));
}

const size = ({ mix, within }: { mix: number; within: number }) => Math.abs(mix) + Math.abs(within);

function rowOf({ column, drift, slice, state, adjusted }: JudgedSlice, formats: Formats): SliceRow {
  const { slice: value, nReference, nCurrent, mix, within } = slice;
  const whole = drift.slices.reduce((sum, one) => sum + size(one), 0);
  const part = whole > 0 ? size(slice) / whole : 0;
  const name = value === null ? `${column} missing` : `${column}=${value}`;
  const inside =
    slice.value === undefined
      ? state
      : `${drift.category === undefined ? 'D' : 'total variation'} ${formats.number(slice.value)} inside, ${state}`;
  const what = drift.category === undefined ? 'the mean' : `the share of “${drift.category}”`;
  const amount = (x: number) =>
    drift.category === undefined ? formats.number(x) : `${formats.number(x * 100)} points`;
  return {
    column,
    value,
    nReference,
    nCurrent,
    mix,
    within,
    part,
    state,
    pText: formats.p(adjusted),
    title: `${name}: ${formats.count(nReference)} v ${formats.plural(nCurrent, 'row')}, ${inside}; adds ${amount(mix)} by mix and ${amount(within)} within to the change of ${what}, ${amount(drift.difference)}`,
  };
}
