import { beforeAll, describe, expect, it } from 'vitest';
import type { Reply, Request } from '../../core/io.ts';
import { isRecord } from '../../core/json.ts';
import { runOver } from '../../drivers/exchange.ts';
import { readRecordings, recordingsFolder } from '../../drivers/recordings.ts';
import type { Recording } from '../../drivers/recordings.ts';
import type { Frame } from '../../frames/contract.ts';

const folder = recordingsFolder();
if (folder === undefined) {
  console.warn('SOUNDCHECK_RECORDINGS is not set: rows and distribution are not held to recorded replies.');
}

const MODEL = 'gaussian-credit-model';
const NOW = 1_795_412_900_000;
let java: Recording[] = [];
let python: Recording[] = [];

function recorded(name: string): Reply {
  const found = java.find((one) => one.name === name);
  if (found === undefined) {
    throw new Error(`There is no recording ${name}.`);
  }
  return found.reply;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What the real service does with our matchers, done to its own reply with everything: one matcher after the other. */
function download(body: string): Reply {
  const { dataCSV } = JSON.parse(recorded('download-all').body);
  const [header = '', ...lines] = text(dataCSV).trimEnd().split('\n');
  const { matchAll } = JSON.parse(body);
  let left = lines;
  for (const matcher of Array.isArray(matchAll) ? matchAll : []) {
    const [low, high]: Array<string | number> = matcher.values;
    left = left.filter((line, i) => {
      const [tag, id, time] = line
        .split(',')
        .slice(-3)
        .map((one) => one.split('"').join(''));
      const between = (at: number) => at >= Number(low) && at < Number(high);
      switch (matcher.columnName) {
        case 'trustyai.TAG':
          return tag === low;
        case 'trustyai.INDEX':
          return between(i);
        case 'trustyai.ID':
          return matcher.values.includes(id);
        default:
          return Number(time) >= Date.parse(`${low}Z`) && Number(time) < Date.parse(`${high}Z`);
      }
    });
  }
  const csv = [header, ...left].join('\n');
  return { ...recorded('download-all'), body: JSON.stringify({ dataCSV: `${csv}\n` }) };
}

interface Asked {
  query: Record<string, unknown>;
  timeRange?: { from: number; to: number };
  downloads?: boolean;
  info?: string;
  schedules?: Reply;
  settings?: Record<string, unknown>;
}

async function ask({ query, timeRange, downloads = true, info = 'named-info', schedules, settings = {} }: Asked) {
  const calls: Request[] = [];
  const exchange = (request: Request): Promise<Reply> => {
    calls.push(request);
    const replies: Record<string, () => Reply> = {
      '/info': () => recorded(info),
      '/info/tags': () => recorded('info-tags-600'),
      '/openapi.json': () => recorded('openapi-json'),
      '/metrics/all/requests': () => schedules ?? recorded('restart-all-requests'),
      '/data/download': () => (downloads ? download(request.body ?? '{}') : recorded('download-disabled')),
    };
    return Promise.resolve(replies[request.path]?.() ?? { status: 404, contentType: '', body: '' });
  };
  const input = { query: { refId: 'A', queryType: 'rows', model: MODEL, ...query } };
  const frames = await runOver(exchange, 'query', input, { settings, now: NOW, timeRange });
  return { frame: frames[0], calls };
}

function column(frame: Frame | undefined, name: string): unknown[] {
  return Array.from<unknown>(frame?.fields.find((field) => field.name === name)?.values ?? []);
}

function notices(frame: Frame | undefined): string {
  return (frame?.meta?.notices ?? []).map(({ text }) => text).join('\n');
}

describe.skipIf(folder === undefined)('rows and distributions of the recorded Java service', () => {
  beforeAll(() => {
    if (folder !== undefined) {
      java = readRecordings(folder, 'java');
      python = readRecordings(folder, 'python');
    }
  });

  describe('rows', () => {
    it('asks only what the service was recorded to answer', () => {
      // The same matchers, sent to the real service and to the stand-in of this test.
      for (const name of [
        'download-tag-training-index',
        'download-nomap-tag-then-index',
        'download-timestamp-between',
        'download-id-equals',
      ]) {
        const one = java.find((recording) => recording.name === name);
        const values = (reply: Reply) => text(JSON.parse(reply.body).dataCSV).split('\n').slice(1);
        const real = values(one?.reply ?? recorded(name));
        expect(values(download(JSON.stringify(one?.request.body)))).toEqual(real);
        expect(real.length).toBeGreaterThan(1);
      }
    });

    it('gives both sides in one wide table, with the names in force', async () => {
      const { frame, calls } = await ask({ query: { batchSize: 600 } });
      expect(frame?.fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
        'time: time',
        'side: string',
        'Age: number',
        'Credit Score: number',
        'Years of Education: number',
        'Years of Employment: number',
        'Acceptance Probability: number',
      ]);
      expect(frame?.meta?.custom?.soundcheck).toEqual({ contract: 1, role: 'rows' });
      const side = column(frame, 'side');
      expect(side.filter((one) => one === 'reference')).toHaveLength(1000);
      expect(side.filter((one) => one === 'current')).toHaveLength(600);
      expect([column(frame, 'Age')[0], column(frame, 'time')[0]]).toEqual([47.45380690750797, 1_795_412_382_417]);
      // The last of all rows that were stored, though the tags counted ten rows less.
      expect(column(frame, 'Age').pop()).toBe(92.6877473683546);
      const expensive = calls.filter((call) => call.expensive);
      expect(expensive.map(({ minAgeSeconds }) => minAgeSeconds)).toEqual([60, 60]);
      expect(frame?.meta?.executedQueryString).toMatch(/^POST \/data\/download .*TRAINING.*\nPOST /);
    });

    it('takes the current side from the time range where no batch is set', async () => {
      const range = { from: Date.parse('2026-11-23T05:46:30.000Z'), to: Date.parse('2026-11-23T05:48:03.000Z') };
      const { frame, calls } = await ask({ query: { side: 'current' }, timeRange: range });
      expect(column(frame, 'Age')[0]).toBe(95.18675388995155);
      // The call covers whole minutes, so the batch at 05:46:16 came too and is left out here.
      expect(new Set(column(frame, 'time'))).toEqual(new Set([1_795_412_823_212]));
      expect(calls.pop()?.body).toContain('["2026-11-23T05:46:00.000","2026-11-23T05:49:00.000"]');
    });

    it('cuts, chooses and says so', async () => {
      const { frame } = await ask({
        query: { maxRows: 3, batchSize: 600, features: ['Age', 'credit_inputs-2', 'nope'] },
      });
      expect(frame?.fields.map(({ name }) => name)).toEqual(['time', 'side', 'Age', 'Years of Education']);
      expect(column(frame, 'side')).toEqual(['reference', 'reference', 'reference', 'current', 'current', 'current']);
      expect(column(frame, 'Age').slice(0, 2)).toEqual([47.45380690750797, 47.468246185717554]);
      expect(notices(frame)).toMatch(
        /reference rows are cut to 3\..*\nThe current rows are cut to 3\..*\n.*no rows of nope/
      );
      const output = await ask({ query: { role: 'output', side: 'reference' } });
      expect(output.frame?.fields.map(({ name }) => name)).toEqual(['time', 'side', 'Acceptance Probability']);
      expect(notices(output.frame)).toBe('');
    });

    it('chooses rows by their ids, and says which filters do nothing', async () => {
      const ids = ['0639ed03-d9ab-49c0-a485-640eb9686d12', '682cf0bf-02f4-4468-8c5b-1ad2f999ed93'];
      const filters = [
        { key: 'id', operator: '=|', values: ids },
        { key: 'feature', operator: '=', values: ['Age'] },
      ];
      const { frame } = await ask({ query: { filters, batchSize: 600, side: 'reference' } });
      expect(column(frame, 'Age')).toEqual([47.45380690750797, 47.468246185717554]);
      expect(notices(frame)).toMatch(/filters on feature do not apply to rows/);
    });

    it('names what is in the way', async () => {
      await expect(ask({ query: {}, downloads: false })).rejects.toThrow(
        /Start it with ENDPOINTS_DATA_DOWNLOAD=enable, or use a source/
      );
      await expect(ask({ query: {}, settings: { serviceBatchSize: 1000 } })).rejects.toThrow(
        /holds 1,605 rows; beyond 1,000 the Java service pairs rows with wrong tags/
      );
      const none = await ask({ query: { side: 'reference', referenceTag: 'NOSUCH' } });
      expect(notices(none.frame)).toMatch(/no reference rows with the tag NOSUCH/);
      const answer = (request: Request): Promise<Reply> => {
        const found = python.find(({ name }) => name === (request.path === '/info' ? 'info-600' : 'openapi-json'));
        return Promise.resolve(found?.reply ?? { status: 404, contentType: '', body: '' });
      };
      for (const queryType of ['rows', 'distribution']) {
        const input = { query: { refId: 'A', queryType, model: MODEL } };
        await expect(runOver(answer, 'query', input, { settings: {}, now: NOW })).rejects.toThrow(
          /This Python service hands out no rows.*bins of an exporter in Prometheus/
        );
      }
    });
  });

  describe('distribution', () => {
    const query = { queryType: 'distribution', batchSize: 600 };

    /** The recorded list, its sketches (recorded with three entries each) filled up with the sample that was uploaded. */
    function fitted(): Reply {
      const { dataCSV } = JSON.parse(recorded('download-all').body);
      const rows = text(dataCSV)
        .split('\n')
        .slice(1, 1001)
        .map((line) => line.split(',').map(Number));
      const list = JSON.parse(recorded('all-requests').body);
      for (const { request } of list.requests) {
        const sketches: unknown = request.sketchFitting;
        Object.entries(isRecord(sketches) ? sketches : {}).forEach(([name, sketch]) => {
          const place = name === 'predict-0' ? 4 : Number(name.slice(-1));
          const sorted = rows.map((row) => row[place] ?? NaN).sort((a, b) => a - b);
          if (!isRecord(sketch) || !Array.isArray(sketch['summary'])) {
            throw new Error('The recording has no summary.');
          }
          // What was recorded is the head of exactly this.
          sketch['summary'].forEach((entry, i) => {
            expect(entry).toEqual({ left: expect.closeTo(sorted[i] ?? NaN, 6), middle: 1, right: 0 });
          });
          expect(sketch['xmax']).toBeCloseTo(sorted[999] ?? NaN, 6);
          sketch['summary'].splice(0, 3, ...sorted.map((left) => ({ left, middle: 1, right: 0 })));
        });
      }
      return { ...recorded('all-requests'), body: JSON.stringify(list) };
    }

    it('bins the reference that a schedule keeps by its deciles, without a row and without an expensive call', async () => {
      const { frame, calls } = await ask({
        query: { ...query, side: 'reference' },
        schedules: fitted(),
        downloads: false,
      });
      expect(frame?.meta?.custom?.soundcheck).toEqual({ contract: 1, role: 'distribution' });
      expect(frame?.fields.map(({ name }) => name)).toEqual(['feature', 'side', 'x_min', 'x_max', 'count']);
      const age = column(frame, 'feature').filter((one) => one === 'Age');
      expect(age).toHaveLength(10);
      expect(column(frame, 'count').slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 100));
      const edges = column(frame, 'x_min').slice(0, 10);
      // Quantiles of type 7 of the 1,000 uploaded ages, worked out in Python from the upload itself.
      expect(edges[0]).toBe(-Infinity);
      expect(column(frame, 'x_max')[9]).toBe(Infinity);
      expect(edges[1]).toBeCloseTo(38.687333536368165, 9);
      expect(edges[5]).toBeCloseTo(44.642373797330016, 9);
      expect(notices(frame)).toBe(
        'Reference TRAINING as the schedule credit approxkstest keeps it: exact sample of 1,000 rows.'
      );
      expect(calls.some((call) => call.expensive)).toBe(false);
    });

    it('bins the current rows in the bins of the reference; from rows alone the same comes out', async () => {
      const sketched = await ask({ query, schedules: fitted() });
      const stored = await ask({ query });
      for (const name of ['feature', 'side', 'x_min', 'x_max', 'count']) {
        expect(column(stored.frame, name)).toEqual(column(sketched.frame, name));
      }
      const counts = column(stored.frame, 'count').slice(10, 20);
      expect(column(stored.frame, 'side')[10]).toBe('current');
      expect(counts.reduce<number>((sum, count) => sum + Number(count), 0)).toBe(600);
      // The inferences drifted upwards: D is 0.767 there.
      expect(Number(counts[9])).toBeGreaterThan(400);
      expect(stored.calls.filter((call) => call.expensive)).toHaveLength(2);
      expect(sketched.calls.filter((call) => call.expensive)).toHaveLength(1);
    });

    it('without rows the reference stands alone, with what would bring the other side', async () => {
      const { frame } = await ask({ query, schedules: fitted(), downloads: false });
      expect(new Set(column(frame, 'side'))).toEqual(new Set(['reference']));
      expect(notices(frame)).toMatch(/ENDPOINTS_DATA_DOWNLOAD=enable/);
      await expect(ask({ query: { ...query, side: 'current' }, downloads: false })).rejects.toThrow(
        /ENDPOINTS_DATA_DOWNLOAD/
      );
    });

    it('mean, deviation and rows where no more is kept', async () => {
      const { frame } = await ask({
        query: { ...query, features: ['Age'] },
        schedules: recorded('named-all-requests'),
        downloads: false,
      });
      expect(frame?.fields.map(({ name, values }) => [name, values[0]])).toEqual([
        ['feature', 'Age'],
        ['mean', 44.919118954557185],
        ['sd', 4.953944933797344],
        ['n', 1000],
      ]);
      expect(frame?.meta?.custom).toBeUndefined();
      expect(notices(frame)).toMatch(/keeps no distribution, only mean.*\n.*ENDPOINTS_DATA_DOWNLOAD/);
      await expect(ask({ query, downloads: false })).rejects.toThrow(
        /ENDPOINTS_DATA_DOWNLOAD.* A schedule of the approximate KS test/
      );
    });

    it('beyond the rows that the service can pair a kept reference still stands', async () => {
      const settings = { serviceBatchSize: 1000 };
      const { frame, calls } = await ask({ query, schedules: fitted(), settings });
      expect(new Set(column(frame, 'side'))).toEqual(new Set(['reference']));
      expect(notices(frame)).toMatch(/pairs rows with wrong tags/);
      expect(calls.some((call) => call.expensive)).toBe(false);
    });
  });
});
