import { json } from '../http/reply.ts';
import type { SchemaColumn, Session } from '../session.ts';
import type { Dataset } from '../storage/dataset.ts';
import type { Route } from './route.ts';

export const infoRoute: Route = {
  path: '/info',
  methods: {
    GET: {
      summary: 'Models, their columns and the number of their schedules',
      handle: (session) => json(info(session)),
    },
  },
};

function info(session: Session): object {
  return Object.fromEntries(session.knownModels.map((id) => [id, modelInfo(session, id)]));
}

function modelInfo(session: Session, id: string): object {
  const stored = session.storage.find(id);
  const cached = session.cachedModel(id);
  return {
    data: {
      observations: cached.observations,
      // Always these two, whatever the tensors were called.
      inputTensorName: 'input',
      outputTensorName: 'output',
      inputSchema: schema(cached.inputs, stored?.inputs),
      outputSchema: schema(cached.outputs, stored?.outputs),
    },
    metrics: { scheduledMetadata: { metricCounts: session.schedules.counts(id) } },
  };
}

/** Items come from the cache and keep their names; the mapping comes from storage and is up to date. */
function schema(columns: readonly SchemaColumn[], dataset: Dataset | null | undefined): object {
  return {
    items: Object.fromEntries(columns.map(({ name, type, index }) => [name, { type, name, index }])),
    nameMapping: dataset?.nameMapping ?? {},
  };
}
