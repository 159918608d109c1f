import { NumericColumn } from '../../storage/column.ts';
import { Uncaught } from '../http/reply.ts';
import { hashOrder, hashOrdered } from '../hash-order.ts';
import { sameSchema } from './schema.ts';
import type { ColumnSpec, Schema } from './schema.ts';

export const unlabeledTag = '_trustyai_unlabeled';
export const syntheticTag = '_trustyai_synthetic';
export const reservedPrefix = '_trustyai';

/** What is stored of a row beside its values. */
export interface RowMark {
  id: string;
  /** Epoch milliseconds. */
  time: number;
  tag: string;
}

/** Some rows: the columns under their raw names, true and false as 1 and 0, and a mark a row. */
export interface Frame {
  columns: ReadonlyMap<string, Float64Array>;
  marks: readonly RowMark[];
}

/** Where the service keeps its rows. The two find the marks of rows in different ways. */
export type StorageKind = 'files' | 'database';

/** What `/info` calls the two tensors of a model. */
export interface TensorNames {
  input: string;
  output: string;
}

/** Everything stored about one model. It survives a restart of the service. */
export class StoredModel {
  readonly schema: Schema;
  readonly tensors: TensorNames;
  private readonly kind: StorageKind;
  /** Raw name to alias as it was last given. A raw name that is no key of it has no alias. */
  mapping = { inputs: new Map<string, string>(), outputs: new Map<string, string>() };
  private columns = new Map<string, NumericColumn>();
  private marks: RowMark[] = [];
  private changes = 0;

  constructor(schema: Schema, tensors: TensorNames, kind: StorageKind) {
    this.schema = schema;
    this.tensors = tensors;
    this.kind = kind;
    for (const { name } of this.specs) this.columns.set(name, new NumericColumn());
  }

  get specs(): ColumnSpec[] {
    return [...this.schema.inputs, ...this.schema.outputs];
  }

  get observations(): number {
    return this.marks.length;
  }

  /** Grows with every change of rows, tags or names. */
  get revision(): number {
    return this.changes;
  }

  rename(inputs: ReadonlyMap<string, string>, outputs: ReadonlyMap<string, string>): void {
    this.changes += 1;
    this.mapping = { inputs: new Map(inputs), outputs: new Map(outputs) };
  }

  /** The alias of a column, or its raw name. */
  nameInForce(raw: string): string {
    return this.mapping.inputs.get(raw) ?? this.mapping.outputs.get(raw) ?? raw;
  }

  /** The column of that name in force. */
  columnNamed(name: string): ColumnSpec | undefined {
    return this.specs.find((spec) => this.nameInForce(spec.name) === name);
  }

  /** Raw names of all columns, in the order of the service's lists. */
  get listedNames(): string[] {
    return hashOrder(this.columns.keys());
  }

  /** Appends rows, a list of values a column. Throws where the schema is not the stored one; nothing is stored then. */
  append(schema: Schema, values: readonly (readonly number[])[], marks: readonly RowMark[]): void {
    if (!sameSchema(schema, this.schema)) throw new Uncaught('The columns are not those of the stored rows.');
    this.changes += 1;
    [...this.columns.values()].forEach((column, index) => values[index]?.forEach((value) => column.push(value)));
    for (const mark of marks) this.marks.push(mark);
  }

  tagCounts(): Record<string, number> {
    const counts = new Map<string, number>();
    for (const { tag } of this.marks) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    return hashOrdered(counts);
  }

  marksTagged(tags: readonly string[]): RowMark[] {
    return this.marks.filter(({ tag }) => tags.includes(tag));
  }

  /** The last rows that came as inferences, at most `size`. */
  inferences(size: number): Frame {
    const rows: number[] = [];
    for (let row = this.marks.length - 1; row >= 0 && rows.length < size; row -= 1) {
      if (this.marks[row]?.tag === unlabeledTag) rows.push(row);
    }
    return this.pick(rows.reverse(), (row) => row);
  }

  /** The last rows of everything, at most `size`. */
  latest(size: number): Frame {
    const start = Math.max(0, this.marks.length - size);
    return this.pick(rowsFrom(start, this.marks.length), (row) => row);
  }

  /**
   * What the service loads when it looks for tags: the last `limit` rows. In files it pairs their values with the marks
   * of the first `limit` rows, so that beyond that many rows the two do not belong together.
   */
  loaded(limit: number): Frame {
    const start = Math.max(0, this.marks.length - limit);
    return this.pick(rowsFrom(start, this.marks.length), this.pairing(start));
  }

  /** The rows of `loaded` that carry the tag. */
  reference(tag: string, limit: number): Frame {
    const start = Math.max(0, this.marks.length - limit);
    const markOf = this.pairing(start);
    const rows = rowsFrom(start, this.marks.length).filter((row) => this.marks[markOf(row)]?.tag === tag);
    return this.pick(rows, markOf);
  }

  /** How many rows can be given other tags. */
  taggable(limit: number): number {
    return this.kind === 'database' ? this.marks.length : Math.min(this.marks.length, limit);
  }

  /** Gives rows new tags, by row number. In files the service then keeps nothing but `loaded`: older rows are lost. */
  retag(tags: ReadonlyMap<number, string>, limit: number): void {
    this.changes += 1;
    const kept = this.kind === 'database' ? this.latest(this.marks.length) : this.loaded(limit);
    this.marks = kept.marks.map((mark, row) => ({ ...mark, tag: tags.get(row) ?? mark.tag }));
    for (const [name, values] of kept.columns) {
      const column = new NumericColumn();
      values.forEach((value) => column.push(value));
      this.columns.set(name, column);
    }
  }

  /** Which mark goes with a row when rows from `start` on are loaded. */
  private pairing(start: number): (row: number) => number {
    return this.kind === 'database' ? (row) => row : (row) => row - start;
  }

  private pick(rows: readonly number[], markOf: (row: number) => number): Frame {
    const columns = [...this.columns].map(([name, column]): [string, Float64Array] => [
      name,
      Float64Array.from(rows, (row) => column.at(row)),
    ]);
    return { columns: new Map(columns), marks: rows.flatMap((row) => this.marks[markOf(row)] ?? []) };
  }
}

function rowsFrom(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
