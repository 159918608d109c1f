import { textAt } from './json.ts';

const timeoutMs = 20_000;

/**
 * Parsed JSON of a reply.
 * @param accept statuses beside 2xx whose body is an answer too
 */
async function read(reply: Response, accept: number[]): Promise<unknown> {
  const text = await reply.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`${reply.url} answered ${reply.status} and no JSON: ${text.slice(0, 120)}`);
  }
  if (!reply.ok && !accept.includes(reply.status)) {
    const words = textAt(value, 'error') ?? textAt(value, 'message') ?? text.slice(0, 200);
    throw new Error(`status ${reply.status}: ${words}`);
  }
  return value;
}

export async function getJson(
  url: string,
  accept: number[] = [],
  headers: Record<string, string> = {}
): Promise<unknown> {
  return read(await fetch(url, { headers, signal: AbortSignal.timeout(timeoutMs) }), accept);
}

export async function postJson(url: string, body: unknown, accept: number[] = []): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(timeoutMs);
  return read(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal }), accept);
}

export async function postForm(url: string, form: Record<string, string>): Promise<unknown> {
  const signal = AbortSignal.timeout(timeoutMs);
  return read(await fetch(url, { method: 'POST', body: new URLSearchParams(form), signal }), []);
}
