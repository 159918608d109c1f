import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column, Dialect, MetricKey, Schedule, ScheduleRequest } from '@soundcheck/query';
import { compareSchedules } from './compare-schedules.ts';
import type { ServiceView, WantedState } from './compare-schedules.ts';
import { changeKey, mayGo, nextChange } from './next-change.ts';
import type { Prune } from './next-change.ts';
import type { WantedSchedule } from './wanted-schedules.ts';

const column = (raw: string, role: Column['role'], name = raw): Column => ({ raw, name, role, type: 'DOUBLE' });
const columns = [column('in-0', 'input', 'age'), column('in-1', 'input', 'income'), column('out-0', 'output')];
const groups = { protectedAttribute: 'age', privileged: 0, unprivileged: 1, outcome: 'out-0', favorable: 1 };

const ks: WantedSchedule = {
  ...{ monitor: 'a', requestName: 'a', model: 'm', metric: 'ks', batchSize: 100, referenceTag: 'T', alpha: 0.01 },
};
const spd: WantedSchedule = {
  ...{ monitor: 'a', requestName: 'a', model: 'm', metric: 'spd', batchSize: 100, fairness: groups },
};

/** What a service lists for what was asked: Python has no names, no limit of KS and no groups; Java no features of its own. */
function listedAs(id: string, request: ScheduleRequest, dialect: Dialect): Schedule {
  const { model, metric, batchSize, referenceTag, requestName, alpha, fairness, features } = request;
  const base: Schedule = { id, model, metric, serviceMetric: metric, dialect, batchSize };
  const named = dialect === 'java' ? { ...base, requestName } : base;
  if (fairness) {
    const { protectedAttribute, outcome } = fairness;
    return {
      ...named,
      features: [protectedAttribute],
      fairness: dialect === 'java' ? fairness : { protectedAttribute, outcome },
    };
  }
  if (metric === 'mean') {
    return { ...named, features: features ?? [] };
  }
  const limit = dialect === 'java' || metric === 'compare-means' ? { threshold: alpha } : {};
  return dialect === 'java'
    ? { ...named, ...limit, referenceTag, features: ['in-0', 'in-1', 'out-0'] }
    : { ...named, ...limit, referenceTag, features: features ?? ['age', 'income'] };
}

function view(dialect: Dialect, listed: Schedule[], remembered: Array<[string, ScheduleRequest]> = []): ServiceView {
  return { dialect, listed, columnsOf: () => columns, remembered: new Map(remembered) };
}

interface Case {
  name: string;
  wanted: WantedSchedule;
  dialect: Dialect;
  listed: Schedule[];
  remembered?: Array<[string, ScheduleRequest]>;
  state: string;
  details?: RegExp;
  unwanted?: string[];
}

const was = (changes: Partial<ScheduleRequest>, dialect: Dialect, wanted = ks): Schedule =>
  listedAs('1', { ...wanted, ...changes }, dialect);

it.each<Case>([
  { name: 'nothing is there', wanted: ks, dialect: 'java', listed: [], state: 'missing' },
  { name: 'Java lists all', wanted: ks, dialect: 'java', listed: [was({}, 'java')], state: 'equal' },
  {
    ...{ name: 'Java computes all features', wanted: { ...ks, features: ['age'] }, dialect: 'java' },
    ...{ listed: [was({}, 'java')], state: 'equal' },
  },
  {
    ...{ name: 'another name for the same', wanted: ks, dialect: 'java' },
    ...{ listed: [was({ requestName: 'b' }, 'java')], state: 'equal' },
  },
  {
    ...{ name: 'Python does not list the limit', wanted: ks, dialect: 'python', listed: [was({}, 'python')] },
    ...{ state: 'unverifiable', details: /^limit$/ },
  },
  {
    ...{ name: 'but it is remembered', wanted: ks, dialect: 'python', listed: [was({}, 'python')] },
    ...{ remembered: [['1', ks]], state: 'equal' },
  },
  {
    ...{ name: 'as another one', wanted: ks, dialect: 'python', listed: [was({}, 'python')] },
    ...{ remembered: [['1', { ...ks, alpha: 0.05 }]], state: 'other limit', details: /^limit 0\.05, wanted 0\.01$/ },
  },
  {
    ...{ name: 'Python before the columns were renamed', wanted: ks, dialect: 'python' },
    ...{ listed: [was({ features: ['in-0', 'in-1'] }, 'python')], state: 'missing', unwanted: ['foreign'] },
  },
  {
    ...{ name: 'features by their raw names', wanted: { ...ks, features: ['in-0'] }, dialect: 'python' },
    ...{ listed: [was({ features: ['age'] }, 'python')], remembered: [['1', ks]], state: 'equal' },
  },
  {
    ...{ name: 'another window', wanted: ks, dialect: 'java', listed: [was({ batchSize: 50 }, 'java')] },
    ...{ state: 'missing', unwanted: ['outdated'] },
  },
  {
    ...{ name: 'another reference, made by hand', wanted: ks, dialect: 'java' },
    ...{ listed: [was({ referenceTag: 'U', requestName: 'x' }, 'java')], state: 'missing', unwanted: ['foreign'] },
  },
  {
    ...{ name: 'the same twice', wanted: ks, dialect: 'java', state: 'equal', unwanted: ['double'] },
    ...{ listed: [was({}, 'java'), listedAs('2', ks, 'java')] },
  },
  {
    ...{ name: 'a metric that is not watched', wanted: ks, dialect: 'java', state: 'missing' },
    ...{ listed: [was({ metric: 'mmd' }, 'java')], unwanted: ['unwatched'] },
  },
  {
    ...{ name: 'a model that is not in the file', wanted: ks, dialect: 'java', state: 'missing' },
    ...{ listed: [was({ model: 'other' }, 'java')], unwanted: [] },
  },
  {
    ...{ name: 'groups that Java lists', wanted: spd, dialect: 'java', state: 'missing', unwanted: ['outdated'] },
    ...{ listed: [was({ fairness: { ...groups, privileged: 2 } }, 'java', spd)] },
  },
  {
    ...{ name: 'groups that Python does not list', wanted: spd, dialect: 'python', state: 'unverifiable' },
    ...{ listed: [was({}, 'python', spd)], details: /^groups$/ },
  },
  {
    ...{ name: 'other groups, remembered', wanted: spd, dialect: 'python', state: 'missing', unwanted: ['outdated'] },
    ...{ listed: [was({}, 'python', spd)], remembered: [['1', { ...spd, fairness: { ...groups, favorable: 0 } }]] },
  },
])('$name: $state', ({ wanted, dialect, listed, remembered, state, details, unwanted = [] }) => {
  const compared = compareSchedules([wanted], view(dialect, listed, remembered));
  expect(compared.wanted.map((one) => one.state)).toEqual([state]);
  expect(compared.unwanted.map((one) => one.state)).toEqual(unwanted);
  if (details) {
    expect(compared.wanted[0]?.details.join('; ')).toMatch(details);
  }
});

describe('applying one change after the other', () => {
  const metric = fc.constantFrom<MetricKey>('ks', 'compare-means', 'spd', 'mean');
  const request = fc
    .record({
      metric,
      model: fc.constantFrom('m', 'n'),
      batchSize: fc.constantFrom(50, 100),
      referenceTag: fc.constantFrom('T', 'U'),
      alpha: fc.constantFrom(0.01, 0.05),
      privileged: fc.constantFrom(0, 1),
      feature: fc.constantFrom('age', 'income'),
      requestName: fc.constantFrom('a', 'b', 'c'),
    })
    .map(({ privileged, feature, referenceTag, alpha, ...rest }): ScheduleRequest => {
      switch (rest.metric) {
        case 'spd':
          return { ...rest, fairness: { ...groups, privileged } };
        case 'mean':
          return { ...rest, features: [feature] };
        default:
          return { ...rest, referenceTag, alpha };
      }
    });
  const wantedOnes = fc
    .uniqueArray(request, { maxLength: 5, selector: ({ requestName: _, ...rest }) => JSON.stringify(rest) })
    .map((all) => all.map((one, i): WantedSchedule => ({ ...one, monitor: `w${i}`, requestName: `w${i}` })));

  it('ends with all that is wanted, and with --prune with nothing else of it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Dialect>('java', 'python'),
        wantedOnes,
        fc.array(request, { maxLength: 6 }),
        fc.constantFrom<Prune>('nothing', 'outdated', 'all'),
        (dialect, wanted, before, prune) => {
          const remembered = new Map<string, ScheduleRequest>();
          const listed = new Map<string, Schedule>();
          let made = 0;
          const add = (one: ScheduleRequest) => {
            made += 1;
            const id = String(made);
            listed.set(id, listedAs(id, one, dialect));
            remembered.set(id, one);
          };
          before.forEach(add);
          const look = () =>
            compareSchedules(wanted, { dialect, listed: [...listed.values()], columnsOf: () => columns, remembered });
          const tried = new Set<string>();
          for (let change = nextChange(look(), prune, tried); change; change = nextChange(look(), prune, tried)) {
            tried.add(changeKey(change));
            if ('make' in change) {
              const { monitor: _, ...asked } = change.make;
              add(asked);
            } else {
              listed.delete(change.remove.id);
            }
          }
          const { wanted: states, unwanted } = look();
          // A schedule of somebody else with another limit stays, unless all may go.
          const stays = ({ state, own }: WantedState) =>
            state === 'other limit' && (prune === 'nothing' || (prune === 'outdated' && !own));
          expect(states.filter((one) => one.state !== 'equal' && !stays(one))).toEqual([]);
          expect(unwanted.filter((one) => mayGo(one, prune))).toEqual([]);
          // A second run has nothing to do.
          expect(nextChange(look(), prune, new Set())).toBeUndefined();
        }
      )
    );
  });
});
