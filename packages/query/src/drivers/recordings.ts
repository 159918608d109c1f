import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asFinite, asRecord, asString, isRecord } from '../core/json.ts';
import type { Reply, Request } from '../core/io.ts';
import type { Dialect } from '../catalogue/meaning.ts';
import type { Exchange } from './exchange.ts';

/** One recorded exchange with a real service. */
export interface Recording {
  name: string;
  request: { method: string; path: string; body: unknown };
  reply: Reply;
}

const REPOSITORY = resolve(import.meta.dirname, '../../../..');

/**
 * The folder of recordings from SOUNDCHECK_RECORDINGS, relative to the repository's root.
 * @returns undefined where it is unset; throws where it is set, or under CI, and missing
 */
export function recordingsFolder(): string | undefined {
  const folder = process.env['SOUNDCHECK_RECORDINGS'];
  if (!folder) {
    if (process.env['CI'] === 'true') {
      throw new Error('SOUNDCHECK_RECORDINGS is not set: under CI the recorded exchanges must be there.');
    }
    return undefined;
  }
  const path = resolve(REPOSITORY, folder);
  if (!existsSync(join(path, 'python'))) {
    throw new Error(`SOUNDCHECK_RECORDINGS points at ${path}, which holds no recordings.`);
  }
  return path;
}

function resolveRef(folder: string, value: unknown): unknown {
  return isRecord(value) && typeof value['$ref'] === 'string'
    ? readFileSync(join(folder, 'data', value['$ref']), 'utf8')
    : value;
}

function readRecording(folder: string, file: string): Recording {
  const json = asRecord(JSON.parse(readFileSync(file, 'utf8')), file);
  const request = asRecord(json['request'], 'request');
  const response = asRecord(json['response'], 'response');
  const headers = asRecord(response['headers'], 'headers');
  const body = resolveRef(folder, response['body']);
  const contentType = headers['content-type'];
  return {
    name: asString(json['name'], 'name'),
    request: {
      method: asString(request['method'], 'method'),
      path: asString(request['path'], 'path'),
      body: request['body'],
    },
    reply: {
      status: asFinite(response['status'], 'status'),
      contentType: typeof contentType === 'string' ? contentType : '',
      body: typeof body === 'string' ? body : '',
    },
  };
}

/** All recordings of one service, in the order in which they were made. */
export function readRecordings(folder: string, dialect: Dialect): Recording[] {
  const files = readdirSync(join(folder, dialect))
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.map((name) => readRecording(folder, join(folder, dialect, name)));
}

/** Fields that the recorder did not send and that change nothing on the service asked. */
const IGNORED = new Set(['thresholdDelta', 'alpha', 'fitColumns']);

function comparable(record: unknown): string {
  return isRecord(record)
    ? JSON.stringify(
        Object.entries(record)
          .filter(([name]) => !IGNORED.has(name))
          .sort()
      )
    : '';
}

/**
 * An exchange that answers from recordings: method and path must match, and the body up to fields that change nothing.
 * @param preferred names of recordings to take where several match, as the state of the service changed between them;
 *   the first of them that matches answers
 */
export function recordedExchange(recordings: readonly Recording[], preferred: readonly string[]): Exchange {
  return (request: Request) => {
    const matching = recordings.filter(
      (one) =>
        one.request.method === request.method &&
        one.request.path === request.path &&
        (request.body === undefined || comparable(one.request.body) === comparable(JSON.parse(request.body)))
    );
    const byPreference = preferred.flatMap((name) => matching.filter((one) => one.name === name));
    const found = byPreference[0] ?? matching[0];
    if (found === undefined) {
      throw new Error(`No recording answers ${request.method} ${request.path} ${request.body ?? ''}`);
    }
    return Promise.resolve(found.reply);
  };
}
