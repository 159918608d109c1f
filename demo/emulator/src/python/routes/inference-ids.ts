import type { Issue } from '../check/issue.ts';
import { failed } from '../check/issue.ts';
import { integer } from '../check/scalars.ts';
import { isoTime } from '../../clock.ts';
import { HttpFault, json } from '../http/reply.ts';
import type { WireRequest } from '../../http/wire.ts';
import { syntheticTag } from '../storage/stored-model.ts';
import { noMetadata } from './names.ts';
import type { Route } from './route.ts';

export const inferenceIdsRoute: Route = {
  path: '/info/inference/ids/{model}',
  methods: {
    GET: {
      summary: 'Ids and times of stored rows, oldest first; type=organic leaves out synthetic rows only',
      handle: (session, request) => {
        const { limit, offset } = page(request);
        const type = (request.query['type'] ?? 'all').toLowerCase();
        if (type !== 'all' && type !== 'organic') {
          throw new HttpFault(400, "Invalid type parameter. Valid values must be in ['all', 'organic'].");
        }
        const id = request.params['model'] ?? '';
        const blocks = session.storage.find(id)?.blocks;
        if (!blocks || blocks.rows === 0) throw new HttpFault(400, noMetadata(id));
        const ids: Array<{ id: string; timestamp: string }> = [];
        let total = 0;
        blocks.visit(0, blocks.rows, (block, index) => {
          if (type === 'organic' && block.tag === syntheticTag) return;
          if (total >= offset && total < offset + limit) {
            ids.push({ id: `${block.requestId}_${index}`, timestamp: isoTime(block.time) });
          }
          total += 1;
        });
        return json({ ids, total, limit, offset });
      },
    },
  },
};

/** Both limits are checked before either is reported. */
function page(request: WireRequest): { limit: number; offset: number } {
  const issues: Issue[] = [];
  const read = (name: string, check: ReturnType<typeof integer>, byDefault: number) => {
    const given = request.query[name];
    return given === undefined ? byDefault : check(given, ['query', name], issues);
  };
  const limit = read('limit', integer({ ge: 1, le: 10000 }), 100);
  const offset = read('offset', integer({ ge: 0 }), 0);
  if (limit === failed || offset === failed) throw new HttpFault(422, issues);
  return { limit, offset };
}
