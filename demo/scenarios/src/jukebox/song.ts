import { Random } from '../random.ts';
import { countries, onAir, popularity } from './network.ts';
import { songFeatures } from './features.ts';
import type { Row } from '../scenario.ts';

/** Streams of chance; each row of each stream has its own. */
const stream = { reference: 1, current: 2 } as const;

/** Values keep 6 decimals: what is written, sent and checked is one and the same number. */
function round(value: number): number {
  return Number(value.toFixed(6));
}

function song(random: Random, hours: number): Row {
  const mood = { intensity: random.normal(), joy: random.normal() };
  const inputs = songFeatures.map((feature) => round(feature.draw({ random, mood, hours })));
  return { inputs, outputs: outputsOf(inputs) };
}

/** What the model and the radio behind it make of a song: its 72 probabilities and the decision. */
export function outputsOf(inputs: number[]): number[] {
  const probabilities = popularity(inputs);
  return [...probabilities, onAir(probabilities)];
}

/** Row `index` of the reference: songs from before the week. */
export function referenceSong(seed: number, index: number): Row {
  return song(new Random(seed, stream.reference, index), -Infinity);
}

/** Row `index` of the inferences, played `hours` relative to the end of history (above 0: live). */
export function currentSong(seed: number, index: number, hours: number): Row {
  return song(new Random(seed, stream.current, index), hours);
}

export const outputTensor = 'output';

/** Names of the columns that TrustyAI makes of the tensor, with the decision's own name. */
export const outputColumns = [...Array.from({ length: countries }, (_column, i) => `${outputTensor}-${i}`), 'on_air'];

/** TrustyAI numbers the columns of a tensor; the decision stands behind the countries. */
export const outputNames = { [`${outputTensor}-${countries}`]: 'on_air' };
