import { beforeAll, describe, expect, it } from 'vitest';
import type { Dialect } from '../../catalogue/meaning.ts';
import { runOver } from '../../drivers/exchange.ts';
import { readRecordings, recordedExchange, recordingsFolder } from '../../drivers/recordings.ts';
import type { Recording } from '../../drivers/recordings.ts';
import type { Frame } from '../../frames/contract.ts';

const folder = recordingsFolder();
if (folder === undefined) {
  console.warn('SOUNDCHECK_RECORDINGS is not set: the tables are not held to recorded replies.');
}

const MODEL = 'gaussian-credit-model';
const STATE = ['info-600', 'info-tags-600', 'q-metrics-scheduled', 'openapi-json', 'all-requests'];
const SCHEDULES = ['comparemeans', 'kstest', 'ksteststreaming', 'approxkstest', 'jensenshannon', 'mmd', 'fouriermmd'];
const recordings: Partial<Record<Dialect, Recording[]>> = {};

/** The one table of a query, as rows by column name. */
async function table(dialect: Dialect, query: Record<string, unknown>, ...preferred: string[]) {
  const lists = [...SCHEDULES, 'batchmean', 'spd', 'dir'].map((name) => `${name}-requests`);
  const exchange = recordedExchange(recordings[dialect] ?? [], [...preferred, ...STATE, ...lists]);
  const frames = await runOver(exchange, 'query', { query: { refId: 'A', ...query } }, { settings: {}, now: 0 });
  const [frame] = frames;
  expect(frames).toHaveLength(1);
  const fields = frame?.fields ?? [];
  const rows = Array.from({ length: fields[0]?.values.length ?? 0 }, (_, i) =>
    Object.fromEntries(fields.map(({ name, values }): [string, unknown] => [name, values[i]]))
  );
  return { frame, rows, notices: noticesOf(frame) };
}

function noticesOf(frame: Frame | undefined): string {
  return (frame?.meta?.notices ?? []).map(({ text }) => text).join('\n');
}

describe.skipIf(folder === undefined)('tables of the recorded services', () => {
  beforeAll(() => {
    if (folder !== undefined) {
      recordings.java = readRecordings(folder, 'java');
      recordings.python = readRecordings(folder, 'python');
    }
  });

  it.each(['java', 'python'] as const)('%s: models, by filters', async (dialect) => {
    const { rows } = await table(dialect, { queryType: 'models' });
    expect(rows).toEqual([expect.objectContaining({ model: MODEL, observations: 1600, inputs: 4, outputs: 1 })]);
    const filters = (key: string, value: string) => ({ filters: [{ key, operator: '=', values: [value] }] });
    expect((await table(dialect, { queryType: 'models', ...filters('model', 'other') })).rows).toEqual([]);
    // A model has no feature: what a dashboard filters other panels by changes nothing here.
    expect((await table(dialect, { queryType: 'models', ...filters('feature', 'other') })).rows).toHaveLength(1);
  });

  it('columns: names in force beside those ingested', async () => {
    const { rows } = await table('java', { queryType: 'columns', role: 'output' }, 'named-info');
    expect(rows).toEqual([
      { model: MODEL, feature: 'Acceptance Probability', raw_name: 'predict-0', role: 'output', type: 'FLOAT' },
    ]);
    const unknown = await table('python', { queryType: 'columns', model: 'nobody' });
    expect([unknown.rows, unknown.notices]).toEqual([[], 'TrustyAI lists no such columns of nobody.']);
    expect((await table('python', { queryType: 'columns' }, 'info-empty')).notices).toMatch(/knows no model yet/);
  });

  it('tags: rows by tag and kind', async () => {
    const { rows } = await table('python', { queryType: 'tags', model: MODEL });
    expect(rows).toEqual([
      { model: MODEL, tag: 'TRAINING', kind: 'reference', rows: 1000 },
      { model: MODEL, tag: '_trustyai_unlabeled', kind: 'inference', rows: 600 },
    ]);
    expect((await table('python', { queryType: 'tags', model: 'nobody' })).notices).toMatch(/no such tags of nobody/);
  });

  describe('schedules', () => {
    const wanted = [
      { model: MODEL, metric: 'ks', batchSize: 600 },
      { model: MODEL, metric: 'ks', batchSize: 100 },
    ];

    it('Java: wanted, listed and published side by side', async () => {
      const { rows, frame } = await table('java', { queryType: 'schedules', wanted });
      expect(rows).toHaveLength(6);
      const ks = rows.filter(({ metric }) => metric === 'ks');
      expect(ks).toEqual([
        {
          model: MODEL,
          metric: 'ks',
          request_name: 'credit kstest',
          state: 'published',
          wanted: true,
          scheduled: true,
          published: 5,
          last_value: 0,
          value_is: 'p_value',
          of_feature: 'predict-0',
          batch_size: 600,
          reference_tag: 'TRAINING',
          features: null,
          id: 'ff44f5be-10d0-4572-916c-e45fe0b2af18',
        },
        expect.objectContaining({ state: 'lost', wanted: true, scheduled: false, batch_size: 100, id: null }),
      ]);
      expect(rows.filter(({ metric }) => metric !== 'ks').map(({ state }) => state)).toEqual(
        Array.from({ length: 4 }, () => 'not wanted')
      );
      expect(frame?.fields.find(({ name }) => name === 'id')?.config?.custom).toMatchObject({ hidden: true });
    });

    it('Python: names from the labels; the value that speaks most for drift has its sign', async () => {
      const { rows } = await table('python', { queryType: 'schedules', metric: 'compare-means' });
      expect(
        rows.map(({ request_name, last_value, of_feature, state }) => [request_name, last_value, of_feature, state])
      ).toEqual([
        ['credit comparemeans', -36.97265812528625, 'credit_inputs-0', 'published'],
        ['credit meanshift', -36.97265812528625, 'credit_inputs-0', 'published'],
      ]);
    });

    it('scheduled and not published, published and not listed, none at all', async () => {
      const silent = await table('java', { queryType: 'schedules', metric: 'ks' }, 'q-metrics-before-schedules');
      expect(silent.rows).toEqual([
        expect.objectContaining({ state: 'not published', published: 0, last_value: null }),
      ]);
      const unlisted = await table('java', { queryType: 'schedules', metric: 'ks' }, 'kstest-requests-after-delete');
      expect(unlisted.rows).toEqual([
        expect.objectContaining({ state: 'not listed', scheduled: false, request_name: 'credit kstest' }),
      ]);
      const none = await table('java', { queryType: 'schedules' }, 'restart-all-requests', 'restart-q-metrics');
      expect([none.rows, none.notices]).toEqual([[], expect.stringMatching(/lost when the service restarts/)]);
    });
  });

  it('labels for ad hoc filters, but no UUID', async () => {
    const exchange = recordedExchange(recordings.java ?? [], STATE);
    const labels = (params: Record<string, string>) =>
      runOver(exchange, 'resource', { path: 'labels', params }, { settings: {}, now: 0 });
    const names = await labels({});
    expect(names).toMatchObject({ labels: expect.arrayContaining(['feature', 'metric', 'model', 'request_name']) });
    expect(JSON.stringify(names)).not.toContain('"request"');
    expect(await labels({ key: 'metric' })).toEqual({
      labels: ['compare-means', 'ks', 'ks-approximate', 'mean', 'mmd'],
    });
    expect(await labels({ key: 'nothing' })).toEqual({ labels: [] });
  });
});
