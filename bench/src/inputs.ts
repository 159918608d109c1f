import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalNumbers, seededRandom } from '@soundcheck/drift';

/** A data set that both sides read from the same files. */
export interface InputShape {
  features: number;
  /** Rows of each feature on each side. */
  rows: number;
  /** By how many standard deviations every third feature moves. */
  shift: number;
}

export const inputs = {
  pair: { features: 1, rows: 1_000_000, shift: 0.01 },
  wide: { features: 50, rows: 100_000, shift: 0.2 },
  chunked: { features: 500, rows: 20_000, shift: 0.2 },
} as const satisfies Record<string, InputShape>;

export type InputName = keyof typeof inputs;

export const sides = ['reference', 'current'] as const;

/** Doubles of the machine's own byte order, feature after feature. */
export function inputFile(folder: string, name: InputName, side: (typeof sides)[number]): string {
  return join(folder, `${name}-${side}.f64`);
}

/** Writes a data set: independent normal numbers, the current side of every third feature moved. */
export function writeInput(folder: string, name: InputName): void {
  const { features, rows, shift } = inputs[name];
  mkdirSync(folder, { recursive: true });
  sides.forEach((side, i) => {
    const next = normalNumbers(seededRandom(1000 * features + i));
    const numbers = new Float64Array(features * rows);
    for (let at = 0; at < numbers.length; at++) {
      const moved = side === 'current' && Math.floor(at / rows) % 3 === 0;
      numbers[at] = next() + (moved ? shift : 0);
    }
    writeFileSync(inputFile(folder, name, side), numbers);
  });
}
