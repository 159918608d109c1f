import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvText, fileOf, newPath, spread } from '../testing/csv-file.ts';
import { sendInferences, startEmulator } from '../testing/emulator.ts';
import type { Emulator } from '../testing/emulator.ts';
import { runCommand } from '../testing/run-command.ts';

const monitors = fileOf(
  `version: 1
namespaces:
  prod:
    trustyai: { url: '\${SOUNDCHECK_TRUSTYAI_URL}' }
  test:
    trustyai: { url: 'http://127.0.0.1:1', token: '\${SOUNDCHECK_TRUSTYAI_TEST_TOKEN}' }
models:
  credit:
    version: v1
    reference: { tag: TRAINING, rows: 300 }
    features: 2
    batch: 200
monitors:
  - { id: distribution, model: credit, namespaces: [prod], metric: ks, effect: 0.1 }
  - { id: shift, model: credit, namespaces: [prod], metric: compare-means }
  - { id: elsewhere, model: credit, namespaces: [test], metric: ks }
grafana: { url: 'http://127.0.0.1:3000' }
`,
  'monitors.yaml'
);
const training = fileOf(csvText(['age', 'income', 'score'], spread(300, 3)));

interface Report {
  code: number;
  namespaces: Array<{
    namespace: string;
    url: string;
    dialect: string;
    error?: string;
    schedules: Array<{ state: string; monitor?: string; id: string }>;
  }>;
}

describe.each(['java', 'python'] as const)('from monitors.yaml to an emulated %s service', (dialect) => {
  let emulator: Emulator;
  let env: Record<string, string> = {};
  beforeAll(async () => {
    emulator = await startEmulator(dialect);
    env = { SOUNDCHECK_TRUSTYAI_URL: emulator.url };
  });
  afterAll(() => emulator.stop());

  it('refuses, gets a reference, reconciles, publishes, and says the same again', async () => {
    const state = newPath('state.json');
    const reconcile = async (...args: string[]): Promise<Report> => {
      const told = await runCommand(
        ['reconcile', '--file', monitors, '--namespace', 'prod', '--state', state, '--json', ...args],
        env
      );
      const report: Report = JSON.parse(told.out);
      expect(report.code).toBe(told.code);
      return report;
    };
    const nothing = await reconcile();
    expect(nothing.code).toBe(1);
    expect(nothing.namespaces[0]?.schedules).toMatchObject([
      { state: 'refused', monitor: 'distribution', message: expect.stringMatching(/does not know the model credit/) },
      { state: 'refused', monitor: 'shift' },
    ]);

    // Model and URL come from the file; the layout is that of the live rows below.
    const tensors = ['--input-tensor', 'in', '--output-tensor', 'out', '--outputs', 'score'];
    const from = ['--file', monitors, '--namespace', 'prod', '--tag', 'TRAINING'];
    const pushed = await runCommand(['reference', 'push', training, ...from, ...tensors, '--json'], env);
    expect(JSON.parse(pushed.out)).toMatchObject({ model: 'credit', rows: 300, storedRows: 300, url: emulator.url });
    await sendInferences(emulator.url, 'credit', 200);

    const made = await reconcile();
    expect([made.code, made.namespaces[0]?.dialect]).toEqual([0, dialect]);
    expect(made.namespaces[0]?.schedules.map(({ state: one }) => one)).toEqual(['made', 'made']);
    const ids = made.namespaces[0]?.schedules.map(({ id }) => id) ?? [];
    expect(readFileSync(state, 'utf8')).toContain(ids[0]);

    const text = async () => await (await fetch(`${emulator.url}/q/metrics`)).text();
    const series = dialect === 'java' ? 'trustyai_meanshift' : 'trustyai_comparemeans';
    while (!(await text()).includes(`${series}{`)) {
      await new Promise((next) => setTimeout(next, 50));
    }
    expect(await text()).toMatch(new RegExp(`${series}\\{[^}]*requestName="shift"[^}]*subcategory="income"`));
    const again = await reconcile();
    expect(again.namespaces[0]?.schedules.map(({ state: one, id }) => [one, id])).toEqual(
      ids.map((id) => ['equal', id])
    );
    const told = await runCommand(['reconcile', '--file', monitors, '--namespace', 'prod', '--state', state], env);
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toMatch(
      /^prod \(http.*, (java|python)\): equal to the file\n {2}equal +distribution: ks, credit \[/
    );
  });
});

it.each([
  [
    'a variable that is not set',
    ['--file', monitors],
    /needs the environment variable SOUNDCHECK_TRUSTYAI_URL.*\n.*\n.*SOUNDCHECK_TRUSTYAI_TEST_TOKEN/s,
  ],
  [
    'a namespace that is not there',
    ['--file', monitors, '--namespace', 'x'],
    /monitors\.yaml has no namespace "x": it has prod, test\./,
  ],
  ['no file', ['--file', 'nowhere.yaml'], /nowhere\.yaml cannot be read/],
  ['a broken file', ['--file', fileOf('version: 2\n', 'monitors.yaml')], /monitors\.yaml:\d+:\d+: /],
  ['a time that is none', ['--wait', 'long'], /--wait is "long": give a time such as 120s or 2m\.\n.*--help/],
  ['an option that is none', ['--frob'], /Unknown option '--frob'/],
])('exit code 2 and a sentence: %s', async (_, args, sentence) => {
  const told = await runCommand(['reconcile', ...args]);
  expect(told.code).toBe(2);
  expect(told.out + told.err).toMatch(sentence);
  expect(told.out + told.err).not.toMatch(/ at .*\.ts:/);
});

it.each(['reconcile', 'reference', 'profile'])('%s --help is help', async (verb) => {
  for (const args of [
    [verb, '--help'],
    ['help', verb],
    ['--help', verb],
  ]) {
    const told = await runCommand(args);
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toMatch(new RegExp(`^soundcheck ${verb}.*Exit code: `, 's'));
  }
  expect((await runCommand(['help', 'help'])).out).toMatch(/^soundcheck: /);
});
