import { isRecord } from '../record.ts';
import { BadInput } from './arguments.ts';

/** One request of a replay file, at its own time in epoch milliseconds. */
export interface ReplayLine {
  at: number;
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

const methods = ['GET', 'POST', 'DELETE'] as const;

/** Decodes one line of a replay file. Throws BadInput naming the line. */
export function readReplayLine(text: string, number: number): ReplayLine {
  const complain = (what: string) => new BadInput(`Line ${number} of the replay file ${what}.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw complain('is not JSON');
  }
  if (!isRecord(value)) throw complain('is not an object');
  const { at, path, body } = value;
  if (typeof at !== 'number' || !Number.isFinite(at)) throw complain('has no number "at" in epoch milliseconds');
  const method = methods.find((one) => one === value['method']);
  if (!method) throw complain('has no "method" out of GET, POST, DELETE');
  if (typeof path !== 'string' || !path.startsWith('/')) throw complain('has no "path" that starts with a slash');
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  for (const [name, content] of Object.entries(isRecord(value['headers']) ? value['headers'] : {})) {
    headers[name.toLowerCase()] = String(content);
  }
  return { at, method, path, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
}
