import { receiveCloudEvent } from './cloud-events.ts';
import { consumerRoute } from './consumer.ts';
import { descriptionRoute } from './description.ts';
import { downloadRoute } from './download.ts';
import { healthRoutes } from './health.ts';
import { inferenceIdsRoute } from './inference-ids.ts';
import { infoRoute } from './info.ts';
import { allRequestsRoute, exposedMetricsRoute, metricRoutes } from './metrics.ts';
import { namesRoute } from './names.ts';
import type { Route } from './route.ts';
import { tagsRoute } from './tags.ts';
import { uploadRoute } from './upload.ts';

const described: readonly Route[] = [
  consumerRoute,
  downloadRoute,
  uploadRoute,
  infoRoute,
  inferenceIdsRoute,
  namesRoute,
  tagsRoute,
  allRequestsRoute,
  ...metricRoutes,
];

/** Every route. The API description lists the service's own, not events, health and gauges. */
export const routes: readonly Route[] = [
  ...described,
  {
    path: '/',
    methods: { POST: { summary: 'One half of a KServe v2 call, as a cloud event', handle: receiveCloudEvent } },
  },
  exposedMetricsRoute,
  ...healthRoutes,
  descriptionRoute(described),
];
