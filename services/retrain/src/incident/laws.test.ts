import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hour, minute, notice } from '../testing/alerts.ts';
import { fates, rules, Simulation } from '../testing/simulation.ts';
import { coolUntil } from './cooldown.ts';
import type { Notice } from './notice.ts';

/** Two namespaces, two versions of the model in one of them, two features each. */
const series = ['prod/v1', 'prod/v2', 'test/v1'].flatMap((subject) =>
  ['tempo', 'energy'].map((feature) => {
    const [namespace, version] = subject.split('/');
    return { namespace, version, feature };
  })
);

/** What is really so, and every message about it, of which any may be lost, doubled or late. */
class World {
  readonly messages: Notice[] = [];
  private readonly firingSince = new Map<number, number>();

  /** Turns a series from quiet to firing and back; `edited`: the end comes from an edited rule. */
  turn(index: number, now: number, edited: boolean): void {
    const startsAt = this.firingSince.get(index);
    if (startsAt === undefined) {
      this.firingSince.set(index, now);
      this.messages.push(notice({ ...series[index], startsAt: now }));
    } else {
      this.firingSince.delete(index);
      const reason = edited ? 'Updated' : undefined;
      this.messages.push(notice({ ...series[index], startsAt, endsAt: now, reason }));
    }
  }

  /** The last message of each series, as a sender repeats it. */
  latest(): Notice[] {
    return [...new Map(this.messages.map((message) => [message.fingerprint, message])).values()];
  }

  fires(subject: { namespace: string; modelVersion: string }): boolean {
    return [...this.firingSince.keys()].some(
      (index) => series[index]?.namespace === subject.namespace && series[index]?.version === subject.modelVersion
    );
  }
}

const turn = fc.record({
  kind: fc.constant('turn' as const),
  index: fc.nat(series.length - 1),
  edited: fc.nat(3).map((one) => one === 0),
  /** Whether its message arrives at once. */
  heard: fc.boolean(),
});
const deliver = fc.record({ kind: fc.constant('deliver' as const), which: fc.array(fc.nat(30), { maxLength: 6 }) });
const wait = fc.record({
  kind: fc.constant('wait' as const),
  for: fc.constantFrom(1_000, minute, 20 * minute, hour, 7 * hour),
});
const work = fc.record({ kind: fc.constant('work' as const), fate: fc.constantFrom(...fates) });
const restart = fc.record({ kind: fc.constant('restart' as const) });
const end = fc.record({ kind: fc.constant('end' as const), index: fc.nat(5), succeeded: fc.boolean() });
const story = fc.array(fc.oneof(turn, turn, deliver, wait, work, work, restart, end), {
  minLength: 20,
  maxLength: 100,
  size: 'max',
});
type Act = typeof story extends fc.Arbitrary<Array<infer T>> ? T : never;

/** The long tests raise the number of stories by fast-check's own configuration. */
function hold(property: fc.IProperty<[Act[]]>): void {
  fc.assert(property, { numRuns: fc.readConfigureGlobal()?.numRuns ?? 40 });
}

function play(acts: Act[], idempotent: boolean) {
  const simulation = new Simulation(idempotent);
  const world = new World();
  for (const act of acts) {
    // Two things never happen in one moment.
    simulation.now += 1;
    perform(act, simulation, world);
  }
  return { simulation, world };
}

function perform(act: Act, simulation: Simulation, world: World): void {
  switch (act.kind) {
    case 'turn':
      world.turn(act.index, simulation.now, act.edited);
      if (act.heard) {
        simulation.submit({ kind: 'deliver', at: simulation.now, notices: world.messages.slice(-1) });
      }
      return;
    case 'deliver': {
      const notices = act.which.flatMap((index) => world.messages[index % Math.max(1, world.messages.length)] ?? []);
      simulation.submit({ kind: 'deliver', at: simulation.now, notices });
      return;
    }
    case 'wait':
      return simulation.wait(act.for);
    case 'work':
      return simulation.work(act.fate);
    case 'restart':
      return simulation.restart();
    case 'end': {
      const run = [...simulation.begun.keys()][act.index];
      if (run !== undefined) {
        const result = act.succeeded ? 'succeeded' : 'failed';
        simulation.submit({ kind: 'end', at: simulation.now, run, end: { result } });
      }
    }
  }
}

describe.each([true, false])(
  'whatever comes in whatever order, with a target that removes doubles: %s',
  (idempotent) => {
    it('starts at most one run an incident, and one of a model within its cool-down', () => {
      hold(
        fc.property(story, (acts) => {
          const { simulation } = play(acts, idempotent);
          const byModel = new Map<string, number[]>();
          for (const [run, times] of simulation.begun) {
            expect(times).toHaveLength(1);
            const namespace = simulation.state.incidents.get(run)?.namespace ?? 'none';
            byModel.set(namespace, [...(byModel.get(namespace) ?? []), ...times]);
          }
          expect(byModel.has('none')).toBe(false);
          for (const times of byModel.values()) {
            times.sort((a, b) => a - b);
            times.slice(1).forEach((time, index) => {
              expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(rules.cooldown);
            });
          }
        })
      );
    });

    it('opens at most one incident for an episode', () => {
      hold(
        fc.property(story, (acts) => {
          const { simulation, world } = play(acts, idempotent);
          const { seen } = simulation.state;
          // Each beginning that was heard of, once more.
          const firing = world.messages.filter(({ status }) => status === 'firing');
          const heard = firing.filter(
            ({ fingerprint, startsAt }) => startsAt <= (seen.get(fingerprint)?.startsAt ?? 0)
          );
          expect(simulation.submit({ kind: 'deliver', at: simulation.now, notices: heard }).events).toEqual([]);
        })
      );
    });

    it('knows after a restart all that it knew before', () => {
      hold(
        fc.property(story, (acts) => {
          const { simulation } = play(acts, idempotent);
          simulation.restart();
          const before = simulation.state;
          simulation.restart();
          expect(simulation.state).toEqual(before);
        })
      );
    });

    it('leaves no firing incident without a run, beyond the cool-down, and closes the others', () => {
      hold(
        fc.property(story, (acts) => {
          const { simulation, world } = play(acts, idempotent);
          simulation.now += 1;
          simulation.submit({ kind: 'deliver', at: simulation.now, notices: world.latest() });
          simulation.wait(rules.grace);
          simulation.work('started');
          for (const incident of simulation.state.incidents.values()) {
            const isOpen = incident.closedAt === undefined;
            if (isOpen) {
              expect(world.fires(incident)).toBe(true);
            }
            if (isOpen && incident.run === undefined) {
              expect(coolUntil(simulation.state, incident, rules)).toBeGreaterThan(simulation.now);
            }
          }
          // And the other way round: what fires has an incident.
          for (const { namespace = '', version: modelVersion = '' } of series) {
            if (world.fires({ namespace, modelVersion })) {
              const open = [...simulation.state.incidents.values()].filter(
                (incident) =>
                  incident.closedAt === undefined &&
                  incident.namespace === namespace &&
                  incident.modelVersion === modelVersion
              );
              expect(open).toHaveLength(1);
            }
          }
        })
      );
    });
  }
);
