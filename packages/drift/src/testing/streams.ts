import { docsStream, streams } from './change-point-streams.ts';
import { seededSample } from './seeded-sample.ts';
import type { Shape } from './seeded-sample.ts';

/** Rows of one shape, times scale, plus shift, rounded down where asked for. */
export type StreamPart = readonly [
  shape: Shape,
  rows: number,
  seed: number,
  scale: number,
  shift: number,
  down: boolean,
];

export type StreamName = keyof typeof streams | 'docs';

/** The same numbers as `stream` in reference/change_point_tables.py. */
export function stream(name: StreamName): Float64Array {
  if (name === 'docs') {
    return Float64Array.from(docsStream, Number);
  }
  const parts: readonly StreamPart[] = streams[name];
  const values = parts.flatMap(([shape, rows, seed, scale, shift, down]) =>
    Array.from(seededSample(shape, rows, seed), (x) => (down ? Math.floor(x * scale + shift) : x * scale + shift))
  );
  return Float64Array.from(values);
}
