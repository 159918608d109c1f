import { HttpFault, json } from '../http/reply.ts';
import { metrics } from '../metrics/catalogue.ts';
import type { Metric } from '../metrics/metric-endpoint.ts';
import { exposition } from '../prometheus/exposition.ts';
import type { Route } from './route.ts';

export const exposedMetricsRoute: Route = {
  path: '/q/metrics',
  methods: {
    GET: {
      summary: 'Gauges in the Prometheus text format, whatever Accept says',
      handle: (session) => ({
        status: 200,
        contentType: 'text/plain; version=1.0.0; charset=utf-8',
        body: exposition(session.gauges),
      }),
    },
  },
};

export const allRequestsRoute: Route = {
  path: '/metrics/all/requests',
  methods: {
    GET: {
      summary: 'Not implemented by the service: ask every metric for its own requests',
      handle: () => {
        throw new HttpFault(501, 'Metric request listing is not yet implemented');
      },
    },
  },
};

/** Compute, definition, request and requests of every metric, under each of its paths. */
export const metricRoutes: readonly Route[] = metrics.flatMap((metric) =>
  metric.paths.flatMap((base) => routesOf(metric, base))
);

function routesOf(metric: Metric, base: string): Route[] {
  const { name, interpret } = metric;
  return [
    {
      path: base,
      methods: {
        POST: {
          summary: `Compute ${name} once`,
          handle: (session, request) => json(metric.oneShot(session, request)),
        },
      },
    },
    {
      path: `${base}/definition`,
      methods: {
        GET: { summary: `What ${name} is`, handle: () => json(metric.definition) },
        ...(interpret
          ? {
              POST: {
                summary: `What a value of ${name} means`,
                handle: (_session, request) => json(interpret(request)),
              },
            }
          : {}),
      },
    },
    {
      path: `${base}/request`,
      methods: {
        POST: {
          summary: `Schedule ${name}`,
          handle: (session, request) => json(metric.schedule(session, request)),
        },
        DELETE: {
          summary: `Delete a schedule of ${name}`,
          handle: (session, request) => json(metric.unschedule(session, request)),
        },
      },
    },
    {
      path: `${base}/requests`,
      methods: {
        GET: { summary: `Schedules of ${name}`, handle: (session) => json(metric.list(session)) },
      },
    },
  ];
}
