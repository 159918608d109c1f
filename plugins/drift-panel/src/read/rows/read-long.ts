import { FieldType, type DataFrame, type Field } from '@grafana/data';
import type { Progress } from '../../run/analyst.ts';
import { isNamed, toColumn, toSlice, purposeOf } from './column-use.ts';
import type { Column, RowTable, SideName } from '../data-set.ts';
import { dealRow, newDeal, type Deal } from './deal.ts';
import { namedColumn, pickedColumn, textAt } from '../frame-columns.ts';
import { isData, isText, readColumn, readTexts } from './read-column.ts';
import { readTimes, timeColumn } from '../read-times.ts';
import { advance, keepField, rowsOf, SLICE, sourceOf, titleOf, type Reader } from '../reader.ts';
import type { SidePlan } from '../side-plan.ts';
import { sideColumn, sidesOf, type Sides } from '../sides.ts';
import { dealTimes } from './table-times.ts';

/** The columns that make rows long. */
export interface LongColumns {
  feature: Field;
  value: Field;
}

/** `feature` and `value`, by the options or by name ("Value #A" counts); undefined: the frame is not long. */
export function longColumns(frame: DataFrame, picked: { feature: string; value: string }): LongColumns | undefined {
  const feature = pickedColumn(frame, picked.feature, 'feature');
  const value =
    pickedColumn(frame, picked.value, 'value') ??
    (picked.value.trim() === '' ? frame.fields.find(({ name }) => /^value\b/i.test(name)) : undefined);
  return feature && value && feature !== value ? { feature, value } : undefined;
}

interface Part {
  feature: string;
  side: SideName;
}

/** Rows with a column for the feature and one for its value: a table a feature and side, other text columns as slices. */
export function* readLong(
  frame: DataFrame,
  { feature, value }: LongColumns,
  plan: SidePlan,
  reader: Reader
): Generator<Progress, RowTable[]> {
  const { fields } = reader.wanted;
  const rows = rowsOf(frame);
  const time = timeColumn(frame, fields.time);
  const times = time && (yield* readTimes(time, rows, reader));
  const of = { frame, labels: {}, rows, timed: times !== undefined, picked: fields.side };
  const sides = sidesOf(of, plan);
  const { deal, parts } = yield* dealFeatures({ frame, feature, times, sides }, reader);
  parts.forEach((part) => keepField(reader, part.feature, value, false));
  if (parts.some(({ side }) => side === 'reference')) {
    reader.origins.add(sides.says);
  }

  const cells = yield* readColumn(value, deal, reader);
  const columns: Column[][] = parts.map((part, i) => {
    const own = cells[i];
    return own ? [toColumn(part.feature, own, fields)] : [];
  });
  const marked = plan.by === 'marked' ? namedColumn(frame, plan.column) : undefined;
  const used = [feature, value, time, sideColumn(frame, fields.side), marked];
  const others = frame.fields.filter(
    (field) => !used.includes(field) && field.type !== FieldType.time && isData(field)
  );
  for (const field of others.filter((one) => purposeOf(one.name, isText(one), fields).slice)) {
    const slices = yield* readTexts(field, deal, reader);
    slices.forEach((one, i) => columns[i]?.push(...toSlice(field.name, one)));
  }

  const dealtTimes = times && dealTimes(times, deal);
  return parts.map(({ side }, i) => {
    const own = dealtTimes?.[i];
    const table = { side, source: sourceOf(frame), length: deal.sizes[i] ?? 0, columns: columns[i] ?? [] };
    return own ? { ...table, times: own } : table;
  });
}

interface FeaturesOf {
  frame: DataFrame;
  feature: Field;
  times: Float64Array | undefined;
  sides: Sides;
}

function* dealFeatures(
  { frame, feature, times, sides }: FeaturesOf,
  reader: Reader
): Generator<Progress, { deal: Deal; parts: Part[] }> {
  const rows = rowsOf(frame);
  const deal = newDeal(rows);
  const parts: Part[] = [];
  const known: Record<SideName, Map<string, number>> = { reference: new Map(), current: new Map() };
  const wanted = reader.wanted.fields.features;
  let unnamed = 0;
  for (let from = 0; from < rows; from += SLICE) {
    const to = Math.min(from + SLICE, rows);
    for (let row = from; row < to; row++) {
      const name = textAt(feature, row);
      if (name === undefined) {
        unnamed += 1;
      } else if (wanted.length === 0 || isNamed(wanted, name)) {
        const side = sides.at(row, times?.[row] ?? NaN);
        const part = known[side].get(name) ?? parts.push({ feature: name, side }) - 1;
        known[side].set(name, part);
        dealRow(deal, row, part);
      }
    }
    yield advance(reader, to - from, `reading ${feature.name}`);
  }
  if (unnamed > 0) {
    reader.problems.push({
      what: `${titleOf(frame)} has ${unnamed} rows without a name in column ${feature.name}, which are left out`,
      remedy: 'Fill the column in the query, or filter these rows away.',
    });
  }
  return { deal, parts };
}
