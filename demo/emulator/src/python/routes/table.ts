import { json } from '../http/reply.ts';
import { receiveCloudEvent } from './cloud-events.ts';
import { describe } from './description.ts';
import { healthRoutes } from './health.ts';
import { inferenceIdsRoute } from './inference-ids.ts';
import { infoRoute } from './info.ts';
import { allRequestsRoute, exposedMetricsRoute, metricRoutes } from './metrics.ts';
import { namesRoute } from './names.ts';
import type { Route } from './route.ts';
import { tagsRoute } from './tags.ts';
import { uploadRoute } from './upload.ts';

const welcome = { message: 'Welcome to TrustyAI Explainability Service (emulator)' };

const rootRoute: Route = {
  path: '/',
  methods: {
    POST: { summary: 'One half of a KServe v2 call, as a cloud event', handle: receiveCloudEvent },
    GET: { summary: 'Says that this is an emulator', handle: () => json(welcome) },
  },
};

const described: readonly Route[] = [
  rootRoute,
  uploadRoute,
  infoRoute,
  inferenceIdsRoute,
  namesRoute,
  tagsRoute,
  allRequestsRoute,
  ...metricRoutes,
  exposedMetricsRoute,
  ...healthRoutes,
];

/** Every route of the emulator. The API description lists all but itself. */
export const routes: readonly Route[] = [
  ...described,
  { path: '/openapi.json', methods: { GET: { summary: '', handle: () => json(describe(described)) } } },
];
