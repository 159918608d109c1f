import { complain, failed } from './issue.ts';
import { isRecord } from '../../record.ts';
import type { Check, Failed, Issue, Location } from './issue.ts';

/** A list whose items all pass. */
export function list<T>(item: Check<T>): Check<T[]> {
  return (value, loc, issues) => {
    if (!Array.isArray(value)) {
      return complain(issues, loc, value, { type: 'list_type', msg: 'Input should be a valid list' });
    }
    const before = issues.length;
    const items: T[] = [];
    value.forEach((one: unknown, index) => {
      const decoded = item(one, [...loc, index], issues);
      if (decoded !== failed) items.push(decoded);
    });
    return issues.length > before ? failed : items;
  };
}

/** A dictionary whose values all pass. */
export function dictionary<T>(item: Check<T>): Check<Record<string, T>> {
  return (value, loc, issues) => {
    if (!isRecord(value)) {
      return complain(issues, loc, value, { type: 'dict_type', msg: 'Input should be a valid dictionary' });
    }
    const before = issues.length;
    const entries: Array<[string, T]> = [];
    for (const [key, one] of Object.entries(value)) {
      const decoded = item(one, [...loc, key], issues);
      if (decoded !== failed) entries.push([key, decoded]);
    }
    return issues.length > before ? failed : Object.fromEntries(entries);
  };
}

export function nullable<T>(inner: Check<T>): Check<T | null> {
  return (value, loc, issues) => (value === null ? null : inner(value, loc, issues));
}

/** Passes anything. */
export const anything: Check<unknown> = (value) => value;

/** Reads the fields of one object and collects what is wrong with them. */
export class Fields {
  private readonly source: Record<string, unknown>;
  private readonly loc: Location;
  private readonly issues: Issue[];
  private readonly bySnakeName: boolean;

  constructor(source: Record<string, unknown>, where: { loc: Location; issues: Issue[]; bySnakeName: boolean }) {
    this.source = source;
    this.loc = where.loc;
    this.issues = where.issues;
    this.bySnakeName = where.bySnakeName;
  }

  /** The value of a field under its wire name or, where allowed, its snake_case name. */
  private given(name: string): unknown {
    if (Object.hasOwn(this.source, name)) return this.source[name];
    const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return this.bySnakeName && Object.hasOwn(this.source, snake) ? this.source[snake] : undefined;
  }

  /** A field that must be there. */
  required<T>(name: string, check: Check<T>): T | Failed {
    const value = this.given(name);
    const loc = [...this.loc, name];
    return value === undefined
      ? complain(this.issues, loc, this.source, { type: 'missing', msg: 'Field required' })
      : check(value, loc, this.issues);
  }

  /** A field with a default. */
  optional<T, D>(name: string, check: Check<T>, byDefault: D): T | D | Failed {
    const value = this.given(name);
    return value === undefined ? byDefault : check(value, [...this.loc, name], this.issues);
  }
}

/** An object read field by field. `read` returns the decoded fields; any of them may be `failed`. */
export function model<T extends object>(
  read: (fields: Fields) => { [K in keyof T]: T[K] | Failed },
  options: { bySnakeName?: boolean } = {}
): Check<T> {
  return (value, loc, issues) => {
    if (!isRecord(value)) {
      const msg = 'Input should be a valid dictionary or object to extract fields from';
      return complain(issues, loc, value, { type: 'model_attributes_type', msg });
    }
    return together(read(new Fields(value, { loc, issues, bySnakeName: options.bySnakeName ?? false })));
  };
}

/** The fields if all of them passed. */
export function together<T extends object>(decoded: { [K in keyof T]: T[K] | Failed }): T | Failed {
  return whole(decoded) ? decoded : failed;
}

function whole<T extends object>(decoded: { [K in keyof T]: T[K] | Failed }): decoded is T {
  return Object.values(decoded).every((value) => value !== failed);
}
