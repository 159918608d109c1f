import { readFileSync } from 'node:fs';
import { inputFile, inputs } from '../inputs.ts';
import type { InputName } from '../inputs.ts';

/** The features of a data set, one array each, on both sides. */
export interface Samples {
  reference: Float64Array[];
  current: Float64Array[];
}

function readFeatures(file: string, rows: number): Float64Array[] {
  const bytes = readFileSync(file);
  const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
  return Array.from({ length: numbers.length / rows }, (_, i) => numbers.subarray(i * rows, (i + 1) * rows));
}

export function readSamples(folder: string, name: InputName): Samples {
  const { rows } = inputs[name];
  return {
    reference: readFeatures(inputFile(folder, name, 'reference'), rows),
    current: readFeatures(inputFile(folder, name, 'current'), rows),
  };
}

/** The first features of both sides. */
export function firstFeatures({ reference, current }: Samples, count: number): Samples {
  return { reference: reference.slice(0, count), current: current.slice(0, count) };
}
