import { FieldType, type DataFrame, type Field } from '@grafana/data';
import type { Progress } from '../../run/analyst.ts';
import { constantSlice, toColumn, toSlice, purposeOf } from './column-use.ts';
import type { Column, RowTable, SideName } from '../data-set.ts';
import { dealRow, newDeal, type Deal } from './deal.ts';
import { namedColumn } from '../frame-columns.ts';
import { isData, isText, readColumn, readTexts } from './read-column.ts';
import { readTimes, timeColumn } from '../read-times.ts';
import { advance, keepField, rowsOf, SLICE, sourceOf, type Reader } from '../reader.ts';
import { featureOf, seriesGroups, type SeriesGroup } from './series-groups.ts';
import type { SidePlan } from '../side-plan.ts';
import { sideColumn, sidesOf, type Sides } from '../sides.ts';
import { dealTimes } from './table-times.ts';

/** Parts of a deal by side. */
const SIDES: readonly SideName[] = ['reference', 'current'];

/** A table whose columns are features, or a time series: one table a side, a column a feature. */
export function* readWide(frame: DataFrame, plan: SidePlan, reader: Reader): Generator<Progress, RowTable[]> {
  const { fields } = reader.wanted;
  const rows = rowsOf(frame);
  const time = timeColumn(frame, fields.time);
  const times = time && (yield* readTimes(time, rows, reader));
  const marked = plan.by === 'marked' ? plan.column : '';
  const used = [time, sideColumn(frame, fields.side), namedColumn(frame, marked)];
  const data = frame.fields.filter(
    (field) => !used.includes(field) && !reader.taken.has(field) && field.type !== FieldType.time && isData(field)
  );
  const slicing = reader.slicingLabels.get(frame.refId ?? '') ?? [];
  const groups = seriesGroups(data, ['side', fields.side, marked, ...slicing]);
  const tables: RowTable[] = [];
  for (const group of groups) {
    const of = { frame, labels: group.labels, rows, timed: times !== undefined, picked: fields.side };
    const sides = sidesOf(of, plan);
    tables.push(...(yield* readGroup({ frame, group, times, sides, slicing }, reader)));
  }
  return tables;
}

interface GroupOf {
  frame: DataFrame;
  group: SeriesGroup;
  times: Float64Array | undefined;
  sides: Sides;
  slicing: readonly string[];
}

function* readGroup({ frame, group, times, sides, slicing }: GroupOf, reader: Reader): Generator<Progress, RowTable[]> {
  const deal = yield* dealSides(rowsOf(frame), times, sides, reader);
  const columns: Column[][] = SIDES.map((_, part) =>
    slicing.map((label) => constantSlice(label, group.labels[label], deal.sizes[part] ?? 0))
  );
  const names = new Set<string>();
  for (const field of group.fields) {
    const feature = unique(featureOf(frame, field), names);
    const parts = yield* columnsOf(feature, field, deal, reader);
    parts.forEach((part, i) => columns[i]?.push(...part));
  }
  if ((deal.sizes[0] ?? 0) > 0) {
    reader.origins.add(sides.says);
  }
  const dealtTimes = times && dealTimes(times, deal);
  return SIDES.flatMap((side, part): RowTable[] => {
    const length = deal.sizes[part] ?? 0;
    const own = dealtTimes?.[part];
    const found = columns[part] ?? [];
    return length > 0 && found.length > 0
      ? [{ side, source: sourceOf(frame), length, ...(own && { times: own }), columns: found }]
      : [];
  });
}

function* dealSides(
  rows: number,
  times: Float64Array | undefined,
  sides: Sides,
  reader: Reader
): Generator<Progress, Deal> {
  const deal = newDeal(rows);
  for (let from = 0; from < rows; from += SLICE) {
    const to = Math.min(from + SLICE, rows);
    for (let row = from; row < to; row++) {
      dealRow(deal, row, sides.at(row, times?.[row] ?? NaN) === 'reference' ? 0 : 1);
    }
    yield advance(reader, 0, 'telling reference and current rows apart');
  }
  return deal;
}

/** The columns that a field becomes, part by part: none where the options leave it out, two where it is a slice too. */
function* columnsOf(feature: string, field: Field, deal: Deal, reader: Reader): Generator<Progress, Column[][]> {
  const use = purposeOf(feature, isText(field), reader.wanted.fields);
  if (!use.feature) {
    const slices = use.slice ? yield* readTexts(field, deal, reader) : [];
    return slices.map((cells) => toSlice(feature, cells));
  }
  keepField(reader, feature, field, true);
  const cells = yield* readColumn(field, deal, reader);
  const columns = cells.map((one): Column[] => [toColumn(feature, one, reader.wanted.fields)]);
  if (use.slice && cells.some(({ kind }) => kind === 'numeric')) {
    const slices = yield* readTexts(field, deal, reader);
    slices.forEach((one, part) => columns[part]?.push(...toSlice(feature, one)));
  }
  return columns;
}

/** Of two columns with one name the second is called "tempo (2)". */
function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) {
    free = `${name} (${n})`;
  }
  taken.add(free);
  return free;
}
