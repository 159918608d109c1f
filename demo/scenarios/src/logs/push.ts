import type { Entry } from './envelope.ts';

export interface LokiAddress {
  /** Base URL without a slash at its end. */
  url: string;
  /** Header X-Scope-OrgID. */
  tenant: string;
}

/** `retry`: whether the same entries may be taken later. */
export type Pushed = { ok: true } | { ok: false; retry: boolean; why: string };

/** Writes entries to Loki; entries of one stream in order of time. */
export async function push({ url, tenant }: LokiAddress, entries: Entry[], signal: AbortSignal): Promise<Pushed> {
  try {
    const reply = await fetch(`${url}/loki/api/v1/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-scope-orgid': tenant },
      body: JSON.stringify({ streams: streamsOf(entries) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
    });
    const text = await reply.text();
    const retry = reply.status >= 500 || reply.status === 429;
    return reply.ok ? { ok: true } : { ok: false, retry, why: `it answered ${reply.status}: ${text.slice(0, 300)}` };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { ok: false, retry: true, why: cause instanceof Error ? cause.message : String(cause) };
  }
}

function streamsOf(entries: Entry[]) {
  const streams = new Map<string, { stream: Record<string, string>; values: [string, string][] }>();
  for (const { labels, nanoseconds, line } of entries) {
    const key = JSON.stringify(labels);
    const stream = streams.get(key) ?? { stream: labels, values: [] };
    streams.set(key, stream);
    stream.values.push([nanoseconds, line]);
  }
  return [...streams.values()];
}
