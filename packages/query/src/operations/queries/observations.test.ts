import { beforeAll, describe, expect, it } from 'vitest';
import type { Dialect } from '../../catalogue/meaning.ts';
import type { Reply, Request } from '../../core/io.ts';
import { isRecord } from '../../core/json.ts';
import { runOver } from '../../drivers/exchange.ts';
import { readRecordings, recordingsFolder } from '../../drivers/recordings.ts';
import type { Recording } from '../../drivers/recordings.ts';
import type { Frame } from '../../frames/contract.ts';

const folder = recordingsFolder();
if (folder === undefined) {
  console.warn('SOUNDCHECK_RECORDINGS is not set: observations and events are not held to recorded replies.');
}

const MODEL = 'gaussian-credit-model';
const PAGE = 10_000;
const recordings: Partial<Record<Dialect, Recording[]>> = {};

function json(body: unknown): Reply {
  return { status: 200, contentType: 'application/json', body: JSON.stringify(body) };
}

interface Row {
  id: string;
  timestamp: string;
}

/** A Python service with these rows in its list, in pages as the real one gives them. */
interface Store {
  rows: Row[];
  tags: Record<string, number>;
  /** As /info counts them. */
  observations?: number;
}

function pythonService({ rows, tags, observations = rows.length }: Store, calls: string[]) {
  return (request: Request): Promise<Reply> => {
    const [path = '', search = ''] = request.path.split('?');
    const offset = Number(search.split('offset=')[1] ?? 0);
    const data = { observations, inputSchema: null, outputSchema: null };
    const replies: Record<string, unknown> = {
      '/info': { m: { data, metrics: {} } },
      '/openapi.json': { paths: {} },
      '/info/tags': { m: tags },
      '/info/inference/ids/m': { ids: rows.slice(offset, offset + PAGE), total: rows.length, limit: PAGE, offset },
    };
    if (request.expensive) {
      calls.push(request.path);
    }
    return Promise.resolve(json(replies[path]));
  };
}

/** One row a second from a start, in payloads of `payload` rows. */
function rowsFrom(start: number, n: number, payload: number, name = 'p'): Row[] {
  return Array.from({ length: n }, (_, i) => ({
    id: `${name}${String(Math.floor(i / payload))}_${String(i % payload)}`,
    timestamp: new Date(start + 1000 * (Math.floor(i / payload) * payload)).toISOString(),
  }));
}

async function ask(store: Store, query: Record<string, unknown>, timeRange?: { from: number; to: number }) {
  const calls: string[] = [];
  const frames = await runOver(
    pythonService(store, calls),
    'query',
    { query: { refId: 'A', ...query } },
    { settings: {}, now: 0, timeRange }
  );
  return { frame: frames[0], calls };
}

function column(frame: Frame | undefined, name: string): unknown[] {
  return Array.from<unknown>(frame?.fields.find((field) => field.name === name)?.values ?? []);
}

function total(frame: Frame | undefined): number {
  return column(frame, 'inferences').reduce<number>((sum, n) => sum + Number(n), 0);
}

function notices(frame: Frame | undefined): string {
  return (frame?.meta?.notices ?? []).map(({ text }) => text).join('\n');
}

describe('pages of a large Python store', () => {
  const second = (n: number) => n * 1000;

  it('are read from the newest, and only as far as the time range reaches', async () => {
    const rows = rowsFrom(0, 35_000, 1);
    const { frame, calls } = await ask(
      { rows, tags: {} },
      { queryType: 'observations' },
      { from: second(28_000), to: second(35_000) }
    );
    expect(calls.map((path) => path.split('offset=')[1])).toEqual(['30000', '20000']);
    expect(total(frame)).toBe(7000);
    expect(notices(frame)).toBe('');
  });

  it('are five at most, and the rest is said to be missing', async () => {
    const rows = rowsFrom(0, 70_000, 1);
    const { frame, calls } = await ask(
      { rows, tags: {} },
      { queryType: 'observations' },
      { from: 0, to: second(70_000) }
    );
    expect(calls).toHaveLength(5);
    expect(total(frame)).toBe(50_000);
    expect(notices(frame)).toBe('Only the newest 50,000 rows of m are read.');
  });

  it('are found where /info counts rows that the list does not have', async () => {
    const rows = rowsFrom(0, 15_000, 1);
    const range = { from: second(12_000), to: second(15_000) };
    const { frame, calls } = await ask({ rows, tags: {}, observations: 41_000 }, { queryType: 'observations' }, range);
    expect(calls.map((path) => path.split('offset=')[1])).toEqual(['40000', '10000']);
    expect(total(frame)).toBe(3000);
  });

  it('reference rows are no inferences, and one that cannot be told is named', async () => {
    const rows = [...rowsFrom(0, 1000, 1000, 'ref'), ...rowsFrom(second(5000), 60, 5)];
    const range = { from: 0, to: second(6000) };
    const counted = await ask({ rows, tags: { T: 1000 } }, { queryType: 'observations' }, range);
    expect([total(counted.frame), notices(counted.frame)]).toEqual([60, '']);
    const unclear = await ask({ rows, tags: { T: 999 } }, { queryType: 'observations' }, range);
    expect(notices(unclear.frame)).toMatch(/Which rows are the reference T cannot be told/);
  });

  it('events: a reference in the time range, once for each upload', async () => {
    const rows = [
      ...rowsFrom(0, 300, 300, 'ref'),
      ...rowsFrom(second(400), 50, 5),
      ...rowsFrom(second(900), 200, 200, 'again'),
    ];
    const tags = { A: 300, B: 200 };
    const { frame } = await ask({ rows, tags }, { queryType: 'events' }, { from: second(1), to: second(1000) });
    expect(frame?.fields.map(({ name, values }) => [name, values[0]])).toEqual([
      ['time', second(900)],
      ['timeEnd', null],
      ['title', 'Reference B uploaded'],
      ['text', '200 rows of m with the tag B.'],
      ['tags', 'reference,m,B'],
      ['id', 'reference:m:B:900000'],
    ]);
    const all = await ask({ rows, tags }, { queryType: 'events', events: ['references'] });
    expect(column(all.frame, 'time')).toEqual([0, second(900)]);
    const none = await ask({ rows, tags }, { queryType: 'events', events: ['drift', 'schedules'] });
    expect([column(none.frame, 'time'), none.calls]).toEqual([[], []]);
  });

  it('a range that ends before it begins is refused', async () => {
    await expect(ask({ rows: [], tags: {} }, { queryType: 'observations' }, { from: 2, to: 1 })).rejects.toThrow(
      /ends before it begins/
    );
  });
});

describe.skipIf(folder === undefined)('recorded services', () => {
  beforeAll(() => {
    if (folder !== undefined) {
      recordings.java = readRecordings(folder, 'java');
      recordings.python = readRecordings(folder, 'python');
    }
  });

  function recorded(dialect: Dialect, ids: string) {
    const byPath: Record<string, string> = {
      '/info': 'info-600',
      '/info/tags': 'info-tags-600',
      '/openapi.json': 'openapi-json',
    };
    return (request: Request): Promise<Reply> => {
      const name = request.path.startsWith('/info/inference') ? ids : byPath[request.path];
      const found = recordings[dialect]?.find((one) => one.name === name);
      return found ? Promise.resolve(found.reply) : Promise.reject(new Error(`No recording of ${request.path}`));
    };
  }

  const feed = { from: Date.parse('2026-11-23T05:30:00Z'), to: Date.parse('2026-11-23T05:45:00Z') };
  const context = { settings: { namespace: 'credit' }, now: 0, timeRange: feed };

  it('Java: 600 inferences', async () => {
    const input = { query: { refId: 'A', queryType: 'observations', model: MODEL } };
    const [frame] = await runOver(recorded('java', 'inference-ids-all'), 'query', input, context);
    expect(total(frame)).toBe(600);
    expect(frame?.fields[1]?.labels).toEqual({ model: MODEL, namespace: 'credit' });
    expect(frame?.meta?.executedQueryString).toBe('GET /info/inference/ids/gaussian-credit-model?type=organic');
    const [events] = await runOver(recorded('java', ''), 'query', { query: { queryType: 'events' } }, context);
    expect(notices(events)).toMatch(/Java service does not tell when reference data came/);
  });

  it('Python: the 1,000 reference rows are skipped, and are the event', async () => {
    // The list was recorded up to its 600th row, all of the reference: the rows after it are those of another recording.
    const service = recorded('python', 'inference-ids-organic');
    const exchange = async (request: Request): Promise<Reply> => {
      const reply = await service(request);
      if (!request.path.startsWith('/info/inference')) {
        return reply;
      }
      const page: unknown = JSON.parse(reply.body);
      const first: unknown = isRecord(page) && Array.isArray(page['ids']) ? page['ids'][0] : undefined;
      const { id, timestamp } = isRecord(first) ? first : {};
      const payload = String(id).split('_')[0] ?? '';
      const reference = Array.from({ length: 1000 }, (_, i) => ({ id: `${payload}_${String(i)}`, timestamp }));
      const tail = JSON.parse(
        recordings.python?.find(({ name }) => name === 'inference-ids-organic-tail')?.reply.body ?? '{}'
      );
      return json({ ids: [...reference, ...tail.ids], total: 1003 });
    };
    const input = (queryType: string) => ({ query: { refId: 'A', queryType, model: MODEL } });
    const [frame] = await runOver(exchange, 'query', input('observations'), context);
    expect([total(frame), notices(frame)]).toEqual([3, '']);
    const [events] = await runOver(exchange, 'query', input('events'), context);
    expect(column(events, 'time')).toEqual([Date.parse('2026-11-23T05:35:07.761Z')]);
    expect(column(events, 'title')).toEqual(['Reference TRAINING uploaded']);
  });
});
