import { withMemory } from './contests.ts';
import { inputs } from './inputs.ts';
import { measureOurs, measurePeer } from './processes.ts';
import { spreadOf } from './statistics.ts';
import type { Spread } from './statistics.ts';

/** Most memory above that of a process which only reads the input, in sizes of the input. */
export interface MemoryResult {
  title: string;
  ours: Spread;
  peer?: Spread;
}

const setting = { input: 'pair', warmUp: 0 } as const;

/** Both sides, 8 bytes a number. */
export const inputBytes = 16 * inputs.pair.rows;

function aboveInput(peak: () => number, base: () => number): number {
  return Math.max(0, peak() - base()) / inputBytes;
}

/** Each job and its base in new processes, in turn, without warm-up. */
export function runMemory(python: string | undefined, repetitions: number): MemoryResult[] {
  return withMemory.map(({ job, title }) => {
    const rounds = Array.from({ length: repetitions }, () => ({
      ours: aboveInput(
        () => measureOurs(job, setting).peakBytes,
        () => measureOurs('nothing', setting).peakBytes
      ),
      peer: python
        ? aboveInput(
            () => measurePeer(python, job, setting).peakBytes,
            () => measurePeer(python, 'nothing', setting).peakBytes
          )
        : NaN,
    }));
    return {
      title,
      ours: spreadOf(rounds.map(({ ours }) => ours)),
      ...(python ? { peer: spreadOf(rounds.map(({ peer }) => peer)) } : {}),
    };
  });
}
