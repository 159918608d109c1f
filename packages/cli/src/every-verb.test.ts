import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvText, fileOf, newPath, spread } from './testing/csv-file.ts';
import { startEmulator } from './testing/emulator.ts';
import type { Emulator } from './testing/emulator.ts';
import { runCommand } from './testing/run-command.ts';

/**
 * A file that has nothing in common with the one at the root: another model, a service of either dialect, fairness, means,
 * a bare event listener, people with a password. All commands, one after the other, as its owner would type them.
 */
const FILE = `
version: 1
namespaces:
  loans-java: { trustyai: { url: '\${JAVA_URL}', batchSize: 20000, job: trusty }, modelServer: { errorShare: 0.01, latency: 2s, quantile: 0.95 } }
  loans-python: { trustyai: { url: '\${PYTHON_URL}' } }
models:
  loan-approval:
    version: '2026.11'
    reference: { tag: Q3, rows: 600 }
    features: [age, income, female]
    batch: 200
defaults: { persistence: { need: 2, of: 4, every: 5m }, severity: critical }
monitors:
  - { id: shape, model: loan-approval, namespaces: [loans-java, loans-python], metric: ks, retrain: true }
  - { id: shift, model: loan-approval, namespaces: [loans-java, loans-python], metric: compare-means, features: [age], engine: grafana }
  - { id: income, model: loan-approval, namespaces: [loans-python], metric: mean, features: [income], centre: 0.5, limit: 0.2 }
  - id: parity
    model: loan-approval
    namespaces: [loans-java, loans-python]
    metric: spd
    fairness: { protectedAttribute: female, privileged: 0, unprivileged: 1, outcome: approved, favorable: 1 }
grafana: { url: 'https://grafana.example.com', folder: Loans }
notify:
  retrain: { eventListener: 'http://el-loans.loans:8080', token: '\${LISTENER_TOKEN}' }
  people: { url: 'https://chat.example.com/hook', user: loans, password: '\${CHAT_PASSWORD}' }
  mutes: [{ name: nights, times: [{ start: '22:00', end: '23:30' }] }]
prometheus: { every: 60s, ruleLabels: { team: loans } }
`;

const monitors = fileOf(FILE, 'monitors.yaml');
const rows = spread(600, 4).map(([age = 0, income = 0, female = 0, approved = 0]) => [
  age,
  income,
  Math.round(female),
  Math.round(approved),
]);
const csv = fileOf(csvText(['age', 'income', 'female', 'approved'], rows), 'loans.csv');
const services: Emulator[] = [];
let env: Record<string, string> = {};

beforeAll(async () => {
  services.push(await startEmulator('java'), await startEmulator('python'));
  const [java, python] = services;
  env = { JAVA_URL: java?.url ?? '', PYTHON_URL: python?.url ?? '' };
});
afterAll(() => services.forEach((service) => service.stop()));

const soundcheck = async (...args: string[]) => await runCommand(args, env);

it('check finds it right, and lists each limit with its origin', async () => {
  const told = await soundcheck('check', '--file', monitors);
  expect([told.code, told.err]).toEqual([0, '']);
  expect(told.out).toMatch(/shape.*\n?.*critical D/s);
});

it('render writes what it asks for, and --check sees what was changed by hand', async () => {
  const out = newPath('rendered');
  mkdirSync(out);
  const root = resolve(import.meta.dirname, '../../..');
  cpSync(join(root, 'provisioning'), join(out, 'provisioning'), { recursive: true });
  const render = async (...args: string[]) => await soundcheck('render', '--file', monitors, '--out', out, ...args);
  expect((await render()).code).toBe(0);
  expect((await render('--check')).code).toBe(0);
  const read = (path: string) => readFileSync(join(out, path), 'utf8');
  const java = read('deploy/prometheus/loans-java.rules.yml');
  expect(java).toContain('alert: loanapproval-datadrift-shape');
  // Grafana's alert; Prometheus only records.
  expect(java).not.toContain('alert: loanapproval-datadrift-shift');
  expect(read('provisioning/alerting/monitors.yaml')).toContain('title: loanapproval-datadrift-shift');
  expect(read('deploy/alertmanager/alertmanager.yml')).toContain(
    'password_file: /etc/alertmanager/secrets/people-password'
  );
  writeFileSync(join(out, 'deploy/prometheus/loans-java.rules.yml'), `${java}# mine\n`);
  const changed = await render('--check');
  expect([changed.code, changed.out]).toEqual([1, 'outdated   deploy/prometheus/loans-java.rules.yml\n']);
});

it.each(['loans-java', 'loans-python'])('reference push stores its reference in %s', async (namespace) => {
  const args = ['--file', monitors, '--namespace', namespace, '--tag', 'Q3', '--outputs', 'approved', '--json'];
  const told = await soundcheck('reference', 'push', csv, ...args);
  expect([told.code, JSON.parse(told.out)]).toMatchObject([0, { model: 'loan-approval', rows: 600, storedRows: 600 }]);
});

it('reconcile makes every schedule, and then finds them equal', async () => {
  const args = ['reconcile', '--file', monitors, '--state', newPath('state.json'), '--json'];
  const first = await soundcheck(...args);
  expect(JSON.parse(first.out)).toMatchObject({
    namespaces: [
      { namespace: 'loans-java', dialect: 'java', schedules: Array(3).fill({ state: 'made' }) },
      { namespace: 'loans-python', dialect: 'python', schedules: Array(4).fill({ state: 'made' }) },
    ],
  });
  const second = await soundcheck(...args);
  expect([second.code, second.out.includes('"made"')]).toEqual([0, false]);
});

it('inspect shows the model with its schedules, and says that inferences are missing', async () => {
  for (const { url } of services) {
    const told = await soundcheck('inspect', url);
    expect(told.code).toBe(1);
    expect(told.out).toMatch(/loan-approval.*Q3 600 \(reference\).*shape.*no inference yet/s);
  }
});

it('profile counts its reference', async () => {
  const out = newPath('profile.json');
  expect((await soundcheck('profile', csv, '--out', out)).code).toBe(0);
  const { features }: { features: Array<{ feature: string; counts: number[] }> } = JSON.parse(
    readFileSync(out, 'utf8')
  );
  expect(features.map(({ feature }) => feature)).toEqual(['age', 'income', 'female', 'approved']);
  expect(features.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))).toEqual(Array(4).fill(600));
});
