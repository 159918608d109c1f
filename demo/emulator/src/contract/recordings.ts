import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DialectName } from '../dialect.ts';
import { isRecord } from '../record.ts';

/** One recorded exchange with the real service. */
export interface Exchange {
  number: number;
  /** `NNN-name`. */
  name: string;
  note: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD' | 'OPTIONS';
  path: string;
  headers: Record<string, string>;
  /** The bytes that were sent; undefined without a body. */
  body: Buffer | undefined;
  status: number;
  replyHeaders: Record<string, string>;
  reply: string;
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** The recordings folder of SOUNDCHECK_RECORDINGS, relative to the repository; undefined when unset or missing. */
export function recordingsFolder(): string | undefined {
  const given = process.env['SOUNDCHECK_RECORDINGS'];
  if (!given) return undefined;
  const folder = resolve(root, given);
  return existsSync(join(folder, 'python')) ? folder : undefined;
}

/** All exchanges with one of the services, in the order they were made. */
export function readExchanges(folder: string, dialect: DialectName): Exchange[] {
  return readdirSync(join(folder, dialect))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readExchange(folder, join(dialect, file)));
}

/** A file of the recordings' data folder, parsed. */
export function readData(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(join(folder, 'data', file), 'utf8'));
}

function readExchange(folder: string, file: string): Exchange {
  const recorded = record(JSON.parse(readFileSync(join(folder, file), 'utf8')), file);
  const request = record(recorded['request'], file);
  const response = record(recorded['response'], file);
  const methods = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'] as const;
  const method = methods.find((one) => one === request['method']);
  if (!method) throw new Error(`${file}: no known method`);
  return {
    number: Number(basename(file).slice(0, 3)),
    name: basename(file, '.json'),
    note: String(recorded['note'] ?? ''),
    method,
    path: String(request['path']),
    headers: texts(request['headers']),
    body: 'body' in request ? bytes(folder, request['body']) : undefined,
    status: Number(response['status']),
    replyHeaders: texts(response['headers']),
    reply: replyText(folder, response['body']),
  };
}

function bytes(folder: string, body: unknown): Buffer {
  if (typeof body === 'string') return Buffer.from(body, 'utf8');
  if (isRecord(body) && typeof body['$ref'] === 'string') return readFileSync(join(folder, 'data', body['$ref']));
  if (isRecord(body) && typeof body['$base64'] === 'string') return Buffer.from(body['$base64'], 'base64');
  return Buffer.from(JSON.stringify(body), 'utf8');
}

function replyText(folder: string, body: unknown): string {
  if (isRecord(body) && typeof body['$ref'] === 'string') {
    return readFileSync(join(folder, 'data', body['$ref']), 'utf8');
  }
  return String(body);
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (isRecord(value)) return value;
  throw new Error(`${where}: expected an object`);
}

function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(isRecord(value) ? value : {}).map(([name, text]) => [name, String(text)]));
}
