import { doubleText, floatText } from '../number-text.ts';
import type { ColumnSpec, ColumnType } from './schema.ts';

/** A JSON value as the number a column of that type stores for it; undefined where it does not fit. */
export function storedNumber(value: unknown, type: ColumnType): number | undefined {
  if (type === 'BOOL') return typeof value === 'boolean' ? Number(value) : undefined;
  if (typeof value !== 'number') return undefined;
  if (type === 'FLOAT') return Math.fround(value);
  return type === 'DOUBLE' || Number.isInteger(value) ? value : undefined;
}

/** A stored number as the service writes it in labels and in downloads. */
export function valueText(stored: number, type: ColumnType): string {
  if (type === 'BOOL') return String(stored === 1);
  if (type === 'FLOAT') return floatText(stored);
  return type === 'DOUBLE' ? doubleText(stored) : String(stored);
}

/** The message for a value that does not fit; `what` is the part it was meant for. */
export function misfit(what: string, value: unknown, { name, type }: ColumnSpec): string {
  return `Received invalid type for ${what}=${name}: got '${String(value)}', expected object compatible with '${type}'`;
}
