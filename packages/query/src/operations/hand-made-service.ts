import type { Exchange } from '../drivers/exchange.ts';
import type { Reply } from '../core/io.ts';

/** A service made of replies by path, for tests; every other path is answered as Python answers it: 404. */
export type Pages = Readonly<Record<string, unknown>>;

export function reply(body: unknown, status = 200): Reply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, contentType: typeof body === 'string' ? 'text/plain' : 'application/json', body: text };
}

function isReply(page: unknown): page is Reply {
  return typeof page === 'object' && page !== null && 'contentType' in page && 'status' in page;
}

export function serviceOf(pages: Pages): Exchange {
  return ({ path }) => {
    const page = pages[path];
    if (page === undefined) {
      return Promise.resolve(reply({ detail: 'Not Found' }, 404));
    }
    return Promise.resolve(isReply(page) ? page : reply(page));
  };
}

/** `/info` of one model with one input column. */
export function infoOf(id: string, observations: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  const schema = (name: string) => ({ items: { [name]: { type: 'DOUBLE', name, index: 0 } }, nameMapping: {} });
  const data = { observations, inputSchema: schema('a'), outputSchema: schema('y') };
  return { [id]: { data, metrics: { scheduledMetadata: { metricCounts: {} } }, ...more } };
}

/** A path list with these below /metrics, each with its list; none other, so that without health it is Python 0.30's. */
export function openApiOf(...metrics: string[]): unknown {
  const paths = metrics.flatMap((name) => [`/metrics/${name}`, `/metrics/${name}/requests`]);
  return { info: { version: '1.0.0rc0' }, paths: Object.fromEntries(paths.map((path) => [path, {}])) };
}
