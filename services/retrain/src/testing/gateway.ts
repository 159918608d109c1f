import { startGateway } from '../gateway.ts';
import type { Gateway, GatewayOptions } from '../gateway.ts';
import type { Notice } from '../incident/notice.ts';
import type { showIncident } from '../http/show.ts';
import { webhook } from './alerts.ts';
import { testConfig, token } from './config.ts';
import { makeJournalFolder } from './folder.ts';

export type Shown = ReturnType<typeof showIncident>;

export interface TestGateway extends Gateway {
  url: string;
  /** An authorised call; `body` makes it a POST of JSON. */
  call(path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  deliver(notices: Notice[]): Promise<number>;
  incidents(): Promise<Shown[]>;
}

export async function startTestGateway(
  fields: object,
  options: GatewayOptions & { journal?: string } = {}
): Promise<TestGateway> {
  const journal = options.journal ?? makeJournalFolder();
  const gateway = await startGateway(testConfig(fields, journal), options);
  const url = `http://127.0.0.1:${gateway.address.port}`;
  return {
    ...gateway,
    ...client(url),
    url,
  };
}

/** Calls to a gateway that may be another process. */
export function client(url: string) {
  const call = async (path: string, body?: unknown) => {
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      // As every sender has: Node's fetch now and then waits for ever on a process that is killed as it is connected to.
      signal: AbortSignal.timeout(5_000),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
  return {
    call,
    deliver: async (notices: Notice[]) => (await call('/alerts', webhook(notices))).status,
    incidents: async (): Promise<Shown[]> => (await call('/incidents')).body.incidents,
  };
}

/** Asks until `ready` gives something; the test's time-out ends it otherwise. */
export async function until<T>(
  ready: () => Promise<T | undefined | false> | T | undefined | false,
  everyMs = 20
): Promise<T> {
  for (;;) {
    const result = await ready();
    if (result !== undefined && result !== false) {
      return result;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
