import type { Check, Issue } from '../check/issue.ts';
import { failed } from '../check/issue.ts';
import { parsePythonJson } from './python-json.ts';
import { HttpFault, Uncaught } from './reply.ts';
import type { WireRequest } from '../../http/wire.ts';

/** Decodes a JSON body, or answers 422 as the service does. */
export function readBody<T>(request: WireRequest, check: Check<T>): T {
  const issues: Issue[] = [];
  const value = bodyValue(request, issues);
  if (issues.length > 0) throw new HttpFault(422, issues);
  const decoded = check(value, ['body'], issues);
  if (decoded === failed) throw refusal(issues);
  return decoded;
}

/** 422 with the issues. The service fails to write a NaN or an infinity it complains about: then 500. */
function refusal(issues: readonly Issue[]): HttpFault | Uncaught {
  let writable = true;
  JSON.stringify(issues, (_key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) writable = false;
    return value;
  });
  return writable ? new HttpFault(422, issues) : new Uncaught('A refused value is not finite and cannot be shown.');
}

function bodyValue(request: WireRequest, issues: Issue[]): unknown {
  if (request.body.length === 0) {
    issues.push({ type: 'missing', loc: ['body'], msg: 'Field required', input: null });
    return null;
  }
  const text = request.body.toString('utf8');
  if (!/^application\/([\w.+-]+\+)?json/i.test(request.headers['content-type'] ?? '')) {
    return text;
  }
  const parsed = parsePythonJson(text);
  if (parsed.ok && parsed.value !== null) return parsed.value;
  if (parsed.ok) {
    issues.push({ type: 'missing', loc: ['body'], msg: 'Field required', input: null });
    return null;
  }
  issues.push({
    type: 'json_invalid',
    loc: ['body', parsed.position],
    msg: 'JSON decode error',
    input: {},
    ctx: { error: parsed.message },
  });
  return null;
}

/** Decodes one query parameter; absent gives the default. */
export function readQuery<T, D>(request: WireRequest, name: string, check: Check<T>, byDefault: D): T | D {
  const value = request.query[name];
  if (value === undefined) return byDefault;
  const issues: Issue[] = [];
  const decoded = check(value, ['query', name], issues);
  if (decoded === failed) throw new HttpFault(422, issues);
  return decoded;
}
