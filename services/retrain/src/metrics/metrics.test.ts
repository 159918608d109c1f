import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { hour, minute, noon, notice } from '../testing/alerts.ts';
import { Simulation } from '../testing/simulation.ts';
import { makeMetrics } from './metrics.ts';

/** v1 drifts, is trained to v2 and verified; v2 cools down; another model's run cannot start; many others went by. */
function makeStory(): Simulation {
  const simulation = new Simulation();
  const deliver = (...notices: Array<ReturnType<typeof notice>>) =>
    simulation.submit({ kind: 'deliver', at: simulation.now, notices });
  simulation.now = noon + minute;
  deliver(notice());
  simulation.now += minute;
  simulation.work('started');
  const [run = ''] = simulation.begun.keys();
  simulation.now += hour;
  simulation.submit({ kind: 'end', at: simulation.now, run, end: { result: 'succeeded', version: 'v2' } });
  simulation.now += 10 * minute;
  deliver(notice({ endsAt: simulation.now }));
  deliver(notice({ version: 'v2', startsAt: simulation.now }), notice({ model: 'credit', startsAt: simulation.now }));
  const failure = { kind: 'final' as const, problem: 'No.' };
  for (const { id, model } of simulation.state.incidents.values()) {
    if (model === 'credit') {
      simulation.submit({ kind: 'call', at: simulation.now, run: id, target: 'http', atMostOnce: false });
      simulation.submit({ kind: 'failed', at: simulation.now, run: id, failure });
    }
  }
  return simulation;
}

const series = async (simulation: Simulation) => {
  const { text } = await makeMetrics(() => simulation.state).read();
  return { text, lines: text.split('\n').filter((line) => line !== '' && !line.startsWith('#')) };
};

it('tells states, runs, versions and steps', async () => {
  const { lines } = await series(makeStory());
  const [run = ''] = makeStory().begun.keys();
  const subject = 'namespace="jukebox-prod",model="jukebox",model_version';
  for (const expected of [
    `soundcheck_retrain_incidents{${subject}="v1",state="closed"} 1`,
    `soundcheck_retrain_incidents{${subject}="v1",state="training"} 0`,
    `soundcheck_retrain_incidents{${subject}="v2",state="cooling_down"} 1`,
    'soundcheck_retrain_incidents{namespace="jukebox-prod",model="credit",model_version="v1",state="failed"} 1',
    'soundcheck_retrain_runs_total{namespace="jukebox-prod",model="jukebox",result="succeeded"} 1',
    'soundcheck_retrain_runs_total{namespace="jukebox-prod",model="credit",result="not_started"} 1',
    `soundcheck_retrain_run_info{${subject}="v1",run="${run}",new_version="v2",result="succeeded"} 1`,
    `soundcheck_retrain_step_seconds{namespace="jukebox-prod",model="jukebox",run="${run}",step="alert"} 60`,
    `soundcheck_retrain_step_seconds{namespace="jukebox-prod",model="jukebox",run="${run}",step="start"} 60`,
    `soundcheck_retrain_step_seconds{namespace="jukebox-prod",model="jukebox",run="${run}",step="training"} 3600`,
    `soundcheck_retrain_step_seconds{namespace="jukebox-prod",model="jukebox",run="${run}",step="resolved"} 600`,
    'soundcheck_retrain_dead_letters 1',
    'soundcheck_retrain_alerts_total{outcome="no_verdict"} 0',
  ]) {
    expect(lines).toContain(expected);
  }
});

it('gives only the latest runs of a model series of their own', async () => {
  const simulation = new Simulation();
  for (let day = 0; day < 40; day++) {
    const { now } = simulation;
    simulation.submit({ kind: 'deliver', at: now, notices: [notice({ startsAt: now })] });
    simulation.work('started');
    const [run = ''] = [...simulation.begun.keys()].slice(-1);
    simulation.submit({ kind: 'end', at: now + hour, run, end: { result: 'succeeded' } });
    simulation.submit({ kind: 'deliver', at: now + hour, notices: [notice({ startsAt: now, endsAt: now + hour })] });
    simulation.now += 24 * hour;
  }
  const { lines } = await series(simulation);
  expect(lines.filter((line) => line.includes('run_info'))).toHaveLength(10);
  expect(lines.filter((line) => line.includes('retrain_incidents{'))).toHaveLength(6);
  expect(lines).toContain(
    'soundcheck_retrain_runs_total{namespace="jukebox-prod",model="jukebox",result="succeeded"} 40'
  );
});

const promtool = resolve(import.meta.dirname, '../../../../.cache/bin/promtool');
const hasPromtool = existsSync(promtool);
if (!hasPromtool) {
  console.warn('.cache/bin/promtool is not built: its check of the metrics is skipped.');
}

it.skipIf(!hasPromtool)('is taken by promtool', async () => {
  const { text } = await series(makeStory());
  const { status, stdout, stderr } = spawnSync(promtool, ['check', 'metrics'], { input: text, encoding: 'utf8' });
  expect({ status, said: `${stdout}${stderr}` }).toEqual({ status: 0, said: '' });
});
