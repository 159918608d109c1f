import { chunkTests } from './pre-binned/answer.ts';
import type { PreBinnedAnswer } from './pre-binned/answer.ts';
import { runScript } from './processes.ts';
import { spreadOf } from './statistics.ts';
import type { Spread } from './statistics.ts';

/** One test over pre-binned chunks, in times of a bare loop. */
export interface PreBinnedResult {
  test: string;
  ours: Spread;
  bare: Spread;
  multiple: Spread;
  /** The same of the first call in a new process. */
  firstMultiple: Spread;
  furthest: number;
}

/** Calls of each in one process, after the first. */
const calls = 9;

function resultOf(test: string, answers: readonly PreBinnedAnswer[]): PreBinnedResult {
  return {
    test,
    ours: spreadOf(answers.map(({ ours }) => ours)),
    bare: spreadOf(answers.map(({ bare }) => bare)),
    multiple: spreadOf(answers.map(({ ours, bare }) => ours / bare)),
    firstMultiple: spreadOf(answers.map(({ firstOurs, firstBare }) => firstOurs / firstBare)),
    furthest: spreadOf(answers.map(({ furthest }) => furthest)).high,
  };
}

/** Each test in so many new processes. */
export function runPreBinned(processes: number): PreBinnedResult[] {
  return chunkTests.map((test) => {
    const answers = Array.from(
      { length: processes },
      () => JSON.parse(runScript('pre-binned/run.ts', [test, String(calls)])) as PreBinnedAnswer
    );
    return resultOf(test, answers);
  });
}
