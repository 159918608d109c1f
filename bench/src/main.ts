/**
 * `pnpm bench:drift`: measures everything and writes docs/benchmarks.md.
 * `pnpm bench:drift ks memory` measures only these, `quick` with one repetition, and prints without writing.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { panelSectionOf, withPanelSection } from '../panel/section.ts';
import { contests } from './contests.ts';
import type { Contest } from './contests.ts';
import { documentOf } from './document.ts';
import { writeInput } from './inputs.ts';
import type { InputName } from './inputs.ts';
import { machineFacts } from './machine.ts';
import { findPeer } from './peers.ts';
import type { Peer, PeerName } from './peers.ts';
import { dataFolder, document } from './places.ts';
import type { ContestResult } from './report.ts';
import { runContest } from './run-contest.ts';
import { runMemory } from './run-memory.ts';
import { runPreBinned } from './run-pre-binned.ts';

/** Of each pre-binned test, which is called many times in each, and of each measurement of memory. */
const processes = 3;

function pythonOf(peer: Peer | undefined): string | undefined {
  return peer && 'python' in peer ? peer.python : undefined;
}

function contestResult(contest: Contest, peer: Peer | undefined): ContestResult {
  console.log(`${contest.name} ...`);
  return { contest, results: runContest(contest, pythonOf(peer)) };
}

function main(args: string[]): number {
  const quick = args.includes('quick');
  const wanted = args.filter((arg) => arg !== 'quick');
  const known = [...contests.map(({ name }) => name), 'pre-binned', 'memory'];
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${known.join(', ')}, and quick.`);
    return 2;
  }
  const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
  const chosen = contests.filter(({ name }) => isWanted(name));
  const needed = new Set<PeerName>([
    ...chosen.map(({ peer }) => peer),
    ...(isWanted('memory') ? ['scipy' as const] : []),
  ]);
  const peers = new Map([...needed].map((name) => [name, findPeer(name)]));
  const problems = [...peers.values()].flatMap((peer) => ('problem' in peer ? [peer.problem] : []));
  problems.forEach((problem) => console.error(problem));
  const machine = machineFacts(peers);
  const inputs = new Set<InputName>([
    ...chosen.map(({ input }) => input),
    ...(isWanted('memory') ? ['pair' as const] : []),
  ]);
  try {
    inputs.forEach((input) => writeInput(dataFolder, input));
    const results = chosen.map((contest) =>
      contestResult(quick ? { ...contest, repetitions: 1 } : contest, peers.get(contest.peer))
    );
    const preBinned = isWanted('pre-binned') ? runPreBinned(quick ? 1 : processes) : [];
    const memory = isWanted('memory') ? runMemory(pythonOf(peers.get('scipy')), quick ? 1 : processes) : [];
    const text = documentOf({ machine, problems, contests: results, preBinned, memory });
    console.log(`\n${text}`);
    if (wanted.length === 0 && !quick) {
      writeFileSync(document, withPanelSection(text, panelSectionOf(readFileSync(document, 'utf8'))));
      console.log(`Written to ${document}.`);
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));
