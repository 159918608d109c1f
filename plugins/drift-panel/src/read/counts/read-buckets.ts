import { DataFrameType, FieldType, type DataFrame, type Labels } from '@grafana/data';
import type { Progress } from '../../run/analyst.ts';
import type { BucketSeries } from './bucket-series.ts';
import { BIN_END, BIN_START, bucketFields, type CountColumns } from './count-columns.ts';
import { labelsOf, plainName, seriesName, textAt } from '../frame-columns.ts';
import { numberFromCell, numberFromText } from '../number-from-text.ts';
import { readTimes, timeColumn } from '../read-times.ts';
import { advance, keepField, rowsOf, SLICE, type Reader } from '../reader.ts';
import type { SidePlan } from '../side-plan.ts';
import { sidesOf } from '../sides.ts';

/** Labels that say which cell a series counts. */
const CELL_LABELS = ['le', 'category', ...BIN_START, ...BIN_END];

/** Series of buckets by all that their cells share; those of one histogram come in a frame each. */
export type BucketGroups = Map<string, BucketSeries>;

/** Reads the fields of a frame that count a cell each. */
export function* readBuckets(
  frame: DataFrame,
  plan: SidePlan,
  groups: BucketGroups,
  reader: Reader
): Generator<Progress, void> {
  const rows = rowsOf(frame);
  const time = timeColumn(frame, reader.wanted.fields.time);
  const times = time ? yield* readTimes(time, rows, reader) : new Float64Array(rows).fill(NaN);
  for (const field of bucketFields(frame)) {
    const labels = labelsOf(field);
    const { cell, rest } = splitLabels(labels);
    const isRows = frame.meta?.type === DataFrameType.HeatmapRows;
    const values = Float64Array.from(field.values, (value: unknown) => numberFromCell(value) ?? NaN);
    const own = isRows ? frame.name : field.name === 'Value' ? '' : seriesName(frame, field);
    const name = labels['__name__'] ?? own ?? '';
    const series = groupOf(
      { frame, labels: rest, name, cumulative: cell['le'] !== undefined && !isRows },
      plan,
      groups,
      reader
    );
    keepField(reader, series.feature, field, false);
    series.buckets.push({ ...boundsOf(cell, field.name), category: cell['category'], times, values });
    yield advance(reader, rows, `reading ${series.feature}`);
  }
}

/** Reads a table with a column `le`: each row a bucket of the histogram that its other columns of text name. */
export function* readBucketTable(
  { frame, columns, plan }: { frame: DataFrame; columns: CountColumns; plan: SidePlan },
  groups: BucketGroups,
  reader: Reader
): Generator<Progress, void> {
  const { cells, count } = columns;
  if (cells.by !== 'le' || !count) {
    return;
  }
  const rows = rowsOf(frame);
  const time = timeColumn(frame, reader.wanted.fields.time);
  const times = time ? yield* readTimes(time, rows, reader) : new Float64Array(rows).fill(NaN);
  const labelled = frame.fields.filter(({ type, name }) => type === FieldType.string && name !== cells.le.name);
  const known = new Map<string, BucketTable>();
  for (let row = 0; row < rows; row++) {
    const texts = labelled.map((field) => textAt(field, row) ?? '');
    const key = texts.join('\u0000');
    const table = known.get(key) ?? { texts, buckets: new Map() };
    known.set(key, table);
    const le = numberFromCell(cells.le.values[row]) ?? NaN;
    const bucket = table.buckets.get(le) ?? { times: [], values: [] };
    table.buckets.set(le, bucket);
    bucket.times.push(times[row] ?? NaN);
    bucket.values.push(numberFromCell(count.values[row]) ?? NaN);
    if (row % SLICE === SLICE - 1) {
      yield advance(reader, SLICE * frame.fields.length, 'reading histograms');
    }
  }
  for (const { texts, buckets } of known.values()) {
    const labels = Object.fromEntries(labelled.map(({ name }, i): [string, string] => [name, texts[i] ?? '']));
    const feature = columns.feature ? labels[columns.feature.name] : undefined;
    // The side was a column of rows that are gone: as a label it is one of the whole series.
    const of = { frame: { ...frame, fields: [] }, labels: { ...labels, ...(feature && { feature }) } };
    const series = groupOf({ ...of, name: labels['__name__'] ?? '', cumulative: true }, plan, groups, reader);
    keepField(reader, series.feature, cells.le, false);
    for (const [end, samples] of buckets) {
      series.buckets.push({ start: NaN, end, category: undefined, ...samples });
    }
  }
}

/** Rows of a table that are one histogram. */
interface BucketTable {
  /** Cells of the columns of text. */
  texts: string[];
  /** Samples by `le`. */
  buckets: Map<number, { times: number[]; values: number[] }>;
}

interface GroupOf {
  frame: DataFrame;
  labels: Labels;
  name: string;
  cumulative: boolean;
}

function groupOf({ frame, labels, name, cumulative }: GroupOf, plan: SidePlan, groups: BucketGroups, reader: Reader) {
  const key = JSON.stringify([frame.refId, name, cumulative, Object.entries(labels).sort()]);
  const known = groups.get(key);
  if (known) {
    return known;
  }
  const of = { frame, labels, rows: 1, timed: true, picked: reader.wanted.fields.side };
  const series: BucketSeries = {
    feature: labels['feature'] || featureFrom(name) || 'value',
    labels,
    sides: sidesOf(of, plan),
    counter: /_(bucket|total|count)$/.test(name),
    cumulative,
    buckets: [],
  };
  groups.set(key, series);
  return series;
}

/** "tempo_bucket" → "tempo"; the bound of a bucket is no name. */
function featureFrom(name: string): string {
  return numberFromText(name) === undefined ? name.replace(/_(bucket|total|count)$/, '') : '';
}

function splitLabels(labels: Labels): { cell: Labels; rest: Labels } {
  const [cell, rest] = [true, false].map((isCell) =>
    Object.fromEntries(
      Object.entries(labels)
        .filter(([name]) => CELL_LABELS.includes(plainName(name)) === isCell)
        .map(([name, value]) => [isCell ? plainName(name) : name, value])
    )
  );
  return { cell: cell ?? {}, rest: rest ?? {} };
}

/** Bounds of a bucket from its labels; one that is known by its end alone begins where the one before ends. */
function boundsOf(cell: Labels, name: string): { start: number; end: number } {
  const bound = (names: readonly string[]) => {
    const label = names.find((one) => cell[one] !== undefined);
    return label === undefined ? NaN : (numberFromText(cell[label] ?? '') ?? NaN);
  };
  const [start, end] = [bound(BIN_START), bound(BIN_END)];
  if (!Number.isNaN(end) || cell['category'] !== undefined) {
    return { start, end };
  }
  return { start: NaN, end: numberFromText(cell['le'] ?? name) ?? NaN };
}
