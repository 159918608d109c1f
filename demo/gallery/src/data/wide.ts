import type { Column } from '../dashboard/frame.ts';

/** A column by its name. Throws where the data have none. */
export function columnOf(columns: readonly Column[], name: string): Column {
  const found = columns.find((column) => column.name === name);
  if (!found) {
    throw new Error(`The gallery's data have no column "${name}".`);
  }
  return found;
}

/** The columns of these names, in this order. */
export function only(columns: readonly Column[], names: readonly string[]): Column[] {
  return names.map((name) => columnOf(columns, name));
}
