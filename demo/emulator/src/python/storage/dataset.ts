import { NumericColumn } from '../../storage/column.ts';
import { rowWidth } from './matrix.ts';
import type { Matrix } from './matrix.ts';

/** Why rows could not be stored. The service turns it into a generic 500. */
export class StorageFault extends Error {}

/** A column of a window: numbers, or cells as they came where the data set holds anything but numbers. */
export type Cells = Float64Array | readonly unknown[];

/**
 * The inputs or the outputs of one model, in stored order. The first rows fix names, shape and kind: numeric, or
 * "serialized" as soon as one cell is no number (true and false count as none). Names of later rows are not looked
 * at, and of a serialized data set not even the number of columns.
 */
export class Dataset {
  readonly names: readonly string[];
  types: readonly string[] | null = null;
  private aliases: readonly string[] | null = null;
  private readonly tail: readonly number[];
  private readonly columns: NumericColumn[] | null;
  private readonly serialized: unknown[][] = [];
  private count = 0;

  constructor(first: Matrix) {
    this.names = first.names;
    this.tail = first.tail;
    this.columns = isNumeric(first) ? Array.from({ length: rowWidth(first) }, () => new NumericColumn()) : null;
    this.append(first);
  }

  get rows(): number {
    return this.count;
  }

  /** Aliases where set, raw names elsewhere. */
  get effectiveNames(): readonly string[] {
    return this.aliases ?? this.names;
  }

  /** Raw name to alias, real changes only. */
  get nameMapping(): Record<string, string> {
    const aliases = this.effectiveNames;
    const changed = this.names.map((name, index): [string, string] => [name, aliases[index] ?? name]);
    return Object.fromEntries(changed.filter(([name, alias]) => name !== alias));
  }

  rename(mapping: Record<string, string>): void {
    this.aliases = this.names.map((name) => mapping[name] ?? name);
  }

  clearNames(): void {
    this.aliases = null;
  }

  append(matrix: Matrix): void {
    if (matrix.rows === 0) throw new StorageFault('There are no rows to store.');
    const numeric = isNumeric(matrix);
    if (numeric !== (this.columns !== null)) {
      throw new StorageFault('Numeric rows and rows with text cannot share a data set.');
    }
    if (this.columns && String(matrix.tail) !== String(this.tail)) {
      throw new StorageFault(`Rows of shape [${matrix.tail.join()}] do not fit stored rows of [${this.tail.join()}].`);
    }
    const width = rowWidth(matrix);
    for (let row = 0; row < matrix.rows; row += 1) {
      if (this.columns) {
        for (let column = 0; column < width; column += 1) {
          this.columns[column]?.push(Number(matrix.cells[row * width + column]));
        }
      } else {
        this.serialized.push(matrix.cells.slice(row * width, (row + 1) * width));
      }
    }
    this.count += matrix.rows;
  }

  /** The readable columns of rows `start` up to but without `end`, under their effective names. */
  window(start: number, end: number): Map<string, Cells> {
    if (!this.columns) return named(this.effectiveNames, pivot(this.serialized.slice(start, end)));
    if (this.tail.length > 1) return new Map();
    return named(
      this.effectiveNames,
      this.columns.map((column) => column.view(start, end))
    );
  }

  /** The readable columns of the given rows, copied. */
  pick(rows: ArrayLike<number>): Map<string, Cells> {
    if (!this.columns) {
      return named(this.effectiveNames, pivot(Array.from(rows, (row) => this.serialized[row] ?? [])));
    }
    if (this.tail.length > 1) return new Map();
    return named(
      this.effectiveNames,
      this.columns.map((column) => Float64Array.from(rows, (row) => column.at(row)))
    );
  }
}

function isNumeric(matrix: Matrix): boolean {
  return matrix.cells.every((cell) => typeof cell === 'number');
}

function named(names: readonly string[], columns: readonly Cells[]): Map<string, Cells> {
  const entries = names.slice(0, columns.length).map((name, index): [string, Cells] => [name, columns[index] ?? []]);
  return new Map(entries);
}

/** Rows to columns. Rows of unequal length leave one column of whole rows, which nothing can be computed from. */
function pivot(rows: readonly unknown[][]): Cells[] {
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) return [rows];
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
}
