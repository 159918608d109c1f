import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Event } from '../incident/event.ts';
import { evolve } from '../incident/evolve.ts';
import { emptyState, forget } from '../incident/state.ts';
import type { State } from '../incident/state.ts';
import { hour, noon, notice } from '../testing/alerts.ts';
import { makeJournalFolder } from '../testing/folder.ts';
import { rules, Simulation } from '../testing/simulation.ts';
import { Journal } from './journal.ts';
import { Ledger } from './ledger.ts';

const quiet = () => {};
const open = (folder: string) => Journal.open(folder, quiet);
const fileOf = (folder: string) => join(folder, 'journal.ndjson');

/** Decisions of three incidents. */
function makeDecisions(): Event[][] {
  const simulation = new Simulation();
  return ['a', 'b', 'c'].map((model) => {
    const notices = ['tempo', 'energy'].map((feature) => notice({ model, feature }));
    return simulation.submit({ kind: 'deliver', at: noon, notices }).events;
  });
}

async function written(): Promise<{ folder: string; states: State[] }> {
  const folder = makeJournalFolder();
  const { journal, state } = await open(folder);
  const states = [state];
  for (const events of makeDecisions()) {
    await journal.append([events]);
    states.push(events.reduce(evolve, states.at(-1) ?? emptyState));
  }
  await journal.close();
  return { folder, states };
}

describe('a file that was cut', () => {
  it('gives the state of its whole lines, wherever it was cut, and takes new ones', async () => {
    const { folder, states } = await written();
    const bytes = readFileSync(fileOf(folder));
    const ends = [...bytes.keys()].filter((index) => bytes[index] === 10);
    for (let length = bytes.length; length >= 0; length -= 37) {
      writeFileSync(fileOf(folder), bytes.subarray(0, length));
      const lines = ends.filter((end) => end < length).length;
      const { journal, state } = await open(folder);
      expect(state).toEqual(states[lines]);
      const [, , last = []] = makeDecisions();
      await journal.append([last]);
      await journal.close();
      const again = await open(folder);
      expect(again.state).toEqual(last.reduce(evolve, states[lines] ?? emptyState));
      await again.journal.close();
    }
  });

  it('with rubbish as its last line loses that line alone', async () => {
    const { folder, states } = await written();
    appendFileSync(fileOf(folder), '{"events":[{"kind":"opened"\0\0\0\n');
    const { journal, state } = await open(folder);
    expect(state).toEqual(states.at(-1));
    await journal.close();
  });

  it('with rubbish in the middle is refused with the line', async () => {
    const { folder } = await written();
    const lines = readFileSync(fileOf(folder), 'utf8').split('\n');
    writeFileSync(fileOf(folder), [lines[0], 'rubbish', ...lines.slice(2)].join('\n'));
    await expect(open(folder)).rejects.toThrow(/^Line 2 of the journal .* is unreadable/);
  });
});

it('compacts to the same state in one line, which later ones follow', async () => {
  const { folder, states } = await written();
  const { journal, state } = await open(folder);
  await journal.compact(state);
  expect(readFileSync(fileOf(folder), 'utf8').split('\n')).toHaveLength(2);
  const later: Event[] = [{ kind: 'missed', at: noon, fingerprint: 'x', startsAt: noon }];
  await journal.append([later]);
  await journal.close();
  const again = await open(folder);
  expect(again.state).toEqual(later.reduce(evolve, states.at(-1) ?? emptyState));
  expect(again.journal.size).toBe(readFileSync(fileOf(folder)).length);
  await again.journal.close();
});

it('does not start on what a compaction left behind', async () => {
  const { folder, states } = await written();
  writeFileSync(`${fileOf(folder)}.next`, 'half a snapsh');
  const { journal, state } = await open(folder);
  expect(state).toEqual(states.at(-1));
  await journal.compact(state);
  await journal.close();
  expect(existsSync(`${fileOf(folder)}.next`)).toBe(false);
  const again = await open(folder);
  expect(again.state).toEqual(states.at(-1));
  await again.journal.close();
});

it('says what to do where it cannot write', async () => {
  const folder = makeJournalFolder();
  mkdirSync(fileOf(folder));
  await expect(open(folder)).rejects.toThrow(/^The journal cannot be kept in .*: EISDIR.* set "journal" to a folder/);
});

function makeLedger(journal: Journal, state: State, keep: number) {
  const problems: unknown[] = [];
  const onProblem = (error: unknown) => problems.push(error);
  const isLong = (bytes: number, snapshot: number) => bytes > Math.max(20_000, 2 * snapshot);
  return { problems, ledger: new Ledger(journal, state, { rules, keep, isLong, onChange: quiet, onProblem }) };
}

it('stays short however much happens, and forgets only what is over', async () => {
  const folder = makeJournalFolder();
  const { journal, state } = await open(folder);
  const { ledger, problems } = makeLedger(journal, state, hour);
  let longest = 0;
  for (let day = 0; day < 300; day++) {
    const startsAt = noon - 400 * 24 * hour + day * 24 * hour;
    await ledger.submit({ kind: 'deliver', at: startsAt, notices: [notice({ startsAt })] });
    const [id = ''] = [...ledger.state.incidents.keys()].slice(-1);
    await ledger.submit({ kind: 'call', at: startsAt, run: id, target: 'http', atMostOnce: false });
    await ledger.submit({ kind: 'end', at: startsAt + hour, run: id, end: { result: 'succeeded' } });
    await ledger.submit({
      kind: 'deliver',
      at: startsAt + hour,
      notices: [notice({ startsAt, endsAt: startsAt + hour })],
    });
    longest = Math.max(longest, journal.size);
  }
  await ledger.submit({ kind: 'deliver', at: Date.now(), notices: [notice({ model: 'open' })] });
  expect(problems).toEqual([]);
  expect(longest).toBeLessThan(50_000);
  expect(ledger.state.incidents.size).toBeLessThan(100);
  expect([...ledger.state.totals.values()]).toEqual([300]);
  const kept = forget(ledger.state, Date.now() - hour);
  expect([...kept.incidents.values()].map(({ model }) => model)).toEqual(['open']);
  await journal.close();
});

it('changes nothing and says so where the disk does not take it', async () => {
  const folder = makeJournalFolder();
  const { journal, state } = await open(folder);
  const { ledger } = makeLedger(journal, state, hour);
  await journal.close();
  await expect(ledger.submit({ kind: 'deliver', at: noon, notices: [notice()] })).rejects.toThrow();
  expect(ledger.state).toBe(state);
  truncateSync(fileOf(folder), 0);
});
