import { readFileSync } from 'node:fs';
import { codeOf, reasonOf } from '../problem.ts';
import { CallFailure } from './target.ts';

export interface Credentials {
  token?: string;
  /** Read at each call: cluster tokens change. */
  tokenFile?: string;
}

export interface Call {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: string;
  credentials?: Credentials;
}

export interface Answer {
  status: number;
  body: string;
}

const timeout = 30_000;
/** Of an answer that is not understood, this much stands in the message. */
const shownCharacters = 200;

/** Nothing was sent: trying again is safe for any target. */
const unsent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** The server will not take this request, however often. */
const finalStatuses = new Set([400, 405, 410, 413, 415, 422]);

/** Answers of 2xx and those in `accept`. @throws CallFailure for anything else, saying what it means for a run. */
export async function call(request: Call, accept: number[] = []): Promise<Answer> {
  const { method, url, body } = request;
  let answer: Answer;
  try {
    // A redirected POST would become a GET.
    const init = { method, body, headers: headersOf(request), redirect: 'manual' } as const;
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
    answer = { status: response.status, body: await response.text() };
  } catch (error) {
    const kind = unsent.has(codeOf(error) ?? '') ? 'refused' : 'unclear';
    throw new CallFailure({ kind, problem: `${method} ${shown(url)} failed: ${reasonOf(error)}.` });
  }
  const { status } = answer;
  if ((status >= 200 && status < 300) || accept.includes(status)) {
    return answer;
  }
  const said = answer.body.slice(0, shownCharacters).trim();
  const problem = `${method} ${shown(url)} answered ${status}${said ? `: ${said}` : ''}.`;
  // A gateway before the target may say 5xx after the target took the call.
  throw new CallFailure({ kind: finalStatuses.has(status) ? 'final' : status >= 500 ? 'unclear' : 'refused', problem });
}

function headersOf({ headers, credentials, body }: Call): Record<string, string> {
  const token = credentials?.tokenFile ? readToken(credentials.tokenFile) : credentials?.token;
  return {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...headers,
  };
}

function readToken(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new CallFailure({ kind: 'refused', problem: `The token file ${file} cannot be read: ${reasonOf(error)}.` });
  }
}

/** Without what may be secret. */
function shown(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
