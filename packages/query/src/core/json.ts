/**
 * Guards for JSON of unknown shape. Each throws a ShapeError that names the place, so that decoders read like the
 * shape they expect and nothing downstream sees JSON.
 */

/** A value is not what its place asks for. */
export class ShapeError extends Error {}

export type JsonRecord = Readonly<Record<string, unknown>>;

function describe(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'a list' : typeof value === 'undefined' ? 'nothing' : `a ${typeof value}`;
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asRecord(value: unknown, at: string): JsonRecord {
  if (!isRecord(value)) {
    throw new ShapeError(`${at} should be an object and is ${describe(value)}`);
  }
  return value;
}

export function asList(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw new ShapeError(`${at} should be a list and is ${describe(value)}`);
  }
  return value;
}

export function asString(value: unknown, at: string): string {
  if (typeof value !== 'string') {
    throw new ShapeError(`${at} should be text and is ${describe(value)}`);
  }
  return value;
}

/** A finite number, as counts and settings are. */
export function asFinite(value: unknown, at: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new ShapeError(`${at} should be a number and is ${describe(value)}`);
  }
  return value;
}

/**
 * A measured number. Java writes "NaN", "Infinity" and "-Infinity" as text, Python writes null for all three, so null
 * comes back as NaN: the service had a result and it is no finite number.
 */
export function asMeasured(value: unknown, at: string): number {
  if (value === null || value === 'NaN') {
    return NaN;
  }
  if (value === 'Infinity') {
    return Infinity;
  }
  if (value === '-Infinity') {
    return -Infinity;
  }
  if (typeof value !== 'number') {
    throw new ShapeError(`${at} should be a number and is ${describe(value)}`);
  }
  return value;
}

/** undefined and null mean absent. */
export function optional<T>(value: unknown, at: string, decode: (value: unknown, at: string) => T): T | undefined {
  return value === undefined || value === null ? undefined : decode(value, at);
}

/** A member of an object, named by its place where it is wrong. */
export function field<T>(record: JsonRecord, at: string, name: string, decode: (value: unknown, at: string) => T): T {
  return decode(record[name], `${at}.${name}`);
}

/** The same where it may be absent. */
export function optionalField<T>(
  record: JsonRecord,
  at: string,
  name: string,
  decode: (value: unknown, at: string) => T
): T | undefined {
  return optional(record[name], `${at}.${name}`, decode);
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A decimal number as text; undefined for anything else. `Number` also reads "", "0x10" and blanks as numbers. */
export function decimalOf(text: string): number | undefined {
  return DECIMAL.test(text) ? Number(text) : undefined;
}
