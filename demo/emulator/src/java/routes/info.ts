import { hashOrdered } from '../hash-order.ts';
import { json } from '../http/reply.ts';
import type { Session } from '../session.ts';
import type { StoredModel } from '../storage/stored-model.ts';
import type { Route } from './route.ts';

export const infoRoute: Route = {
  path: '/info',
  methods: {
    GET: {
      summary: 'Schema, row count and number of schedules of every model that has had rows since the start',
      handle: (session) => {
        const models = session.knownModels.flatMap((id) => {
          const stored = session.storage.find(id);
          return stored ? [[id, describe(session, id, stored)] as const] : [];
        });
        return json(Object.fromEntries(models));
      },
    },
  },
};

function describe(session: Session, id: string, model: StoredModel): object {
  const counts = hashOrdered(Object.entries(session.schedules.counts(id)));
  return {
    metrics: { scheduledMetadata: { metricCounts: counts } },
    data: {
      inputSchema: schema(model, 'inputs'),
      outputSchema: schema(model, 'outputs'),
      inputTensorName: model.tensors.input,
      outputTensorName: model.tensors.output,
      observations: model.observations,
    },
  };
}

/** Items go by their alias and keep their raw name; the index counts inputs, then outputs. */
function schema(model: StoredModel, side: 'inputs' | 'outputs'): object {
  const first = side === 'inputs' ? 0 : model.schema.inputs.length;
  const items = model.schema[side].map(({ name, type }, index) => {
    const item = { type, name, columnIndex: first + index };
    return [model.nameInForce(name), item] as const;
  });
  return { items: hashOrdered(items), nameMapping: Object.fromEntries(model.mapping[side]) };
}
