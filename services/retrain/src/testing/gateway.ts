import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readConfig } from '../config/load.ts';
import { startGateway } from '../gateway.ts';
import type { Gateway, GatewayOptions } from '../gateway.ts';
import type { Notice } from '../incident/notice.ts';
import type { showIncident } from '../http/show.ts';
import { webhook } from './alerts.ts';

export const token = 'the-token-of-the-tests';

export type Shown = ReturnType<typeof showIncident>;

export interface TestGateway extends Gateway {
  url: string;
  /** An authorised call; `body` makes it a POST of JSON. */
  call(path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  deliver(notices: Notice[]): Promise<number>;
  incidents(): Promise<Shown[]>;
}

/** Fields of retrain.yaml over ones that suit tests: a free port, a journal to throw away, short times. */
export function testConfig(fields: object, journal: string) {
  const defaults = {
    listen: '127.0.0.1:0',
    journal,
    auth: { bearer: token },
    log: 'silent',
    retries: { first: '50ms', longest: '200ms', giveUpAfter: '1h' },
    targets: [{ http: { url: 'http://127.0.0.1:9/', idempotent: true } }],
  };
  return readConfig(stringify({ ...defaults, ...fields }), 'retrain.yaml', process.env);
}

export function makeJournalFolder(): string {
  return mkdtempSync(join(tmpdir(), 'soundcheck-retrain-'));
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
    async close() {
      await gateway.close();
      if (options.journal === undefined) {
        rmSync(journal, { recursive: true });
      }
    },
  };
}

/** Calls to a gateway that may be another process. */
export function client(url: string) {
  const call = async (path: string, body?: unknown) => {
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
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
