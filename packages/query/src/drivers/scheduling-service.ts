import type { Dialect } from '../catalogue/meaning.ts';
import type { Reply, Request } from '../core/io.ts';

/** Of the schedule that is made. */
export const NEW_ID = '11111111-2222-4333-8444-555555555555';
/** Of the first schedule that is there. */
export const OLD_ID = '99999999-2222-4333-8444-555555555555';

/** What a service has; the defaults are a healthy model with 1,000 reference rows and 600 inferences. */
export interface State {
  dialect: Dialect;
  observations?: number;
  tags?: Record<string, number>;
  /** Text of /q/metrics. */
  metrics?: string;
  /** Schedules by endpoint, as the service lists them, without model and id. */
  schedules?: Record<string, Array<Record<string, unknown>>>;
  paths?: string[];
  /** Says that it deleted, and does not. */
  keeps?: boolean;
}

function columns(names: Record<string, string>, index: string) {
  const items = Object.keys(names).map((raw, i) => [raw, { type: 'DOUBLE', name: raw, [index]: i }]);
  return { items: Object.fromEntries(items), nameMapping: names };
}

export const KS = '/metrics/drift/kstest';
const PATHS = [
  KS,
  '/metrics/drift/comparemeans',
  '/metrics/drift/ksteststreaming',
  '/metrics/drift/approxkstest',
  '/metrics/drift/mmd',
  '/metrics/batchmean',
  '/metrics/group/fairness/spd',
];

/** A service of either dialect as far as schedules go, in the shapes of the wire. */
export function schedulingService(state: State) {
  const { dialect } = state;
  const index = dialect === 'java' ? 'columnIndex' : 'index';
  const info = {
    credit: {
      data: {
        observations: state.observations ?? 1600,
        inputSchema: columns({ 'in-0': 'age', 'in-1': 'in-1' }, index),
        outputSchema: columns({ out: 'approved' }, index),
      },
      metrics: {},
    },
  };
  const lists = new Map(
    Object.entries(state.schedules ?? {}).map(([endpoint, items]) => [
      endpoint,
      items.map((item, i) => ({
        id: OLD_ID.slice(0, -1) + (i || '5'),
        modelId: 'credit',
        metricName: 'KSTest',
        ...item,
      })),
    ])
  );
  const writes: Array<{ call: string; body: Record<string, unknown> }> = [];
  const reply = (body: unknown, status = 200): Reply => ({
    status,
    contentType: 'application/json',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const write = (request: Request, endpoint: string): Reply => {
    const body: Record<string, unknown> = JSON.parse(request.body ?? '');
    writes.push({ call: `${request.method} ${request.path}`, body });
    const list = lists.get(endpoint) ?? [];
    if (request.method === 'POST') {
      lists.set(endpoint, [...list, { id: NEW_ID, modelId: 'credit', metricName: 'KSTest', ...body }]);
      return reply({ requestId: NEW_ID });
    }
    const left = state.keeps === true ? list : list.filter(({ id }) => id !== body['requestId']);
    lists.set(endpoint, left);
    return dialect === 'python' ? reply({ status: 'success', message: 'deleted' }) : reply('Removed');
  };
  const exchange = (request: Request): Promise<Reply> => {
    const { path } = request;
    const [, endpoint, leaf] = /^(.*)\/(requests?)$/.exec(path) ?? [];
    if (endpoint !== undefined && leaf === 'request') {
      return Promise.resolve(write(request, endpoint));
    }
    const all = [...lists.values()].flat().map(({ id, ...item }) => ({ id, request: item }));
    const answers: Record<string, Reply> = {
      '/info': reply(info),
      '/info/tags': reply({ credit: state.tags ?? { TRAINING: 1000, _trustyai_unlabeled: 600 } }),
      '/q/metrics': reply(state.metrics ?? ''),
      '/openapi.json':
        dialect === 'python'
          ? reply({
              paths: Object.fromEntries(
                (state.paths ?? PATHS).flatMap((one) => ['', '/request', '/requests'].map((end) => [one + end, {}]))
              ),
            })
          : reply('Error', 404),
      '/metrics/all/requests': dialect === 'java' ? reply({ requests: all }) : reply({ detail: 'no' }, 501),
    };
    const listed = lists.get(endpoint ?? '') ?? [];
    const list = dialect === 'python' ? listed : listed.map(({ id, ...item }) => ({ id, request: item }));
    return Promise.resolve(answers[path] ?? reply({ requests: list }));
  };
  return { exchange, writes };
}
