import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../../catalogue/meaning.ts';
import { CoreError } from '../../../core/io.ts';
import type { Settings } from '../../../core/operations.ts';
import { runOver } from '../../../drivers/exchange.ts';
import { recordedExchange, readRecordings, recordingsFolder } from '../../../drivers/recordings.ts';
import { KS, NEW_ID, OLD_ID, schedulingService } from '../../../drivers/scheduling-service.ts';
import type { State } from '../../../drivers/scheduling-service.ts';

const wanted = { model: 'credit', metric: 'ks', requestName: 'nightly', batchSize: 500, referenceTag: 'TRAINING' };

async function change(state: State, path: string, body: Record<string, unknown>, settings: Settings = {}) {
  const { exchange, writes } = schedulingService(state);
  const context = { settings: { scheduling: 'editors', ...settings }, now: 0 };
  try {
    const output = await runOver(exchange, 'resource', { path, params: {}, body }, context);
    return { message: 'message' in output ? output.message : '', output, writes };
  } catch (error) {
    expect(error).toBeInstanceOf(CoreError);
    return { refused: error instanceof Error ? error.message : '', writes };
  }
}

const create = (state: State, more: Record<string, unknown> = {}, settings?: Settings) =>
  change(state, 'schedules/create', { ...wanted, ...more }, settings);

describe('schedules/create: what is sent', () => {
  it('Python: aliases, window, name, and the level under both names; never metricName', async () => {
    const { output, writes, message } = await create({ dialect: 'python' }, { alpha: 0.01 });
    expect(writes).toEqual([
      {
        call: `POST ${KS}/request`,
        body: {
          modelId: 'credit',
          batchSize: 500,
          requestName: 'nightly',
          referenceTag: 'TRAINING',
          fitColumns: ['age', 'in-1'],
          thresholdDelta: 0.01,
          alpha: 0.01,
        },
      },
    ]);
    expect(output).toMatchObject({ id: NEW_ID });
    expect(message).toMatch(
      /^Kolmogorov-Smirnov of credit is scheduled as "nightly" \(id 1{8}-.*next tick.*once an inference has arrived since/
    );
  });

  it('Java: raw names where columns are chosen, none where not', async () => {
    const chosen = await create({ dialect: 'java' }, { features: ['age'] });
    expect(chosen.writes[0]?.body).toMatchObject({ fitColumns: ['in-0'], thresholdDelta: 0.05, alpha: 0.05 });
    expect(chosen.message).toMatch(/Java computes every numeric column/);
    expect((await create({ dialect: 'java' })).writes[0]?.body).not.toHaveProperty('fitColumns');
  });

  it('Java: aliases for the mean and for fairness', async () => {
    const mean = await create({ dialect: 'java' }, { metric: 'mean', features: ['age'] });
    expect(mean.writes).toEqual([
      {
        call: 'POST /metrics/identity/request',
        body: { modelId: 'credit', batchSize: 500, requestName: 'nightly', columnName: 'age' },
      },
    ]);
    const fairness = { protectedAttribute: 'in-0', privileged: 1, unprivileged: 0, outcome: 'approved', favorable: 1 };
    const spd = await create({ dialect: 'java' }, { metric: 'spd', fairness });
    expect(spd.writes[0]?.body).toEqual({
      modelId: 'credit',
      batchSize: 500,
      requestName: 'nightly',
      protectedAttribute: 'age',
      privilegedAttribute: 1,
      unprivilegedAttribute: 0,
      outcomeName: 'approved',
      favorableOutcome: 1,
      thresholdDelta: 0.1,
    });
  });

  it('a seed for MMD on Python, on the path that the service has', async () => {
    const mmd = await create({ dialect: 'python' }, { metric: 'mmd' });
    expect(mmd.writes[0]).toMatchObject({ call: 'POST /metrics/drift/mmd/request', body: { seed: 7 } });
    const paths = ['/metrics/drift/fouriermmd', '/metrics/drift/ksteststreaming'];
    const alias = await create({ dialect: 'python', paths }, { metric: 'mmd' });
    expect(alias.writes[0]?.call).toBe('POST /metrics/drift/fouriermmd/request');
    const java = await create({ dialect: 'java' }, { metric: 'mmd' });
    expect(java.writes[0]?.body).not.toHaveProperty('seed');
  });
});

describe('schedules/create: the label set follows what is there', () => {
  const series = (labels: string) => `trustyai_kstest{${labels}} 0.5\n`;
  const python = 'modelId="other",subcategory="a",request="r"';
  const java = 'model="other",subcategory="a",request="r"';
  const listed = (...names: Array<string | null>): State['schedules'] => ({
    [KS]: names.map((requestName, i) => ({ requestName, batchSize: 10 + i, metricName: 'KSTEST' })),
  });
  it.each<[string, State, boolean, RegExp | undefined]>([
    ['published without a name', { dialect: 'python', metrics: series(python) }, false, /published without names/],
    ['published with a name', { dialect: 'python', metrics: series(`${python},requestName="x"`) }, true, undefined],
    [
      'another gauge is published',
      { dialect: 'python', metrics: 'trustyai_mmd{modelId="m"} 1\n' },
      true,
      /no value yet/,
    ],
    ['nothing is published', { dialect: 'python' }, true, /stays silent until it restarts/],
    ['published without a name', { dialect: 'java', metrics: series(java) }, false, /published without names/],
    ['listed without a name', { dialect: 'java', schedules: listed(null) }, false, /is listed without names/],
    ['listed with a name', { dialect: 'java', schedules: listed('x') }, true, undefined],
    [
      'listed with and without',
      { dialect: 'java', schedules: listed('x', null) },
      false,
      /listed both with and without names/,
    ],
  ])('%s: %o', async (...row) => {
    const [, state, named, sentence] = row;
    const { writes, message } = await create(state);
    expect('requestName' in (writes[0]?.body ?? {})).toBe(named);
    if (sentence === undefined) {
      expect(message).not.toMatch(/name[sd]? /);
    } else {
      expect(message).toMatch(sentence);
    }
  });
});

describe('schedules/create refuses before anything is sent', () => {
  const same = { referenceTag: 'TRAINING', batchSize: 500 };
  it.each<[string, State, Record<string, unknown>, RegExp]>([
    [
      'an unknown model',
      { dialect: 'python' },
      { model: 'nobody' },
      /does not know the model nobody\. It knows credit\./,
    ],
    ['an unknown model', { dialect: 'java' }, { model: 'nobody' }, /may know a model only with new data/],
    [
      'an unknown tag',
      { dialect: 'python' },
      { referenceTag: 'NOSUCH' },
      /no reference "NOSUCH": choose one of TRAINING/,
    ],
    ['a reserved tag', { dialect: 'python' }, { referenceTag: '_trustyai_unlabeled' }, /choose one of TRAINING/],
    [
      'an unknown column',
      { dialect: 'python' },
      { features: ['nope'] },
      /no feature "nope": choose one of age, in-1, app/,
    ],
    ['a metric that is not there', { dialect: 'java' }, { metric: 'jensen-shannon' }, /does not offer Jensen-Shannon/],
    [
      'a metric switched off',
      { dialect: 'python', paths: [KS, '/metrics/drift/ksteststreaming'] },
      { metric: 'mmd' },
      /does not offer Maximum mean/,
    ],
    [
      'a release that never publishes',
      { dialect: 'python', paths: [KS, '/metrics/drift/approxkstest'] },
      {},
      /Python 0\.30.*never publishes them/,
    ],
    ['a mean of two', { dialect: 'python' }, { metric: 'mean', features: ['age', 'in-1'] }, /choose exactly one/],
    ['fairness without groups', { dialect: 'python' }, { metric: 'spd' }, /needs a protected feature/],
    ['half a row', { dialect: 'python' }, { batchSize: 2.5 }, /whole number of 2 or more/],
    ['no name', { dialect: 'python' }, { requestName: ' ' }, /name of the schedule is missing/],
    ['a level of 1', { dialect: 'python' }, { alpha: 1 }, /choose one between 0 and 1/],
    [
      'an equal schedule',
      { dialect: 'python', schedules: { [KS]: [{ ...same, fitColumns: ['in-1', 'age'] }] } },
      {},
      /scheduled like that already \(id 9{8}/,
    ],
    [
      'an equal schedule',
      { dialect: 'java', schedules: { [KS]: [{ ...same, requestName: 'daily' }] } },
      {},
      /already as "daily"/,
    ],
    ['a reference of one row', { dialect: 'python', tags: { TRAINING: 1 } }, {}, /has 1 rows; this metric needs 2/],
    [
      'Fourier MMD on a small reference, which stops the tick',
      { dialect: 'java', tags: { TRAINING: 169 } },
      { metric: 'mmd' },
      /needs 170 or more/,
    ],
    ['Java beyond its window', { dialect: 'java', observations: 5001 }, {}, /among the last 5,000 only/],
  ])('%s: %o %o', async (...row) => {
    const [, state, more, sentence] = row;
    const { refused, writes } = await create(state, more);
    expect(refused).toMatch(sentence);
    expect(writes).toEqual([]);
  });

  it('unless an administrator switched it on', async () => {
    for (const settings of [{ scheduling: 'off' as const }, { scheduling: undefined }]) {
      const made = await create({ dialect: 'python' }, {}, settings);
      expect(made.refused).toMatch(/switched off for this data source.*Scheduling: Editors/);
      const gone = await change({ dialect: 'python' }, 'schedules/delete', { id: OLD_ID }, settings);
      expect(gone.refused).toMatch(/switched off/);
      expect([...made.writes, ...gone.writes]).toEqual([]);
    }
  });

  it('but not where window, reference, columns or level differ', async () => {
    const listed = [
      { referenceTag: 'OTHER', batchSize: 500, fitColumns: ['age', 'in-1'] },
      { referenceTag: 'TRAINING', batchSize: 499, fitColumns: ['age', 'in-1'] },
      { referenceTag: 'TRAINING', batchSize: 500, fitColumns: ['age'] },
      { referenceTag: 'TRAINING', batchSize: 500, fitColumns: ['age', 'in-1'], thresholdDelta: 0.01 },
    ];
    expect((await create({ dialect: 'python', schedules: { [KS]: listed } })).writes).toHaveLength(1);
  });

  it("the service's batch limit is the administrator's to state", async () => {
    const made = await create({ dialect: 'java', observations: 9000 }, {}, { serviceBatchSize: 10_000 });
    expect(made.writes).toHaveLength(1);
  });
});

describe('schedules/create warns', () => {
  it.each<[string, State, Record<string, unknown>, RegExp]>([
    [
      'of reference rows in the window',
      { dialect: 'python' },
      { batchSize: 601 },
      /601 rows is larger than the 600 inf.*hides drift/,
    ],
    ['of a window that is not full yet', { dialect: 'java' }, { batchSize: 601 }, /fewer than two show no drift/],
    [
      'of false alarms of Fourier MMD',
      { dialect: 'java' },
      { metric: 'mmd', batchSize: 167 },
      /167 current rows, fewer than its own window of 168/,
    ],
    ['of the tick that another schedule stops', { dialect: 'java' }, {}, /stops the tick/],
  ])('%s', async (...row) => {
    const [, state, more, sentence] = row;
    expect((await create(state, more)).message).toMatch(sentence);
  });
  it('and keeps quiet where all is well', async () => {
    const { message } = await create({ dialect: 'java' }, { metric: 'mmd', batchSize: 168 });
    expect(message).not.toMatch(/larger than|false alarms|computes every/);
  });
});

describe('schedules/delete', () => {
  const remove = (state: State, more: Record<string, unknown> = {}) =>
    change(state, 'schedules/delete', { id: OLD_ID, metric: 'ks', model: 'credit', ...more });
  const one = { [KS]: [{ batchSize: 10, requestName: 'nightly' }] };

  it.each(['java', 'python'] as const)('%s: gone, because it is listed before and not after', async (dialect) => {
    const { message, writes } = await remove({ dialect, schedules: one });
    expect(writes).toEqual([{ call: `DELETE ${KS}/request`, body: { requestId: OLD_ID } }]);
    expect(message).toMatch(/of Kolmogorov-Smirnov for credit is deleted/);
    expect(/Until the service restarts/.test(message ?? '')).toBe(dialect === 'python');
  });

  it('on Python from the path whose list has it', async () => {
    const alias = '/metrics/drift/approxkstest';
    const schedules = { [alias]: [{ metricName: 'APPROXKSTEST', batchSize: 10 }] };
    const { writes } = await remove({ dialect: 'python', schedules }, { metric: 'ks-approximate' });
    expect(writes[0]?.call).toBe(`DELETE ${alias}/request`);
  });

  it.each<[string, State, Record<string, unknown>, RegExp]>([
    [
      'the id of another metric',
      { dialect: 'python', schedules: one },
      { metric: 'spd' },
      /is a schedule of ks for credit, not of spd for credit/,
    ],
    [
      'the id of another model',
      { dialect: 'java', schedules: one },
      { model: 'm' },
      /of ks for credit, not of ks for m/,
    ],
    ['no id', { dialect: 'java' }, { id: 'x' }, /"x" is no id of a schedule/],
  ])('refuses %s, which Python would call a success', async (...row) => {
    const [, state, more, sentence] = row;
    const { refused, writes } = await remove(state, more);
    expect(refused).toMatch(sentence);
    expect(writes).toEqual([]);
  });

  it('says that nothing was there', async () => {
    const { message, writes } = await remove({ dialect: 'python' });
    expect(message).toMatch(/Nothing was deleted: TrustyAI lists no schedule 9{8}.*restarted/);
    expect(writes).toEqual([]);
  });

  it('does not believe a success after which the schedule is still there', async () => {
    const { refused } = await remove({ dialect: 'python', schedules: one, keeps: true });
    expect(refused).toMatch(/took the deletion of 9{8}.*but still lists it/);
  });
});

const folder = recordingsFolder();
describe.skipIf(folder === undefined)('schedules of the recorded services', () => {
  const run = (dialect: Dialect, body: Record<string, unknown>, ...preferred: string[]) =>
    runOver(
      recordedExchange(readRecordings(folder ?? '', dialect), [
        ...preferred,
        'info-600',
        'info-tags-600',
        'openapi-json',
      ]),
      'resource',
      { path: 'schedules/create', params: {}, body },
      { settings: { scheduling: 'editors' }, now: 0 }
    );
  const ask = { ...wanted, model: 'gaussian-credit-model', batchSize: 600 };

  it.each<[Dialect, string]>([
    ['java', 'ff44f5be-10d0-4572-916c-e45fe0b2af18'],
    ['python', '35304b90-5544-442d-af17-a077069ca6c2'],
  ])('%s takes the call as it is sent', async (dialect, id) => {
    const body = { ...ask, requestName: 'credit kstest' };
    const lists = ['kstest-requests-after-delete', 'q-metrics-empty'];
    expect(await run(dialect, body, ...lists)).toMatchObject({ id });
  });

  it.each(['java', 'python'] as const)('%s: the schedule that is there already is found', async (dialect) => {
    await expect(run(dialect, ask, 'kstest-requests', 'q-metrics-scheduled')).rejects.toThrow(
      /scheduled like that already.*id (ff44f5be|35304b90)/
    );
  });
});
