import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Monitor } from '@soundcheck/monitors';
import { callsTo } from '../service/calls.ts';
import { sendInferences, startEmulator, uploadReference } from '../testing/emulator.ts';
import type { Emulator } from '../testing/emulator.ts';
import { monitor, namespace, plan } from '../testing/plan.ts';
import { serve } from '../testing/serve.ts';
import { parseOptions } from './options.ts';
import { reconcilePlan } from './reconcile-plan.ts';
import { exitCodeOf } from './report.ts';
import type { Entry } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'soundcheck-reconcile-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newState = () => join(folder, `state-${String((files += 1))}.json`);

/** One service for many tests: each has a model of its own, and may not touch those of the others. */
let model = 'credit';
let models = 0;

interface Told {
  code: 0 | 1 | 2;
  schedules: Entry[];
  error: string | undefined;
  said: string[];
}

async function run(url: string, monitors: Monitor[], ...args: string[]): Promise<Told> {
  const options = parseOptions(args);
  if (options === 'help') {
    throw new Error('No help was asked for.');
  }
  const said: string[] = [];
  const reports = await reconcilePlan({
    plan: plan(
      [namespace('prod', url)],
      monitors.map((one) => ({ ...one, model }))
    ),
    options,
    env: {},
    say: (sentence) => said.push(sentence),
  });
  const [report] = reports;
  return { code: exitCodeOf(reports), schedules: report?.schedules ?? [], error: report?.error, said };
}

const states = ({ schedules }: Told) => schedules.map(({ state }) => state);
const listed = async (url: string) =>
  (await callsTo({ url }).schedules()).schedules.filter((schedule) => schedule.model.startsWith(model));

const means = monitor({ id: 'means', metric: 'mean', kind: 'mean', features: ['in-0', 'in-1'], batch: 100 });
const shift = monitor({ id: 'shift', metric: 'compare-means' });
const parity = monitor({
  id: 'parity',
  metric: 'spd',
  kind: 'fairness',
  fairness: { protectedAttribute: 'in-0', privileged: 0, unprivileged: 1, outcome: 'out-0', favorable: 1 },
});
const all = [monitor(), shift, means, parity];

describe.each(['java', 'python'] as const)('against an emulated %s service', (dialect) => {
  let emulator: Emulator;
  let url = '';
  const fill = async () => {
    await uploadReference(url, model, 300);
    await sendInferences(url, model, 200);
  };
  beforeAll(async () => {
    emulator = await startEmulator(dialect);
    url = emulator.url;
  });
  beforeEach(async () => {
    models += 1;
    model = `credit-${String(models)}-`;
    await fill();
  });
  afterAll(() => emulator.stop());

  it('makes what is missing, a mean for each feature, and then nothing more', async () => {
    const state = newState();
    const dry = await run(url, all, '--dry-run', '--state', state);
    expect([dry.code, states(dry)]).toEqual([1, Array(5).fill('to make')]);
    expect(await listed(url)).toEqual([]);

    const first = await run(url, all, '--state', state);
    expect(first.schedules.filter((entry) => entry.state !== 'made')).toEqual([]);
    expect([first.code, first.schedules.length]).toEqual([0, 5]);
    const made = await listed(url);
    expect(made).toHaveLength(5);

    const second = await run(url, all, '--state', state);
    expect([second.code, states(second)]).toEqual([0, Array(5).fill('equal')]);
    expect((await listed(url)).map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort());
  });

  it('two runs at once, with one state file, make no doubles', async () => {
    const state = newState();
    const runs = await Promise.all([1, 2, 3].map(() => run(url, all, '--state', state)));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(runs.flatMap(states).filter((one) => one === 'made')).toHaveLength(5);
    expect(await listed(url)).toHaveLength(5);
  });

  it('two runs at once, without a state file, make no doubles', async () => {
    await Promise.all([run(url, [monitor(), shift]), run(url, [monitor(), shift])]);
    expect(await listed(url)).toHaveLength(2);
  });

  it('a service killed and started again gets its schedules back', async () => {
    const state = newState();
    await run(url, all, '--state', state);
    const port = Number(new URL(url).port);
    emulator.stop();
    const gone = await run(url, all, '--state', state);
    expect(gone.code).toBe(2);
    expect(gone.error).toMatch(
      /^TrustyAI cannot be reached at GET \/info .*Check the URL and that the service runs\.$/
    );

    const waiting = run(url, all, '--state', state, '--wait', '60s');
    emulator = await startEmulator(dialect, port);
    const empty = await waiting;
    expect(empty.said[0]).toMatch(
      /^prod: TrustyAI at .* is not there yet \(.*ECONNREFUSED.*\): waiting, for \d+ s at most/
    );
    expect(empty.code).toBe(1);
    expect(empty.schedules[0]?.message).toMatch(
      /TrustyAI does not know the model credit-\d+-\. .*(Send an inference first|Upload reference data or send an inference first)/
    );

    await fill();
    const back = await run(url, all, '--state', state);
    expect([back.code, states(back)]).toEqual([0, Array(5).fill('made')]);
    const kept: { namespaces: { prod: object } } = JSON.parse(readFileSync(state, 'utf8'));
    expect(Object.keys(kept.namespaces.prod).sort()).toEqual((await listed(url)).map(({ id }) => id).sort());
  });

  it('a changed reference is a new schedule; the old one goes only with --replace', async () => {
    const state = newState();
    await run(url, [monitor()], '--state', state);
    await uploadReference(url, model, 250, 'NEWER');
    const changed = monitor({ reference: { tag: 'NEWER', rows: 250 } });

    const kept = await run(url, [changed], '--state', state);
    expect(kept.code).toBe(1);
    expect(kept.schedules).toMatchObject([
      { state: 'made', reference: 'NEWER' },
      { state: 'outdated', reference: 'TRAINING', monitor: 'distribution' },
    ]);
    expect(kept.schedules[1]?.message).toMatch(/reference TRAINING, wanted NEWER/);
    const dry = await run(url, [changed], '--state', state, '--dry-run', '--replace');
    expect([dry.code, states(dry)]).toEqual([1, ['to remove', 'equal']]);
    const replaced = await run(url, [changed], '--state', state, '--replace');
    expect([replaced.code, states(replaced)]).toEqual([0, ['removed', 'equal']]);
    expect(await listed(url)).toMatchObject([{ referenceTag: 'NEWER' }]);
  });

  it('keeps the old schedule as long as the new one cannot be made', async () => {
    const state = newState();
    await run(url, [monitor()], '--state', state);
    const changed = monitor({ reference: { tag: 'NOSUCH', rows: 250 } });
    const told = await run(url, [changed], '--state', state, '--prune');
    expect([told.code, states(told)]).toEqual([1, ['refused', 'outdated']]);
    expect(told.schedules[0]?.message).toBe(`${model} has no reference "NOSUCH": choose one of TRAINING.`);
    expect(await listed(url)).toHaveLength(1);
  });

  it('deletes foreign schedules of watched models and metrics only, and only with --prune', async () => {
    const other = `${model}other`;
    await uploadReference(url, other, 300);
    const calls = callsTo({ url }, { mayWrite: true });
    const foreign = { model, metric: 'ks', requestName: 'mine', batchSize: 50 } as const;
    await calls.make(foreign);
    await calls.make({ ...foreign, model: other });
    await calls.make({ ...foreign, metric: 'compare-means' });
    const state = newState();

    const kept = await run(url, [monitor()], '--state', state);
    expect([kept.code, states(kept).sort()]).toEqual([1, ['foreign', 'made', 'unwatched']]);
    expect(kept.schedules.find(({ state: one }) => one === 'foreign')).toMatchObject({ window: 50 });
    expect((await run(url, [monitor()], '--state', state, '--replace')).code).toBe(1);
    const pruned = await run(url, [monitor()], '--state', state, '--prune');
    expect([pruned.code, states(pruned).sort()]).toEqual([0, ['equal', 'removed', 'unwatched']]);
    expect((await listed(url)).map((one) => `${one.model} ${one.metric ?? ''}`).sort()).toEqual([
      `${model} compare-means`,
      `${model} ks`,
      `${other} ks`,
    ]);
  });

  it('a limit that changed', async () => {
    const state = newState();
    await run(url, [monitor()], '--state', state);
    const stricter = monitor({ level: 0.01 });
    const kept = await run(url, [stricter], '--state', state);
    // The number is the same: no second schedule of it.
    expect([kept.code, states(kept)]).toEqual([1, ['other limit']]);
    expect(kept.schedules[0]?.message).toMatch(/limit 0\.025, wanted 0\.005/);
    const replaced = await run(url, [stricter], '--state', state, '--replace');
    expect(replaced.code).toBe(0);
    expect(await listed(url)).toHaveLength(1);
    expect(states(await run(url, [stricter], '--state', state))).toEqual(['equal']);
    // A second monitor of the same number shares it.
    expect(states(await run(url, [stricter, monitor({ id: 'loose' })], '--state', state))).toEqual(['equal', 'equal']);
  });

  it('without a state file', async () => {
    await run(url, all);
    const told = await run(url, all);
    // A Python list has neither the limit of KS nor the groups of SPD.
    const unverifiable = told.schedules.filter(({ state }) => state === 'unverifiable');
    expect(unverifiable.map(({ monitor: id }) => id)).toEqual(dialect === 'java' ? [] : ['distribution', 'parity']);
    expect(told.code).toBe(dialect === 'java' ? 0 : 1);
    const state = newState();
    expect((await run(url, all, '--adopt', '--state', state)).code).toBe(0);
    expect((await run(url, all, '--state', state)).code).toBe(0);
    expect(await listed(url)).toHaveLength(5);
  });
});

it('a Java service that holds more rows than it looks at gets no drift schedule, unless monitors.yaml says that it looks at more', async () => {
  const emulator = await startEmulator('java');
  try {
    await uploadReference(emulator.url, 'credit', 5200);
    const place = namespace('prod', emulator.url);
    const reconcile = (batchSize?: number) =>
      reconcilePlan({
        plan: plan(
          [{ ...place, trustyai: { ...place.trustyai, ...(batchSize === undefined ? {} : { batchSize }) } }],
          [monitor()]
        ),
        options: { file: 'f', namespaces: [], prune: 'nothing', adopt: false, dryRun: false, waitMs: 0, json: false },
        env: {},
        say: () => undefined,
      });
    const [refused] = await reconcile();
    expect(refused?.schedules).toEqual([
      expect.objectContaining({
        state: 'refused',
        message: expect.stringMatching(/last 5,000 only.*say so in monitors\.yaml: trustyai\.batchSize/),
      }),
    ]);
    expect((await reconcile(20_000))[0]?.schedules).toEqual([expect.objectContaining({ state: 'made' })]);
  } finally {
    await emulator.stop();
  }
});

it('a wrong token is said in words, and other namespaces go on', async () => {
  const locked = await serve((_, response) => void response.writeHead(401).end('Unauthorized'));
  const options = parseOptions([]);
  if (options === 'help') {
    throw new Error('No help was asked for.');
  }
  const places = [namespace('locked', locked.url, 'TOKEN'), namespace('unset', 'http://${NOWHERE}:8080')];
  const reports = await reconcilePlan({
    plan: plan(places, [monitor()]),
    options,
    env: { TOKEN: 'wrong' },
    say: () => undefined,
  });
  locked.stop();
  expect(exitCodeOf(reports)).toBe(2);
  expect(reports.map(({ error }) => error)).toEqual([
    'TrustyAI refused the credentials for GET /info (401). Set a valid token.',
    'The URL of TrustyAI in unset needs the environment variable NOWHERE, which is not set: set it and try again.',
  ]);
});

it('a state file that is none stops everything before it begins', async () => {
  const state = newState();
  writeFileSync(state, '{"soundcheck":"profile"}');
  await expect(run('http://127.0.0.1:1', [monitor()], '--state', state)).rejects.toThrow(
    /^The state file .* is none of soundcheck reconcile \(soundcheck: .*\): name another/
  );
});
