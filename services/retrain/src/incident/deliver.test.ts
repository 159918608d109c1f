import { describe, expect, it } from 'vitest';
import { features, hour, minute, noon, notice } from '../testing/alerts.ts';
import { Simulation } from '../testing/simulation.ts';
import type { Notice } from './notice.ts';
import { phaseOf } from './phase.ts';

function deliver(simulation: Simulation, ...notices: Notice[]) {
  const { accepted = [] } = simulation.submit({ kind: 'deliver', at: simulation.now, notices });
  return accepted.map(({ outcome }) => outcome);
}

const phasesOf = ({ state }: Simulation) => [...state.incidents.values()].map(phaseOf);

describe('one alert', () => {
  const cases: Array<[string, Notice, string]> = [
    ['firing', notice(), 'opened'],
    ['without the label', notice({ labels: { retrain: '' } }), 'not for retraining'],
    ['of a companion rule', notice({ labels: { soundcheck: 'no-data', retrain: 'false' } }), 'not for retraining'],
    ['about missing data', notice({ labels: { alertname: 'DatasourceNoData' } }), 'no verdict'],
    ['about an error', notice({ labels: { alertname: 'DatasourceError' } }), 'no verdict'],
    ['that fires for an error under its own name', notice({ reason: 'Error' }), 'no verdict'],
    ['without a model', notice({ labels: { model: '' } }), 'without model'],
    ['without a namespace', notice({ labels: { namespace: '' } }), 'without model'],
    ['that was never heard of, resolved', notice({ endsAt: noon + minute }), 'unknown'],
  ];
  it.each(cases)('%s', (_, given, outcome) => {
    const simulation = new Simulation();
    expect(deliver(simulation, given)).toEqual([outcome]);
    expect(phasesOf(simulation)).toEqual(outcome === 'opened' ? ['firing'] : []);
  });
});

it('gives each namespace and model a run of its own, however many features fire', () => {
  const simulation = new Simulation();
  const all = ['jukebox-test', 'jukebox-prod'].flatMap((namespace) =>
    features.map((feature) => notice({ namespace, feature }))
  );
  deliver(simulation, ...all, notice({ model: 'credit' }));
  simulation.work('started');
  expect([...simulation.begun.keys()].map((id) => id.replace(/-\w+$/, '')).sort()).toEqual([
    'credit',
    'jukebox',
    'jukebox',
  ]);
});

it('makes the same run id whatever the order of alerts in a call', () => {
  const ids = [features, [...features].reverse()].map((names) => {
    const simulation = new Simulation();
    deliver(simulation, ...names.map((feature) => notice({ feature })));
    return [...simulation.state.incidents.keys()];
  });
  expect(ids[0]).toEqual(ids[1]);
});

it('judges each alert of a mixed group by itself', () => {
  const simulation = new Simulation();
  deliver(simulation, notice({ feature: 'tempo' }), notice({ feature: 'energy' }));
  const mixed = [notice({ feature: 'tempo', endsAt: noon + minute }), notice({ feature: 'energy' })];
  expect(deliver(simulation, ...mixed)).toEqual(['resolved', 'duplicate']);
  expect(phasesOf(simulation)).toEqual(['firing']);
  expect(deliver(simulation, notice({ feature: 'energy', endsAt: noon + minute }))).toEqual(['resolved']);
  expect(phasesOf(simulation)).toEqual(['closed']);
});

it('takes no late duplicate for news, of a beginning or of an end', () => {
  const simulation = new Simulation();
  const later = noon + 10 * hour;
  deliver(simulation, notice());
  simulation.work('started');
  deliver(simulation, notice({ endsAt: noon + hour }));
  simulation.now = later;
  deliver(simulation, notice({ startsAt: later }));
  const state = simulation.state;
  expect(deliver(simulation, notice())).toEqual(['duplicate']);
  expect(deliver(simulation, notice({ endsAt: noon + hour }))).toEqual(['duplicate']);
  expect(simulation.state).toBe(state);
});

it('starts nothing for a beginning that arrives after its end', () => {
  const simulation = new Simulation();
  deliver(simulation, notice({ endsAt: noon + minute }));
  expect(deliver(simulation, notice())).toEqual(['duplicate']);
  expect(deliver(simulation, notice({ startsAt: noon + hour }))).toEqual(['opened']);
});

it('takes an end whose start equals it, as after a restart of Grafana', () => {
  const simulation = new Simulation();
  deliver(simulation, notice());
  const end = noon + hour;
  expect(deliver(simulation, notice({ startsAt: end, endsAt: end }))).toEqual(['resolved']);
  expect(deliver(simulation, notice({ startsAt: end }))).toEqual(['opened']);
});

describe('an end because the rule was edited', () => {
  const updated = notice({ endsAt: noon + minute, reason: 'Updated' });

  it('leaves the incident open, and the alert that fires again in it', () => {
    const simulation = new Simulation();
    deliver(simulation, notice());
    expect(deliver(simulation, updated)).toEqual(['doubted']);
    expect(deliver(simulation, updated)).toEqual(['doubted']);
    simulation.wait(10 * minute);
    expect(deliver(simulation, notice({ startsAt: noon + 10 * minute }))).toEqual(['joined']);
    simulation.wait(hour);
    expect(phasesOf(simulation)).toEqual(['firing']);
  });

  it('counts as an end once the grace is over', () => {
    const simulation = new Simulation();
    deliver(simulation, notice());
    deliver(simulation, updated);
    simulation.wait(14 * minute);
    expect(phasesOf(simulation)).toEqual(['firing']);
    simulation.wait(minute);
    expect(phasesOf(simulation)).toEqual(['closed']);
  });
});

describe('ends that never arrived', () => {
  it('are seen from all alerts beginning anew', () => {
    const simulation = new Simulation();
    deliver(simulation, notice({ feature: 'tempo' }), notice({ feature: 'energy' }));
    simulation.work('started');
    simulation.wait(48 * hour);
    const startsAt = simulation.now;
    const again = [notice({ feature: 'tempo', startsAt }), notice({ feature: 'energy', startsAt })];
    expect(deliver(simulation, ...again)).toEqual(['opened', 'joined']);
    expect(phasesOf(simulation)).toEqual(['closed', 'firing']);
  });

  it('are not seen while another alert of the incident fires', () => {
    const simulation = new Simulation();
    deliver(simulation, notice({ feature: 'tempo' }), notice({ feature: 'energy' }));
    simulation.wait(48 * hour);
    expect(deliver(simulation, notice({ feature: 'tempo', startsAt: simulation.now }))).toEqual(['joined']);
  });
});

describe('the cool-down', () => {
  function coolingDown() {
    const simulation = new Simulation();
    deliver(simulation, notice());
    simulation.work('started');
    const [run = ''] = simulation.begun.keys();
    simulation.submit({ kind: 'end', at: simulation.now, run, end: { result: 'succeeded', version: 'v2' } });
    simulation.wait(hour);
    deliver(simulation, notice({ endsAt: simulation.now }));
    deliver(simulation, notice({ version: 'v2', startsAt: simulation.now }));
    return simulation;
  }

  it('holds back the next run of the model, and lets it go if the alert still fires', () => {
    const simulation = coolingDown();
    expect(phasesOf(simulation)).toEqual(['closed', 'cooling_down']);
    simulation.wait(5 * hour - 1);
    expect(phasesOf(simulation)).toEqual(['closed', 'cooling_down']);
    simulation.wait(1);
    expect(phasesOf(simulation)).toEqual(['closed', 'firing']);
    simulation.work('started');
    expect(simulation.begun.size).toBe(2);
  });

  it('starts nothing if the alert is resolved by then', () => {
    const simulation = coolingDown();
    deliver(simulation, notice({ version: 'v2', startsAt: noon + hour, endsAt: noon + 2 * hour }));
    simulation.wait(24 * hour);
    expect(phasesOf(simulation)).toEqual(['closed', 'closed']);
    simulation.work('started');
    expect(simulation.begun.size).toBe(1);
  });

  it('is that of one model in one namespace', () => {
    const simulation = coolingDown();
    deliver(simulation, notice({ namespace: 'jukebox-test' }), notice({ model: 'credit' }));
    expect(phasesOf(simulation)).toEqual(['closed', 'cooling_down', 'firing', 'firing']);
  });

  it('lasts as long as a run that goes on', () => {
    const simulation = new Simulation();
    deliver(simulation, notice());
    simulation.work('started');
    deliver(simulation, notice({ version: 'v2' }));
    simulation.wait(7 * hour);
    expect(phasesOf(simulation)).toEqual(['training', 'cooling_down']);
    simulation.wait(17 * hour);
    expect([...simulation.state.incidents.values()].map(({ run }) => run?.result ?? run?.phase)).toEqual([
      'unknown',
      'queued',
    ]);
  });
});
