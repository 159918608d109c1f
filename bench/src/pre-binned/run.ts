/** `compareChunks` and a bare loop in turn, in one process: `run.ts TEST CALLS`. Prints a `PreBinnedAnswer`. */
import { compareChunks, isDriftError } from '@soundcheck/drift';
import { agreementOf } from '../agreement.ts';
import { spreadOf } from '../statistics.ts';
import { chunkTests } from './answer.ts';
import type { PreBinnedAnswer } from './answer.ts';
import { bareLoops } from './bare-loops.ts';
import { binnedFeatures, shape } from './counts.ts';

const [name, calls = '1'] = process.argv.slice(2);
const test = chunkTests.find((known) => known === name);
if (!test) {
  throw new Error(`No test ${name} of counted chunks.`);
}
const features = binnedFeatures();
const bare = bareLoops[test];

function timed(work: () => Float64Array[]): { seconds: number; values: number[] } {
  const began = performance.now();
  const values = work();
  const seconds = (performance.now() - began) / 1000;
  return { seconds, values: values.flatMap((list) => Array.from(list)) };
}

function ours(): Float64Array[] {
  return features.map(({ edges, reference, chunks }) => {
    const result = compareChunks(test ?? 'psi', { edges, counts: reference }, { counts: chunks });
    if (isDriftError(result)) {
      throw new Error(result.message);
    }
    return result.values;
  });
}

function bareAnswer(): Float64Array[] {
  return features.map(({ reference, chunks }) => {
    const values = new Float64Array(shape.chunks);
    bare(reference, chunks, values);
    return values;
  });
}

const first = { ours: timed(ours), bare: timed(bareAnswer) };
const rounds = Array.from({ length: Number(calls) }, () => ({
  ours: timed(ours).seconds,
  bare: timed(bareAnswer).seconds,
}));
const answer: PreBinnedAnswer = {
  firstOurs: first.ours.seconds,
  firstBare: first.bare.seconds,
  ours: spreadOf(rounds.map((round) => round.ours)).median,
  bare: spreadOf(rounds.map((round) => round.bare)).median,
  furthest: agreementOf(first.ours, first.bare).furthest,
};
process.stdout.write(JSON.stringify(answer));
