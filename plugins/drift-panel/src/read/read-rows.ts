import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { column, labelsOf, textAt } from './frame-columns.ts';
import { sideNamed, sideOf } from './read-role.ts';

export type Side = 'reference' | 'current';

/** Raw cells of one feature on one side, as they stand in a frame. Missing cells are null. */
export interface Cells {
  feature: string;
  side: Side | undefined;
  /** Grafana unit id of the field, where one is set. */
  unit?: string;
  cells: Array<number | string | boolean | null>;
}

/**
 * Raw values of a frame: a column a feature (wide), columns `feature` and `value` (long), or time series whose fields
 * carry a label `feature`. The side comes from a column or label `side`, else from the frame.
 * @param referenceRefId which query's rows are the reference, from the options
 */
export function readRows(frame: DataFrame, referenceRefId: string): Cells[] {
  const whole = sideOf(frame, referenceRefId);
  const feature = column(frame, 'feature');
  const value = column(frame, 'value');
  if (feature && value) {
    return readLong({ frame, feature, value, whole });
  }
  const sides = column(frame, 'side');
  return frame.fields
    .filter((field) => field !== sides && isData(field))
    .flatMap((field) => {
      const { feature: labelled, side } = labelsOf(field);
      const name = labelled ?? (field.config.displayName || field.name);
      return bySide(name, field, (row) => sideNamed(textAt(sides, row)) ?? sideNamed(side) ?? whole);
    });
}

function isData(field: Field): boolean {
  return (
    field.type === FieldType.number ||
    field.type === FieldType.string ||
    field.type === FieldType.boolean ||
    field.type === FieldType.enum
  );
}

interface LongFrame {
  frame: DataFrame;
  feature: Field;
  value: Field;
  whole: Side | undefined;
}

function readLong({ frame, feature, value, whole }: LongFrame): Cells[] {
  const sides = column(frame, 'side');
  const found = new Map<string, Cells>();
  for (let row = 0; row < frame.length; row++) {
    const name = textAt(feature, row);
    if (name === undefined) {
      continue;
    }
    const side = sideNamed(textAt(sides, row)) ?? whole;
    const key = `${side ?? ''}\u0000${name}`;
    const cells = found.get(key) ?? { feature: name, side, ...unitOf(value), cells: [] };
    found.set(key, cells);
    cells.cells.push(cellAt(value, row));
  }
  return [...found.values()];
}

function bySide(feature: string, field: Field, sideAt: (row: number) => Side | undefined): Cells[] {
  const found = new Map<Side | undefined, Cells>();
  for (let row = 0; row < field.values.length; row++) {
    const side = sideAt(row);
    const cells = found.get(side) ?? { feature, side, ...unitOf(field), cells: [] };
    found.set(side, cells);
    cells.cells.push(cellAt(field, row));
  }
  return [...found.values()];
}

function unitOf({ config }: Field): Pick<Cells, 'unit'> {
  return config.unit ? { unit: config.unit } : {};
}

function cellAt(field: Field, row: number): number | string | boolean | null {
  const cell: unknown = field.values[row];
  if (field.type === FieldType.enum && typeof cell === 'number') {
    return field.config.type?.enum?.text?.[cell] ?? cell;
  }
  return typeof cell === 'number' || typeof cell === 'string' || typeof cell === 'boolean' ? cell : null;
}
