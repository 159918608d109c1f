import { empty, json, mislabelled, text } from '../http/reply.ts';
import { metrics } from '../metrics/catalogue.ts';
import type { Metric } from '../metrics/metric.ts';
import { openMetrics, plainText } from '../prometheus/exposition.ts';
import type { Route } from './route.ts';

export const exposedMetricsRoute: Route = {
  path: '/q/metrics',
  methods: {
    GET: {
      summary: 'Gauges, as plain text where Accept names it, else as OpenMetrics',
      handle: (session, { headers }) => {
        const accept = headers['accept'] ?? '*/*';
        if (accept.includes('text/plain')) return plainText(session.gauges);
        return accept.includes('*/*') ? openMetrics(session.gauges) : empty(406);
      },
    },
  },
};

const fairness = ['SPD', 'DIR'];

export const allRequestsRoute: Route = {
  path: '/metrics/all/requests',
  methods: {
    GET: {
      summary: 'Schedules of all metrics with what they have fitted, or those of type=fairness',
      handle: (session, { query }) => {
        const type = query['type'] ?? 'all';
        if (type !== 'all' && type !== 'fairness') return mislabelled(`Invalid metric requests type: ${type}`, 400);
        const wanted = session.schedules
          .all()
          .filter(({ request }) => type === 'all' || fairness.includes(request.metricName));
        return json({ requests: wanted.map(({ id, request }) => ({ id, request: request.listed() })) });
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
    { path: base, methods: { POST: { summary: `Compute ${name} once`, handle: metric.oneShot } } },
    {
      path: `${base}/definition`,
      methods: {
        GET: { summary: `What ${name} is`, handle: () => text(metric.definition) },
        ...(interpret ? { POST: { summary: `What a value of ${name} means`, handle: interpret } } : {}),
      },
    },
    {
      path: `${base}/request`,
      methods: {
        POST: { summary: `Schedule ${name}`, handle: metric.schedule },
        DELETE: { summary: `Delete a schedule of ${name}`, handle: metric.unschedule },
      },
    },
    { path: `${base}/requests`, methods: { GET: { summary: `Schedules of ${name}`, handle: metric.list } } },
  ];
}
