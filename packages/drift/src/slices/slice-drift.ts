import type { BinOptions } from '../bins/common-cells.ts';
import { isDriftError, notDefined } from '../errors.ts';
import { moments } from '../samples/moments.ts';
import type { Moments } from '../samples/moments.ts';
import type { Sample } from '../samples/sample.ts';
import type { CategoricalSample, DriftError } from '../types.ts';
import { kitagawa } from './kitagawa.ts';
import type { SliceParts } from './kitagawa.ts';
import { rowsBySlice } from './rows-by-slice.ts';
import type { SlicedRows } from './rows-by-slice.ts';
import { splitVariation } from './slice-cells.ts';
import { sliceSentence } from './slice-sentence.ts';
import { testSlices } from './slice-test.ts';
import type { SliceRows, SliceTest, SliceTestOptions } from './slice-test.ts';

/** How slices are tested, and what is split. */
export interface SliceOptions extends SliceTestOptions, BinOptions {
  /** What the slices are of, for the sentence: "region". Default "slice". */
  name?: string;
  /** Of a feature of text: the category whose share is split. Default: the one whose share changed most. */
  category?: string;
}

/** One slice: its rows, its part in the change, and the change inside. */
export interface Slice extends SliceParts, SliceTest {
  /** The category; null holds the rows where it is missing. */
  slice: string | null;
  nReference: number;
  nCurrent: number;
  /** Of all rows of the side. */
  shareReference: number;
  shareCurrent: number;
  /** The feature's mean (or the category's share) in the slice; absent where it has no rows. */
  meanReference?: number;
  meanCurrent?: number;
  /** Its parts in the total variation. */
  variation: SliceParts;
}

/** A change split over slices. */
export interface SliceDrift extends SliceParts {
  /** Of a feature of text: the category whose share is split; without it means are. */
  category?: string;
  /** The overall mean (or share) on both sides; `difference` = current − reference = mix + within. */
  reference: number;
  current: number;
  difference: number;
  /** The total variation over common bins or categories: `value` = mix + within. */
  totalVariation: SliceParts & { value: number };
  /** The slice with the greatest part, by mix or within, first. */
  slices: Slice[];
  nReference: number;
  nCurrent: number;
  missingReference: number;
  missingCurrent: number;
  /** Infinite rows, left out: they have no mean. */
  infiniteReference: number;
  infiniteCurrent: number;
  /** One sentence. */
  sentence: string;
}

/** The slices of both sides, the reference's in order of first sight, then the new ones. */
function pairSlices(reference: SlicedRows, current: SlicedRows): SliceRows[] {
  return [...new Set([...reference.slices.keys(), ...current.slices.keys()])].map((slice) => ({
    slice,
    reference: reference.slices.get(slice) ?? [],
    current: current.slices.get(slice) ?? [],
  }));
}

function isText({ slices }: SlicedRows): boolean {
  for (const rows of slices.values()) {
    return typeof rows[0] === 'string';
  }
  return false;
}

/** The category whose share changed most. */
function mostChanged(slices: readonly SliceRows[], reference: number, current: number): string {
  const change = new Map<string, number>();
  for (const slice of slices) {
    slice.reference.forEach((row) => change.set(String(row), (change.get(String(row)) ?? 0) - 1 / reference));
    slice.current.forEach((row) => change.set(String(row), (change.get(String(row)) ?? 0) + 1 / current));
  }
  return [...change].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}

/** Means of the slices on both sides, and their parts in the difference of the overall means. */
interface SplitMeans {
  reference: readonly Moments[];
  current: readonly Moments[];
  parts: readonly SliceParts[];
}

/** Splits the difference of the means; of text: of the shares of one category. */
function splitMeans(rows: readonly SliceRows[], category: string | undefined): SplitMeans {
  const asNumber = (row: number | string) => (typeof row === 'number' ? row : row === category ? 1 : 0);
  const reference = rows.map((slice) => moments(slice.reference.map(asNumber)));
  const current = rows.map((slice) => moments(slice.current.map(asNumber)));
  const means = rows.map((_, i) => ({
    nReference: reference[i]?.n ?? 0,
    nCurrent: current[i]?.n ?? 0,
    meanReference: reference[i]?.mean ?? NaN,
    meanCurrent: current[i]?.mean ?? NaN,
  }));
  return { reference, current, parts: kitagawa(means) };
}

/** The mean over all rows, from those of the slices. */
function overall(slices: readonly Moments[], n: number): number {
  return slices.reduce((sum, slice) => sum + (slice.n > 0 ? (slice.n / n) * slice.mean : 0), 0);
}

const sum = (all: readonly SliceParts[], part: keyof SliceParts) => all.reduce((total, one) => total + one[part], 0);
/** A slice without rows has no mean, one that overflows has an infinite one. */
function isFinitePart(part: SliceParts | Moments): boolean {
  return 'n' in part ? part.n === 0 || Number.isFinite(part.mean) : Number.isFinite(part.mix + part.within);
}

const size = ({ mix, within }: SliceParts) => Math.max(Math.abs(mix), Math.abs(within));

/**
 * Which slices carry the change of a feature. Splits the change of its mean (text: of the share of one category), and
 * the total variation over common bins, into mix (the slices' shares of the rows changed) and within (the feature changed
 * inside slices), by Kitagawa's decomposition, exactly additive; and tests the change inside every slice by KS (text: χ²)
 * with Holm's correction over the slices. Rows of feature and slicing category belong together by position.
 * `no data` where a side holds no row; `not defined` where lengths differ, rows have lost their order, or text meets
 * numbers.
 */
export function sliceDrift(
  target: { reference: Sample; current: Sample },
  slicer: { reference: CategoricalSample; current: CategoricalSample },
  options: SliceOptions = {}
): SliceDrift | DriftError {
  const p = rowsBySlice(target.reference, slicer.reference, 'reference');
  if (isDriftError(p)) {
    return p;
  }
  const q = rowsBySlice(target.current, slicer.current, 'current');
  if (isDriftError(q)) {
    return q;
  }
  const text = isText(p);
  if (text !== isText(q)) {
    return notDefined('One side of the feature holds text, the other numbers: compare like with like.');
  }
  const rows = pairSlices(p, q);
  const variation = splitVariation(rows, text, options);
  if (isDriftError(variation)) {
    return variation;
  }
  const category = text ? (options.category ?? mostChanged(rows, p.n, q.n)) : undefined;
  const { reference: a, current: b, parts } = splitMeans(rows, category);
  if (![...parts, ...a, ...b].every(isFinitePart)) {
    return notDefined('The values are too large to be added up, so there is no mean: scale them down.');
  }
  const tests = testSlices(rows, options);
  const none = { mix: 0, within: 0 };
  const slices = rows.map(({ slice, reference, current }, i): Slice => ({
    slice,
    nReference: reference.length,
    nCurrent: current.length,
    shareReference: reference.length / p.n,
    shareCurrent: current.length / q.n,
    ...(reference.length > 0 ? { meanReference: a[i]?.mean ?? NaN } : {}),
    ...(current.length > 0 ? { meanCurrent: b[i]?.mean ?? NaN } : {}),
    ...(parts[i] ?? none),
    variation: variation.parts[i] ?? none,
    ...(tests[i] ?? { state: 'no data' }),
  }));
  const [mix, within] = [sum(parts, 'mix'), sum(parts, 'within')];
  const drift = {
    ...(category === undefined ? {} : { category }),
    reference: overall(a, p.n),
    current: overall(b, q.n),
    difference: mix + within,
    mix,
    within,
    totalVariation: {
      value: variation.value,
      mix: sum(variation.parts, 'mix'),
      within: sum(variation.parts, 'within'),
    },
    slices: slices.sort((one, other) => size(other) - size(one)),
    nReference: p.n,
    nCurrent: q.n,
    missingReference: p.missing,
    missingCurrent: q.missing,
    infiniteReference: p.infinite,
    infiniteCurrent: q.infinite,
  };
  return { ...drift, sentence: sliceSentence(drift, options.name ?? 'slice') };
}
