import { Random } from '../random.ts';

/**
 * The jukebox model: how popular a song would be in each of 72 countries. A small network with fixed weights stands in
 * for a trained one: 13 inputs, 12 tanh units, 72 sigmoid outputs (which need not add up to 1).
 */
export const countries = 72;

const inputs = 13;
const hidden = 12;
const weightSeed = 1372;

const layerOne = weights(1, hidden, inputs + 1, 1.1);
const layerTwo = weights(2, countries, hidden + 1, 0.7);

function weights(layer: number, rows: number, columns: number, spread: number): number[][] {
  return Array.from({ length: rows }, (_row, r) =>
    Array.from({ length: columns }, (_column, c) => spread * new Random(weightSeed, layer, r * columns + c).normal())
  );
}

/** Each row of weights times the values, plus the row's last entry, the bias. */
function affine(matrix: number[][], values: number[]): number[] {
  return matrix.map((row) =>
    row.reduce((sum, weight, i) => sum + weight * (i < values.length ? (values[i] ?? 0) : 1), 0)
  );
}

/** 72 probabilities, rounded to 5 decimals so that files stay small. */
export function popularity(song: number[]): number[] {
  const units = affine(
    layerOne,
    song.map((value) => 2 * value - 1)
  ).map(Math.tanh);
  return affine(layerTwo, units).map((x) => Number((1 / (1 + Math.exp(1 - x))).toFixed(5)));
}

/** The country whose radio plays a song when the model gives it more than an even chance there. */
const radioCountry = 54;

/** What is done with the probabilities: 1 where that radio plays the song, else 0. The one discrete output. */
export function onAir(probabilities: number[]): number {
  return (probabilities[radioCountry] ?? 0) > 0.5 ? 1 : 0;
}
