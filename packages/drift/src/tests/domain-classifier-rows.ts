import { isDriftError, noData, notDefined, notNumeric } from '../errors.ts';
import type { Side } from '../errors.ts';
import type { Random } from '../random/seeded-random.ts';
import { shuffle } from '../random/shuffle.ts';
import { isMissing } from '../samples/count-rows.ts';
import { isBinned, isCategorical, isCategoryCounts, isSorted } from '../samples/sample.ts';
import type { NumericInput, Sample } from '../samples/sample.ts';
import type { CategoricalSample, Comparison, DriftError } from '../types.ts';
import type { PooledFeature } from './domain-classifier-columns.ts';

/** One feature as both sides have it. Rows of several features belong together by their place. */
export interface FeatureSides {
  reference: Sample;
  current: Sample;
}

type Column = NumericInput | CategoricalSample;

/** The raw columns of one side, and the places of the rows that have a value in all of them. */
interface SideRows {
  columns: Column[];
  rows: Uint32Array;
  missing: number;
}

/** Why a side's samples are no columns of rows, if so. */
function columnsProblem(samples: readonly Sample[], side: Side): DriftError | undefined {
  if (samples.some((sample) => isBinned(sample) || isCategoryCounts(sample))) {
    return notDefined(
      `The ${side} sample holds counts, and a classifier learns from rows: use a test for counts (psi).`
    );
  }
  if (samples.some(isSorted)) {
    return notDefined(`The ${side} sample is sorted, so its rows fit no others: give it in the order it came.`);
  }
  return undefined;
}

function sideRows(samples: readonly Sample[], side: Side): SideRows | DriftError {
  const problem = columnsProblem(samples, side);
  if (problem) {
    return problem;
  }
  const columns = samples.filter((sample): sample is Column => 'length' in sample);
  const all = columns[0]?.length ?? 0;
  if (columns.some((column) => column.length !== all)) {
    return notDefined(
      `The features of the ${side} sample have different numbers of rows: give one value a row, null where none is.`
    );
  }
  const rows = Uint32Array.from({ length: all }, (_, row) => row).filter((row) =>
    columns.every((column) => !isMissing(column[row]))
  );
  return rows.length > 0 ? { columns, rows, missing: all - rows.length } : noData(side);
}

/** The values of one feature in the rows drawn, `n` of the reference first: text where either side has text. */
function pooledFeature(values: readonly (number | string)[], n: number, text: boolean): PooledFeature | DriftError {
  if (text) {
    return { categories: values.map(String) };
  }
  const numbers = Float64Array.from(values, (value) => (typeof value === 'number' ? value : NaN));
  const stray = numbers.findIndex((x) => Number.isNaN(x));
  if (stray >= 0) {
    return notNumeric(stray < n ? 'reference' : 'current');
  }
  return numbers.every((x) => Number.isFinite(x))
    ? { numbers }
    : notDefined('A sample holds infinite values, which have no square: take them out, or use ks.');
}

/** Rows of all features, reference first, ready to learn from. */
export interface PooledRows {
  features: PooledFeature[];
  isCurrent: Uint8Array;
  /** Fewer rows than there are were drawn on a side. */
  drawn: boolean;
  facts: Required<Pick<Comparison, 'nReference' | 'nCurrent' | 'missingReference' | 'missingCurrent'>>;
}

/**
 * Brings the features of both sides together. Rows without a value in some feature are left out and counted; from more
 * than `sampleSize` rows a side, so many are drawn.
 */
export function pooledRows(
  sides: readonly FeatureSides[],
  sampleSize: number,
  random: Random
): PooledRows | DriftError {
  const p = sideRows(
    sides.map((feature) => feature.reference),
    'reference'
  );
  if (isDriftError(p)) {
    return p;
  }
  const q = sideRows(
    sides.map((feature) => feature.current),
    'current'
  );
  if (isDriftError(q)) {
    return q;
  }
  const draw = ({ rows }: SideRows) =>
    rows.length > sampleSize ? shuffle(rows.slice(), random, sampleSize).slice(0, sampleSize) : rows;
  const [left, right] = [draw(p), draw(q)];
  const features: PooledFeature[] = [];
  for (let k = 0; k < sides.length; k++) {
    const [a, b] = [p.columns[k] ?? [], q.columns[k] ?? []];
    const values = [...Array.from(left, (row) => a[row] ?? NaN), ...Array.from(right, (row) => b[row] ?? NaN)];
    const feature = pooledFeature(values, left.length, isCategorical(a) || isCategorical(b));
    if (isDriftError(feature)) {
      return feature;
    }
    features.push(feature);
  }
  return {
    features,
    isCurrent: Uint8Array.from({ length: left.length + right.length }, (_, i) => (i < left.length ? 0 : 1)),
    drawn: left.length < p.rows.length || right.length < q.rows.length,
    facts: {
      nReference: p.rows.length,
      nCurrent: q.rows.length,
      missingReference: p.missing,
      missingCurrent: q.missing,
    },
  };
}
