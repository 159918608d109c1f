import { limitTable, memoryInput, memoryTable, peerTable, preBinnedShape, preBinnedTable } from './report.ts';
import type { ContestResult } from './report.ts';
import type { MemoryResult } from './run-memory.ts';
import type { PreBinnedResult } from './run-pre-binned.ts';

/** All that one run of the benchmark measured. */
export interface Findings {
  machine: string[];
  /** Why peers are absent. */
  problems: string[];
  contests: ContestResult[];
  preBinned: PreBinnedResult[];
  memory: MemoryResult[];
}

const introduction = `# Benchmarks of @soundcheck/drift

Printed by \`pnpm bench:drift\`, which measures the peers in the same run and writes this file. Read the ratios: the
durations belong to the machine.

Each figure is the median of the repetitions, with the least and the greatest behind it. Every repetition starts a new
process for the peer and for ours, in turn; start-up and reading the input are not timed, nor is one warm-up call before
(of short jobs on the same data, of long ones on two features). A ratio is taken within a repetition. Both sides read the
same numbers, made by a seeded generator, from the same files. "Same number": all values agree to a relative 1e-9 and
all verdicts are equal.`;

function section(title: string, words: string, content: string): string {
  return `## ${title}\n\n${words}\n\n${content}`;
}

export function documentOf({ machine, problems, contests, preBinned, memory }: Findings): string {
  const limited = contests.some(({ results }) => results.some(({ pass }) => pass));
  const parts = [
    introduction,
    machine.map((fact) => `- ${fact}`).join('\n'),
    ...problems,
    contests.length > 0
      ? section('Against peers', 'Features are normal, every third one moved.', peerTable(contests))
      : '',
    limited
      ? section(
          'The limit',
          'The same jobs in times of what the machine cannot be asked to beat: one pass over both samples that adds them up, and\nthe engine’s own sort of both.',
          limitTable(contests)
        )
      : '',
    preBinned.length > 0
      ? section(
          'Pre-binned chunks',
          `${preBinnedShape}, against a loop of the same formula with nothing around it, in the same process.`,
          preBinnedTable(preBinned)
        )
      : '',
    memory.length > 0
      ? section(
          'Memory',
          `The most that a process held above one that only reads the input, in sizes of the input (${memoryInput}).`,
          memoryTable(memory)
        )
      : '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
