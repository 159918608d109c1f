import { setTimeout as pause } from 'node:timers/promises';
import type { Reply } from '@soundcheck/query';
import { httpExchange } from '@soundcheck/query/node';
import { headersOf } from './address.ts';
import type { ServiceAddress } from './address.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8000;

/** Nobody answers, or what stands in front of a pod that is not ready. Everything else is an answer. */
function isStarting({ status, error }: Reply): boolean {
  return error === 'unreachable' || error === 'timeout' || [502, 503, 504].includes(status);
}

/**
 * Waits for a service that is starting, asking at growing intervals. Returns when it answers anything, or the time is
 * over: then the next call says in words what is wrong.
 * @param say told before each pause
 */
export async function waitForService(
  address: ServiceAddress,
  waitMs: number,
  say: (sentence: string) => void
): Promise<void> {
  const exchange = httpExchange({ baseUrl: address.url, headers: headersOf(address) });
  const until = Date.now() + waitMs;
  for (let ms = FIRST_PAUSE_MS; Date.now() < until; ms = Math.min(2 * ms, LONGEST_PAUSE_MS)) {
    const reply = await exchange({ method: 'GET', path: '/info' });
    const left = until - Date.now();
    if (!isStarting(reply) || left <= 0) {
      return;
    }
    const why = reply.errorMessage ?? `status ${String(reply.status)}`;
    say(
      `TrustyAI at ${address.url} is not there yet (${why}): waiting, for ${String(Math.ceil(left / 1000))} s at most.`
    );
    await pause(Math.min(ms, left));
  }
}
