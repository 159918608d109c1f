import type { DataFrame, Field } from '@grafana/data';
import type { Progress } from '../../run/analyst.ts';
import { countingFields, type CountColumns } from './count-columns.ts';
import type { CountLog, CountRow } from './count-log.ts';
import { binEnds } from './bin-ends.ts';
import { sideNamed } from '../read-role.ts';
import { labelsOf, textAt } from '../frame-columns.ts';
import { numberFromCell } from '../number-from-text.ts';
import { readTimes, timeColumn } from '../read-times.ts';
import { advance, keepField, rowsOf, SLICE, titleOf, type Reader } from '../reader.ts';
import type { SidePlan } from '../side-plan.ts';
import { sidesOf, type Sides } from '../sides.ts';

/** Counts as a table: a row a cell, or (Grafana's histogram frames) a row a bin and a column of counts a feature. */
export function* readCountTable(
  { frame, columns, plan }: { frame: DataFrame; columns: CountColumns; plan: SidePlan },
  log: CountLog,
  reader: Reader
): Generator<Progress, void> {
  const { fields } = reader.wanted;
  const rows = rowsOf(frame);
  const time = timeColumn(frame, fields.time);
  const starts = time === columns.timeEnd ? undefined : time;
  const froms = starts && (yield* readTimes(starts, rows, reader));
  const tos = columns.timeEnd && (yield* readTimes(columns.timeEnd, rows, reader));
  const ends = columns.cells.by === 'bins' && !columns.cells.end ? binEnds(columns.cells.start.values) : undefined;
  for (const count of columns.count ? [columns.count] : countingFields(frame, columns)) {
    const sides = sidesOf(
      { frame, labels: labelsOf(count), rows, timed: Boolean(froms ?? tos), picked: fields.side },
      plan
    );
    yield* readCounts({ frame, columns, count, sides, froms, tos, ends }, log, reader);
  }
}

interface CountsOf {
  frame: DataFrame;
  columns: CountColumns;
  count: Field;
  sides: Sides;
  froms: Float64Array | undefined;
  tos: Float64Array | undefined;
  /** Ends of the bins by their starts, where the table gives starts only. */
  ends: ReadonlyMap<number, number> | undefined;
}

function* readCounts(of: CountsOf, log: CountLog, reader: Reader): Generator<Progress, void> {
  const { frame, columns, count, sides } = of;
  const rows = rowsOf(frame);
  const name = columns.feature ? undefined : nameOfFeature(of, reader);
  const ownSide = columns.count ? undefined : sideNamed(count.name);
  const row: CountRow = { feature: '', side: 'current', start: 0, end: 0, category: '', count: 0, from: 0, to: 0 };
  log.reserve(rows);
  const unit = unitField(of);
  let unreadable = 0;
  let hasReference = false;
  for (let from = 0; from < rows; from += SLICE) {
    const to = Math.min(from + SLICE, rows);
    for (let i = from; i < to; i++) {
      const feature = name ?? textAt(columns.feature, i);
      const number = numberFromCell(count.values[i]);
      unreadable += number === undefined || feature === undefined ? 1 : 0;
      if (feature === undefined || number === undefined || Number.isNaN(number)) {
        continue;
      }
      if (row.feature !== feature) {
        keepField(reader, feature, unit, !columns.feature && !columns.count);
      }
      row.feature = feature;
      row.count = number;
      row.from = of.froms?.[i] ?? NaN;
      row.to = of.tos?.[i] ?? NaN;
      row.side = ownSide ?? sides.at(i, timeOfChunk(row));
      hasReference ||= row.side === 'reference';
      fillCell(row, of, i);
      log.add(row);
    }
    yield advance(reader, (to - from) * frame.fields.length, `reading counts of ${row.feature}`);
  }
  if (hasReference) {
    reader.origins.add(ownSide ? `column ${count.name}` : sides.says);
  }
  if (unreadable > 0) {
    reader.problems.push({
      what: `${titleOf(frame)} has ${unreadable} rows without a feature or with a count that is no number, which are left out`,
      remedy: 'Correct them in the query.',
    });
  }
}

/** The moment that decides over the side of a chunk: its start, else just before its end. */
export function timeOfChunk({ from, to }: { from: number; to: number }): number {
  return Number.isNaN(from) ? to - 1 : from;
}

function fillCell(row: CountRow, { columns: { cells }, ends }: CountsOf, i: number): void {
  const category = cells.by === 'le' ? undefined : textAt(cells.category, i);
  row.category = category;
  row.start = NaN;
  row.end = NaN;
  if (category === undefined && cells.by === 'bins') {
    const start = numberFromCell(cells.start.values[i]) ?? NaN;
    const end = cells.end ? (numberFromCell(cells.end.values[i]) ?? NaN) : (ends?.get(start) ?? NaN);
    // JSON has no infinity: a bound that is missing beside the other is an open end.
    row.start = Number.isNaN(start) && !Number.isNaN(end) ? -Infinity : start;
    row.end = Number.isNaN(end) && !Number.isNaN(start) ? Infinity : end;
  }
}

/** Feature of counts without a column for it: the field's name, else the frame's where that names no side. */
function nameOfFeature({ frame, columns, count }: CountsOf, reader: Reader): string {
  const labelled = labelsOf(count)['feature'];
  if (labelled) {
    return labelled;
  }
  if (!columns.count && !sideNamed(count.name)) {
    return count.name;
  }
  const { name = '', refId = '' } = frame;
  const query = reader.wanted.reference.query.trim().toLowerCase();
  const namesSide = [refId.toLowerCase(), query].includes(name.toLowerCase()) || sideNamed(name) !== undefined;
  return name === '' || namesSide ? 'value' : name;
}

/** The field whose unit is the feature's: that of its bins or categories; a column of counts keeps its own colour. */
function unitField({ columns: { cells, count }, count: own }: CountsOf): Field {
  const bins = cells.by === 'bins' ? cells.start : cells.by === 'category' ? cells.category : cells.le;
  return count
    ? bins
    : { ...own, config: { ...own.config, unit: bins.config.unit ?? own.config.unit }, display: bins.display };
}
