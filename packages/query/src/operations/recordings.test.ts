import { beforeAll, describe, expect, it } from 'vitest';
import { recordedExchange, readRecordings, recordingsFolder } from '../drivers/recordings.ts';
import type { Recording } from '../drivers/recordings.ts';
import { runOver } from '../drivers/exchange.ts';
import type { Exchange } from '../drivers/exchange.ts';
import type { Frame } from '../frames/contract.ts';
import type { Dialect } from '../catalogue/meaning.ts';
import type { Settings } from '../core/operations.ts';

const folder = recordingsFolder();
if (folder === undefined) {
  console.warn('SOUNDCHECK_RECORDINGS is not set: the tests against recorded replies are skipped.');
}

const MODEL = 'gaussian-credit-model';
const NOW = 1_767_607_872_345;
const recordings: Partial<Record<Dialect, Recording[]>> = {};

/** The state with 1000 reference rows and 600 inferences. */
const AT_600 = [
  'info-600',
  'info-tags-600',
  'q-metrics-scheduled',
  'openapi-json',
  'meanshift-requests',
  'kstest-requests',
  'all-requests',
  'q-openapi-json',
];

function service(dialect: Dialect, ...preferred: string[]): Exchange {
  return recordedExchange(recordings[dialect] ?? [], [...preferred, ...AT_600]);
}

function context(settings: Settings = {}, fromAlert = false) {
  return { settings, now: NOW, fromAlert };
}

function valueOf(frame: Frame, name = 'value'): number | undefined {
  const value = frame.fields.find((field) => field.name === name)?.values[0];
  return typeof value === 'number' ? value : undefined;
}

/** Value by feature. */
function values(frames: Frame[], name = 'value'): Record<string, number | undefined> {
  return Object.fromEntries(frames.map((frame) => [labels(frame)['feature'] ?? '', valueOf(frame, name)]));
}

function labels(frame: Frame): Record<string, string> {
  return frame.fields.find((field) => field.name === 'value')?.labels ?? {};
}

function run(dialect: Dialect, query: Record<string, unknown>, ...preferred: string[]): Promise<Frame[]> {
  return runOver(service(dialect, ...preferred), 'query', { query: { refId: 'A', model: MODEL, ...query } }, context());
}

describe.skipIf(folder === undefined)('recorded services through the client', () => {
  beforeAll(() => {
    if (folder !== undefined) {
      recordings.java = readRecordings(folder, 'java');
      recordings.python = readRecordings(folder, 'python');
    }
  });

  describe('compute', () => {
    const ask = { queryType: 'compute', referenceTag: 'TRAINING', batchSize: 600 };

    it('Python compare-means: signed t with p, n and critical t', async () => {
      const frames = await run('python', { ...ask, metric: 'compare-means' }, 'comparemeans-batch-600');
      expect(values(frames)).toEqual({
        'credit_inputs-0': -36.97265812528625,
        'credit_inputs-1': -31.333085905882278,
        'credit_inputs-2': 0.21924112631961679,
        'credit_inputs-3': -0.9441899975340584,
      });
      expect(values(frames, 'p_value')['credit_inputs-3']).toBe(0.3452553667569158);
      const [first] = frames;
      expect(first && labels(first)).toEqual({
        model: MODEL,
        feature: 'credit_inputs-0',
        metric: 'compare-means',
        value_is: 't',
        dialect: 'python',
      });
      expect(first && valueOf(first, 'n_reference')).toBe(1000);
      expect(first && valueOf(first, 'n_current')).toBe(600);
      // scipy 1.17.1: stats.t.isf(0.025, 1598)
      expect(first && valueOf(first, 'limit')).toBeCloseTo(1.9618467206352923, 8);
      expect(first?.meta?.custom?.soundcheck).toEqual({
        contract: 1,
        role: 'scores',
        limitOrigin: 'critical t for n = 1,000 v 600 at 5 %',
      });
    });

    it('Python KS: D with its critical value; Age and Score are over it, the others are not', async () => {
      const frames = await run('python', { ...ask, metric: 'ks' }, 'kstest-batch-600');
      expect(values(frames)).toEqual({
        'credit_inputs-0': 0.7673333333333333,
        'credit_inputs-1': 0.6556666666666666,
        'credit_inputs-2': 0.021,
        'credit_inputs-3': 0.033666666666666664,
      });
      const over = frames.filter((frame) => (valueOf(frame) ?? 0) > (valueOf(frame, 'limit') ?? Infinity));
      expect(over.map((frame) => labels(frame)['feature'])).toEqual(['credit_inputs-0', 'credit_inputs-1']);
    });

    it('Python Jensen-Shannon, streaming KS, MMD and mean', async () => {
      const js = await run('python', { ...ask, metric: 'jensen-shannon' }, 'jensenshannon-batch-600');
      expect(values(js)['credit_inputs-2']).toBe(0.030452443293042964);
      expect(js[0] && valueOf(js[0], 'limit')).toBe(0.1);
      const sketch = await run('python', { ...ask, metric: 'ks-approximate' }, 'ksteststreaming-batch-600');
      expect(values(sketch)['credit_inputs-3']).toBe(0.043333333333333335);
      const mean = await run(
        'python',
        { ...ask, metric: 'mean', features: ['credit_inputs-0'] },
        'batchmean-batch-600'
      );
      expect(values(mean)).toEqual({ 'credit_inputs-0': 67.16334300249291 });
    });

    it('Java: p-values of every numeric column, outputs too; only the chosen ones are kept', async () => {
      const frames = await run('java', { ...ask, metric: 'compare-means' }, 'meanshift-batch-600');
      expect(values(frames)).toEqual({
        'credit_inputs-0': 0,
        'credit_inputs-1': 0,
        'credit_inputs-2': 0.8263682923323485,
        'credit_inputs-3': 0.3448724181732097,
        'predict-0': 0,
      });
      expect(frames[0] && labels(frames[0])).toMatchObject({ value_is: 'p_value', dialect: 'java' });
      expect(frames[0] && valueOf(frames[0], 'limit')).toBe(0.05);
      const one = await run('java', { ...ask, metric: 'ks', features: ['credit_inputs-3'] }, 'kstest-batch-600');
      expect(values(one)).toEqual({ 'credit_inputs-3': 0.7889832342154797 });
      const joint = await run('java', { ...ask, metric: 'mmd' }, 'fouriermmd-batch-600');
      expect(values(joint)).toEqual({ '(all features)': 1 });
    });

    it('warns where the window reaches into the reference', async () => {
      const frames = await run('python', { ...ask, metric: 'ks', batchSize: 5000 }, 'kstest-batch-5000');
      expect(frames[0]?.meta?.notices?.[0]?.text).toMatch(/5,000 rows is larger than the 600 inferences/);
    });

    it.each([
      [
        'an unknown tag',
        { metric: 'ks', referenceTag: 'NOSUCH' },
        /No reference data found for model: gaussian-credit-model with tag: NOSUCH/,
      ],
      [
        'a metric of the other dialect',
        { metric: 'jensen-shannon', dialect: 'java' },
        /java service does not offer Jensen-Shannon/,
      ],
      ['no metric', {}, /No metric is chosen/],
    ])('%s gets a sentence', async (_, query, sentence) => {
      const { dialect, ...rest } = { dialect: 'python', ...query };
      await expect(run(dialect === 'java' ? 'java' : 'python', { ...ask, ...rest })).rejects.toThrow(sentence);
    });
  });

  describe('latest', () => {
    it('Python: both schedules of compare-means, told apart by their names', async () => {
      const frames = await run('python', { queryType: 'latest', metric: 'compare-means' }, 'comparemeans-requests');
      expect(frames).toHaveLength(8);
      expect(new Set(frames.map((frame) => frame.name)).size).toBe(8);
      const third = frames.find((frame) => frame.name === 'credit_inputs-2 · credit comparemeans');
      expect(third && valueOf(third)).toBe(0.21924112631961679);
      expect(third && valueOf(third, 'n_current')).toBe(600);
      expect(third && valueOf(third, 'n_reference')).toBe(1000);
    });

    it('Java: p-values from the OpenMetrics text', async () => {
      const frames = await run('java', { queryType: 'latest', metric: 'ks' });
      expect(values(frames)).toMatchObject({ 'credit_inputs-2': 0.9964517830961228, 'predict-0': 0 });
    });

    it('for an alert rule: one numeric field a frame, unique labels, no time', async () => {
      const frames = await runOver(
        service('python'),
        'query',
        { query: { refId: 'A', queryType: 'latest', model: MODEL } },
        context({}, true)
      );
      const allLabels = frames.map((frame) => JSON.stringify(labels(frame)));
      expect(frames.length).toBeGreaterThan(20);
      expect(new Set(allLabels).size).toBe(frames.length);
      expect(frames.every((frame) => frame.fields.length === 1 && frame.fields[0]?.type === 'number')).toBe(true);
    });

    it('odd label texts arrive as they were', async () => {
      const frames = await run('python', { queryType: 'latest', model: 'deg-odd' }, 'odd-columns-q-metrics');
      expect(Object.keys(values(frames))).toContain('d\\e{f="g"}');
      expect(frames.map((frame) => labels(frame)['request_name'])).toContain('odd "name", é\\n{x="y"}');
    });

    it('nothing published is a sentence, not an empty panel', async () => {
      const frames = await run('python', { queryType: 'latest', metric: 'ks', model: 'nobody' });
      expect(frames[0]?.meta?.notices?.[0]?.text).toMatch(
        /TrustyAI knows no data of nobody; it knows gaussian-credit-model\. Check the name/
      );
    });
  });

  describe('resources and health', () => {
    it.each(['python', 'java'] as const)('%s is detected', async (dialect) => {
      expect(await runOver(service(dialect), 'resource', { path: 'service' }, context())).toMatchObject({ dialect });
      const health = await runOver(service(dialect), 'health', {}, context({ prometheusUid: 'prom' }));
      expect(health.status).toBe('ok');
      expect(health.message).toMatch(
        dialect === 'python'
          ? /^TrustyAI, Python service \(API 1\.0\.0rc0\) answers with 1 model and 10 schedules\.$/
          : /^TrustyAI, Java service answers with 1 model and 5 schedules\.$/
      );
    });

    it.each(['python', 'java'] as const)('%s: columns in order, with the names in force', async (dialect) => {
      const read = async (...preferred: string[]) => {
        const found = await runOver(
          service(dialect, ...preferred),
          'resource',
          { path: 'columns', params: { model: MODEL } },
          context()
        );
        return 'columns' in found ? found.columns.map(({ name, role }) => `${role} ${name}`) : [];
      };
      expect(await read()).toEqual([
        'input credit_inputs-0',
        'input credit_inputs-1',
        'input credit_inputs-2',
        'input credit_inputs-3',
        'output predict-0',
      ]);
      expect(await read('named-info')).toEqual([
        'input Age',
        'input Credit Score',
        'input Years of Education',
        'input Years of Employment',
        'output Acceptance Probability',
      ]);
    });

    it('tags come with their kind', async () => {
      const found = await runOver(service('java'), 'resource', { path: 'tags', params: { model: MODEL } }, context());
      expect(found).toEqual({
        tags: [
          { name: 'TRAINING', rows: 1000, kind: 'reference' },
          { name: '_trustyai_unlabeled', rows: 600, kind: 'inference' },
        ],
      });
    });

    it('schedules: nested on Java, flat on Python, one shape here', async () => {
      const params = { model: MODEL, metric: 'ks' };
      const java = await runOver(service('java'), 'resource', { path: 'schedules', params }, context());
      expect(java).toMatchObject({
        schedules: [
          { metric: 'ks', requestName: 'credit kstest', batchSize: 600, referenceTag: 'TRAINING', threshold: 0.05 },
        ],
      });
      const python = await runOver(service('python'), 'resource', { path: 'schedules', params }, context());
      expect(python).toMatchObject({
        schedules: [{ id: '35304b90-5544-442d-af17-a077069ca6c2', metric: 'ks', batchSize: 600 }],
      });
    });

    it('an empty service says what to do', async () => {
      expect(await runOver(service('python', 'info-empty'), 'resource', { path: 'models' }, context())).toMatchObject({
        models: [],
        message: expect.stringMatching(/knows no model yet/),
      });
    });
  });
});
