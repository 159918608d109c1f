import { checkMatchers } from '../download/check.ts';
import { csvOf } from '../download/csv.ts';
import { readDownload } from '../download/matcher.ts';
import { selectRows } from '../download/select.ts';
import { readFields } from '../http/fields.ts';
import { notFound } from '../http/manners.ts';
import { json } from '../http/reply.ts';
import { Violations, noMetadata } from '../http/violations.ts';
import type { Handler, Route } from './route.ts';

export const downloadRoute: Route = {
  path: '/data/download',
  methods: {
    POST: {
      summary: 'Rows as CSV text, chosen by conditions among those the service loads',
      handle: (session, request) => (session.download ? download(session, request) : notFound(request)),
    },
  },
};

const download: Handler = (session, wire) => {
  const request = readDownload(readFields(wire));
  const violations = new Violations('download.dataRequestPayload');
  const model = session.storage.find(request.modelId);
  if (!model) {
    violations.add(noMetadata(request.modelId), ...(request.modelId === null ? [] : [request.modelId]));
    throw violations.refusal();
  }
  const where = { modelId: request.modelId ?? '', violations };
  checkMatchers([...request.matchAll, ...request.matchAny, ...request.matchNone], model, where);
  violations.throwIfAny();
  const frame = model.loaded(session.batchLimit);
  return json({ dataCSV: csvOf(model, frame, selectRows({ frame, specs: model.specs }, request)) });
};
