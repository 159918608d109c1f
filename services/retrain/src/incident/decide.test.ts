import { expect, it } from 'vitest';
import { hour, minute, noon, notice, second } from '../testing/alerts.ts';
import { rules, Simulation } from '../testing/simulation.ts';
import type { Fate } from '../testing/simulation.ts';
import { nextAttempt } from './outstanding.ts';

function withIncident(idempotent = true) {
  const simulation = new Simulation(idempotent);
  simulation.submit({ kind: 'deliver', at: noon, notices: [notice()] });
  const [id = ''] = simulation.state.incidents.keys();
  return { simulation, id, run: () => simulation.state.incidents.get(id)?.run };
}

const afterCall: Array<[Fate, boolean, string, boolean | undefined]> = [
  ['started', true, 'training', undefined],
  ['refused', true, 'queued', undefined],
  ['lost', true, 'queued', undefined],
  ['killed before the call', true, 'queued', undefined],
  ['killed after the call', true, 'queued', undefined],
  ['started', false, 'training', undefined],
  ['refused', false, 'queued', undefined],
  // Where the target cannot remove doubles, whoever might have been heard is not called again.
  ['lost', false, 'dead', true],
  ['killed before the call', false, 'dead', true],
  ['killed after the call', false, 'dead', true],
];
it.each(afterCall)(
  'a call that is %s, with a target that removes doubles: %s, is %s',
  (fate, idempotent, phase, doubtful) => {
    const { simulation, run } = withIncident(idempotent);
    simulation.work(fate);
    expect(run()).toMatchObject({ phase });
    expect(run()?.doubtful).toBe(doubtful);
  }
);

it('gives up after the configured time and waits for a person', () => {
  const { simulation, id, run } = withIncident();
  while (run()?.phase === 'queued') {
    simulation.work('refused');
    simulation.now += minute;
  }
  expect(run()).toMatchObject({ phase: 'dead', doubtful: false, problem: 'No.' });
  expect(simulation.now).toBeGreaterThanOrEqual(noon + rules.retries.giveUpAfter);
  expect(simulation.now).toBeLessThan(noon + rules.retries.giveUpAfter + rules.retries.longest + 2 * minute);
  simulation.submit({ kind: 'retry', at: simulation.now, run: id });
  simulation.work('started');
  expect(simulation.begun.get(id)).toHaveLength(1);
});

it('backs off by doubling, spread over half of each wait', () => {
  const { id, run, simulation } = withIncident();
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 12; attempt++) {
    simulation.work('refused');
    const current = run();
    if (current) {
      const next = nextAttempt(id, current, rules.retries);
      waits.push(next - simulation.now);
      simulation.now = next;
    }
  }
  waits.forEach((wait, index) => {
    const whole = Math.min(10 * minute, 5 * second * 2 ** index);
    expect(wait).toBeGreaterThanOrEqual(whole / 2);
    expect(wait).toBeLessThanOrEqual(whole);
  });
});

it('takes the end from a callback that overtakes the answer of the call', () => {
  const { simulation, id, run } = withIncident();
  simulation.submit({ kind: 'call', at: noon, run: id, target: 'http', atMostOnce: false });
  simulation.submit({ kind: 'end', at: noon + minute, run: id, end: { result: 'succeeded', version: 'v2' } });
  simulation.submit({ kind: 'started', at: noon + 2 * minute, run: id });
  expect(run()).toMatchObject({ phase: 'ended', startedAt: noon, endedAt: noon + minute, result: 'succeeded' });
});

it('takes one end, but for one that was given up', () => {
  const { simulation, id, run } = withIncident();
  const end = (result: 'succeeded' | 'failed') =>
    simulation.submit({ kind: 'end', at: simulation.now, run: id, end: { result } }).refused;
  expect(end('succeeded')).toBe('no such run');
  simulation.work('started');
  simulation.wait(24 * hour);
  expect(run()).toMatchObject({ phase: 'ended', result: 'unknown' });
  expect(end('succeeded')).toBeUndefined();
  expect(end('failed')).toBe('already ended');
  expect(run()?.result).toBe('succeeded');
  expect([...simulation.state.totals]).toEqual([
    ['["jukebox-prod","jukebox","unknown"]', 1],
    ['["jukebox-prod","jukebox","succeeded"]', 1],
  ]);
});
