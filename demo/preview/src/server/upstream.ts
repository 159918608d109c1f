import { Problem, sentenceOf } from './problem.ts';
import type { DataSource } from './provisioning/data-sources.ts';

/** Headers with which a data source's server is asked: basic auth and custom headers as Grafana stores them. */
export function authHeaders({
  basicAuth,
  basicAuthUser,
  jsonData,
  secureJsonData,
}: DataSource): Record<string, string> {
  const headers: Record<string, string> = {};
  if (basicAuth) {
    const pair = `${basicAuthUser}:${secureJsonData['basicAuthPassword'] ?? ''}`;
    headers['Authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`;
  }
  for (const [key, name] of Object.entries(jsonData)) {
    const number = /^httpHeaderName(\d+)$/.exec(key)?.[1];
    if (number && typeof name === 'string') {
      headers[name] = secureJsonData[`httpHeaderValue${number}`] ?? '';
    }
  }
  return headers;
}

/** Asks the data source's server. Throws a Problem 502 with a sentence where it does not answer. */
export async function askUpstream(dataSource: DataSource, path: string, init: RequestInit = {}): Promise<Response> {
  if (!dataSource.url) {
    throw new Problem(
      502,
      `${dataSource.name} has no URL. Set it, or the variable that it is made of, in provisioning/datasources.`
    );
  }
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(authHeaders(dataSource))) {
    headers.set(name, value);
  }
  try {
    const url = dataSource.url.replace(/\/+$/, '') + path;
    return await fetch(url, { ...init, headers, signal: AbortSignal.timeout(30_000) });
  } catch (error) {
    throw new Problem(
      502,
      `${dataSource.name} does not answer at ${dataSource.url}: ${sentenceOf(error)}. Is it running, and is that its URL?`
    );
  }
}
