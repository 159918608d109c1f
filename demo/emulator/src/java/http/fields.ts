import type { WireRequest } from '../../http/wire.ts';
import { isRecord } from '../../record.ts';
import { Refusal, Uncaught, empty } from './reply.ts';

/**
 * The fields of a JSON object, read as leniently as the service does: unknown ones are ignored, numbers may come as
 * text and the other way round. A field that cannot be read ends the request with an empty 400; absent and null are
 * the same.
 */
export class Fields {
  private readonly source: Record<string, unknown>;

  constructor(source: unknown) {
    if (!isRecord(source)) throw unreadable();
    this.source = source;
  }

  text(name: string): string | null {
    const value = this.raw(name);
    if (value === null || typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw unreadable();
  }

  /** Fractions are cut off. */
  integer(name: string): number | null {
    const value = this.number(name);
    return value === null ? null : Math.trunc(value);
  }

  number(name: string): number | null {
    const value = this.raw(name);
    if (value === null || value === '') return null;
    const number = typeof value === 'string' ? Number(value) : value;
    if (typeof number === 'number' && !Number.isNaN(number)) return number;
    throw unreadable();
  }

  /** A number that must be there. */
  required(name: string): number {
    const value = this.number(name);
    if (value === null) throw unreadable();
    return value;
  }

  boolean(name: string): boolean | null {
    const value = this.raw(name);
    if (value === null || typeof value === 'boolean') return value;
    if (value === 'true' || value === 'false') return value === 'true';
    throw unreadable();
  }

  list<T>(name: string, item: (value: unknown) => T): T[] | null {
    const value = this.raw(name);
    if (value === null) return null;
    if (!Array.isArray(value)) throw unreadable();
    return value.map(item);
  }

  map<T>(name: string, item: (value: unknown) => T): Map<string, T> | null {
    const value = this.raw(name);
    if (value === null) return null;
    if (!isRecord(value)) throw unreadable();
    return new Map(Object.entries(value).map(([key, one]) => [key, item(one)]));
  }

  object(name: string): Fields | null {
    const value = this.raw(name);
    return value === null ? null : new Fields(value);
  }

  raw(name: string): unknown {
    return (Object.hasOwn(this.source, name) ? this.source[name] : undefined) ?? null;
  }
}

/** A body that is no JSON, or whose values have the wrong JSON type: 400 with nothing else. */
export function unreadable(): Refusal {
  return new Refusal(empty(400));
}

export function textItem(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw unreadable();
}

/** The JSON object of the body. Another content type is a 415; no body at all is an uncaught exception. */
export function readFields({ headers, body }: WireRequest): Fields {
  if (body.length === 0) throw new Uncaught('The request has no body.');
  if (!/^application\/([\w.+-]+\+)?json/i.test(headers['content-type'] ?? '')) throw new Refusal(empty(415));
  return new Fields(parsed(body));
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw unreadable();
  }
}
