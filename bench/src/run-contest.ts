import type { Measurement } from './answer.ts';
import { agreementOf } from './agreement.ts';
import type { Agreement } from './agreement.ts';
import { withLimit } from './contests.ts';
import type { Contest, Entry } from './contests.ts';
import { measureOurs, measurePeer } from './processes.ts';
import { spreadOf } from './statistics.ts';
import type { Spread } from './statistics.ts';

/** Our time in times of a job that nothing can do without. */
export interface Limit {
  seconds: Spread;
  multiple: Spread;
}

/** One of our jobs measured. */
export interface EntryResult {
  entry: Entry;
  seconds: Spread;
  /** Absent without the peer. */
  againstPeer?: { seconds: Spread; timesAsFast: Spread; agreement: Agreement };
  /** A pass over both samples, and `Float64Array.sort` of both. */
  pass?: Limit;
  sort?: Limit;
}

/** What one repetition measured, one process after another. */
interface Round {
  peer?: Measurement;
  ours: Measurement[];
  pass?: Measurement;
  sort?: Measurement;
}

function runRound(contest: Contest, python: string | undefined): Round {
  const limited = contest.ours.some(({ job }) => withLimit.includes(job));
  return {
    ...(python ? { peer: measurePeer(python, contest.peerJob, contest) } : {}),
    ours: contest.ours.map(({ job }) => measureOurs(job, contest)),
    ...(limited ? { pass: measureOurs('one-pass', contest), sort: measureOurs('one-sort', contest) } : {}),
  };
}

function defined<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value): value is T => value !== undefined);
}

function limitOf(ours: readonly Measurement[], others: readonly Measurement[]): Limit | undefined {
  return others.length === 0
    ? undefined
    : {
        seconds: spreadOf(others.map(({ seconds }) => seconds)),
        multiple: spreadOf(ours.map(({ seconds }, i) => seconds / (others[i]?.seconds ?? NaN))),
      };
}

function entryResult(entry: Entry, i: number, rounds: readonly Round[]): EntryResult {
  const ours = defined(rounds.map((round) => round.ours[i]));
  const peers = defined(rounds.map(({ peer }) => peer));
  const pass = limitOf(ours, defined(rounds.map((round) => round.pass)));
  const sort = limitOf(ours, defined(rounds.map((round) => round.sort)));
  const [first, firstOfPeer] = [ours[0], peers[0]];
  return {
    entry,
    seconds: spreadOf(ours.map(({ seconds }) => seconds)),
    ...(first && firstOfPeer
      ? {
          againstPeer: {
            seconds: spreadOf(peers.map(({ seconds }) => seconds)),
            timesAsFast: spreadOf(peers.map(({ seconds }, k) => seconds / (ours[k]?.seconds ?? NaN))),
            agreement: agreementOf(first, firstOfPeer),
          },
        }
      : {}),
    ...(pass ? { pass } : {}),
    ...(sort ? { sort } : {}),
  };
}

/**
 * Peer and ours in turn, each time in new processes. Ratios are those of one repetition, in which both met the same load
 * of the machine; the median is taken of them.
 */
export function runContest(contest: Contest, python: string | undefined): EntryResult[] {
  const rounds = Array.from({ length: contest.repetitions }, () => runRound(contest, python));
  return contest.ours.map((entry, i) => entryResult(entry, i, rounds));
}
