import { asFinite, asList, asRecord, asString, isRecord, ShapeError } from '../core/json.ts';

/** Rows that follow each other and came in one payload. */
export interface Payload {
  /** What their ids have in common on Python: the part before the last underscore. Java's have nothing. */
  id: string;
  /** Epoch milliseconds of the ingestion. */
  time: number;
  rows: number;
}

/** Rows by payload, in stored order. */
export interface InferenceIds {
  payloads: Payload[];
  /** Rows that the service has in all. */
  total: number;
}

function digits(text: string, from: number, to: number): number {
  return Number(text.slice(from, to));
}

/** Minutes east of UTC: "+02:00" at the end; none and "Z" are UTC. */
function offsetOf(text: string): number {
  const sign = text.charAt(text.length - 6);
  if (sign !== '+' && sign !== '-') {
    return 0;
  }
  const minutes = digits(text, text.length - 5, text.length - 3) * 60 + digits(text, text.length - 2, text.length);
  return sign === '+' ? minutes : -minutes;
}

/**
 * Epoch milliseconds of an ISO date-time with any number of decimals. Without a zone (Java) it is UTC; Java leaves out
 * seconds that are 0. Own code: engines differ on nanoseconds and local times.
 */
function timeOf(text: string, at: string): number {
  const seconds = text.charAt(16) === ':' ? digits(text, 17, 19) : 0;
  let end = 20;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) {
    end += 1;
  }
  const millis = text.charAt(19) === '.' ? Math.floor(Number(`0${text.slice(19, end)}`) * 1000 + 1e-6) : 0;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const minutes = digits(text, 14, 16) - offsetOf(text.slice(16));
  const time = Date.UTC(year, month - 1, day, digits(text, 11, 13), minutes, seconds, millis);
  const marks = text.charAt(4) + text.charAt(7) + text.charAt(10) + text.charAt(13);
  if (Number.isNaN(time) || marks !== '--T:') {
    throw new ShapeError(`${at} should be a date and time and is "${text.slice(0, 40)}"`);
  }
  return time;
}

function payloadOf(row: string): string {
  const end = row.lastIndexOf('_');
  return end < 0 ? '' : row.slice(0, end);
}

/** `GET /info/inference/ids/{model}` before its rows are read: a page on Python, a bare list of all on Java. */
export function decodeIdList(json: unknown): { list: readonly unknown[]; total: number } {
  if (isRecord(json)) {
    return { list: asList(json['ids'], 'ids'), total: asFinite(json['total'], 'total') };
  }
  const list = asList(json, 'the reply');
  return { list, total: list.length };
}

/** The same with its rows read; it also takes a part of the list. */
export function decodeInferenceIds(json: unknown): InferenceIds {
  const { list, total } = decodeIdList(json);
  const payloads: Payload[] = [];
  let last: Payload | undefined;
  let lastText: string | undefined;
  for (let i = 0; i < list.length; i += 1) {
    const { id: row, timestamp } = asRecord(list[i], 'ids');
    const text = asString(timestamp, 'timestamp');
    const id = payloadOf(asString(row, 'id'));
    if (last !== undefined && text === lastText && id === last.id) {
      last.rows += 1;
    } else {
      last = { id, time: timeOf(text, 'timestamp'), rows: 1 };
      lastText = text;
      payloads.push(last);
    }
  }
  return { payloads, total };
}
