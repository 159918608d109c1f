import { memoryTarget, preBinnedTarget } from './contests.ts';
import type { Contest } from './contests.ts';
import type { Agreement } from './agreement.ts';
import type { EntryResult, Limit } from './run-contest.ts';
import { inputBytes } from './run-memory.ts';
import type { MemoryResult } from './run-memory.ts';
import { shape } from './pre-binned/counts.ts';
import type { PreBinnedResult } from './run-pre-binned.ts';
import { duration, multiple, table } from './table.ts';

export interface ContestResult {
  contest: Contest;
  results: EntryResult[];
}

function sameNumber(same: boolean, { furthest, otherVerdicts, ...agreement }: Agreement): string {
  if (!same) {
    return 'another test';
  }
  const distance = furthest === 0 ? 'exactly' : `to ${furthest.toExponential(0)}`;
  return agreement.same ? `yes, ${distance}` : `**no**: ${furthest.toExponential(1)}, ${otherVerdicts} other verdicts`;
}

function met(yes: boolean, target: string): string {
  return yes ? target : `${target}, **missed**`;
}

function peerRow(contest: Contest, { entry, seconds, againstPeer }: EntryResult): string[] {
  const { title, peerTitle } = contest;
  if (!againstPeer) {
    return [title, peerTitle, 'absent', entry.title, duration(seconds), '', '', ''];
  }
  const { timesAsFast, agreement } = againstPeer;
  const goal = entry.target === undefined ? '' : met(timesAsFast.median >= entry.target, `≥ ${entry.target} ×`);
  return [
    title,
    peerTitle,
    duration(againstPeer.seconds),
    entry.title,
    duration(seconds),
    multiple(timesAsFast),
    goal,
    sameNumber(entry.same, agreement),
  ];
}

export function peerTable(contests: readonly ContestResult[]): string {
  const rows = contests.flatMap(({ contest, results }) => results.map((result) => peerRow(contest, result)));
  return table(['job', 'peer', 'takes', 'ours', 'takes', 'times as fast', 'target', 'same number'], rows);
}

function limitCells(limit: Limit | undefined): string[] {
  return limit ? [duration(limit.seconds), multiple(limit.multiple)] : ['', ''];
}

export function limitTable(contests: readonly ContestResult[]): string {
  const rows = contests.flatMap(({ contest, results }) =>
    results
      .filter(({ pass }) => pass)
      .map((result) => [
        contest.title,
        duration(result.seconds),
        ...limitCells(result.pass),
        ...limitCells(result.sort),
      ])
  );
  return table(['job', 'ours', 'one pass', 'ours is', '`Float64Array.sort`', 'ours is'], rows);
}

export function preBinnedTable(results: readonly PreBinnedResult[]): string {
  const rows = results.map(({ test, ours, bare, firstMultiple, furthest, ...result }) => [
    `\`${test}\``,
    duration(ours),
    duration(bare),
    multiple(result.multiple),
    multiple(firstMultiple),
    met(result.multiple.median < preBinnedTarget, `< ${preBinnedTarget} ×`),
    furthest <= 1e-9 ? 'yes' : `**no**: ${furthest.toExponential(1)}`,
  ]);
  return table(['test', '`compareChunks`', 'bare loop', 'ours is', 'on the first call', 'target', 'same number'], rows);
}

export function memoryTable(results: readonly MemoryResult[]): string {
  const rows = results.map(({ title, ours, peer }) => [
    title,
    multiple(ours),
    met(ours.median <= memoryTarget, `≤ ${memoryTarget} ×`),
    peer ? multiple(peer) : 'absent',
  ]);
  return table(['test, 1e6 v 1e6', 'ours', 'target', 'scipy or numpy'], rows);
}

/** One line on the shape of the pre-binned data. */
export const preBinnedShape = `${shape.features} features × ${shape.chunks} chunks × ${shape.bins} bins`;

/** One line on the size of the input whose memory is measured. */
export const memoryInput = `${inputBytes / 1e6} MB`;
