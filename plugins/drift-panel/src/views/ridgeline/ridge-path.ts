import { line } from 'd3';

interface Ridge {
  x: readonly number[];
  density: readonly number[];
}

/** Highest density that is drawn whole: one chunk with all its rows at one place must not flatten all others. */
export function densityTop(rows: ReadonlyArray<{ density: readonly number[] }>): number {
  const peaks = rows
    .map(({ density }) => density.reduce((top, value) => Math.max(top, value), 0))
    .filter((peak) => peak > 0);
  const [first = 1] = peaks;
  return Math.min(Math.max(...peaks, Number.MIN_VALUE), 2.5 * first);
}

/** Outline of a ridge over its ground, pixels; open at the bottom. */
export function ridgePath(
  { x, density }: Ridge,
  toX: (value: number) => number,
  toY: (density: number) => number
): string {
  const points = density.map((value, i): [number, number] => [toX(x[i] ?? 0), toY(value)]);
  return line()(points) ?? '';
}
