import { mislabelled, json } from '../http/reply.ts';
import { noMetadata } from '../http/violations.ts';
import { localTime } from '../local-time.ts';
import { syntheticTag, unlabeledTag } from '../storage/stored-model.ts';
import type { Route } from './route.ts';

const tagsOf: Readonly<Record<string, readonly string[]>> = {
  organic: [unlabeledTag],
  all: [unlabeledTag, syntheticTag],
};

export const inferenceIdsRoute: Route = {
  path: '/info/inference/ids/{model}',
  methods: {
    GET: {
      summary: 'Ids and times of all inference rows, oldest first; type=organic leaves out synthetic ones',
      handle: (session, { params, query }) => {
        const id = params['model'] ?? '';
        const model = session.isKnown(id) ? session.storage.find(id) : undefined;
        if (!model) return mislabelled(noMetadata(id), 400);
        const tags = tagsOf[query['type'] ?? 'all'];
        if (!tags) return mislabelled("Invalid type parameter. Valid values must be in ['organic', 'all'].", 400);
        return json(model.marksTagged(tags).map(({ id: row, time }) => ({ id: row, timestamp: localTime(time) })));
      },
    },
  },
};
