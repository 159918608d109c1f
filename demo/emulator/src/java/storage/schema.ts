export type ColumnType = 'BOOL' | 'INT32' | 'INT64' | 'FLOAT' | 'DOUBLE';

export interface ColumnSpec {
  name: string;
  type: ColumnType;
}

/** Inputs, then outputs: the index of a column counts through both. */
export interface Schema {
  inputs: readonly ColumnSpec[];
  outputs: readonly ColumnSpec[];
}

/** Names, types and their order are the same. */
export function sameSchema(one: Schema, other: Schema): boolean {
  return JSON.stringify([one.inputs, one.outputs]) === JSON.stringify([other.inputs, other.outputs]);
}

/** What drift metrics look at: neither true/false nor text. */
export function isNumeric({ type }: ColumnSpec): boolean {
  return type !== 'BOOL';
}
