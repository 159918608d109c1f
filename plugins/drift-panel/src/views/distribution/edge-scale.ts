import { scaleLinear, scaleLog } from 'd3';
import type { ValueScale } from '../marks/value-ticks.ts';

/** A log axis needs values above zero; only the first bin may begin at zero, as latencies do. */
export function canBeLog(edges: readonly number[]): boolean {
  const [first = 0, second = 0] = edges;
  return edges.length > 1 && first >= 0 && second > 0;
}

/** Where a log axis begins when its first bin begins at zero: as far below the bin's end as the next bin is long. */
export function logStart(edges: readonly number[]): number {
  const [first = 0, second = 1, third = second * 2] = edges;
  return first > 0 ? first : second / Math.max(2, Math.min(10, third / second));
}

/** Values of the feature → pixels. Outside the edges it stays at the ends. */
export function edgeScale(edges: readonly number[], range: readonly [number, number], log: boolean): ValueScale {
  const first = edges[0] ?? 0;
  const last = edges[edges.length - 1] ?? 1;
  if (log && canBeLog(edges)) {
    // Clamped: a bin that begins at zero, which has no place on a log axis, is drawn from the start of the axis.
    return scaleLog()
      .domain([logStart(edges), last])
      .range(range)
      .clamp(true);
  }
  // One constant value may have one bin without a width.
  return scaleLinear()
    .domain(first < last ? [first, last] : [first - 0.5, first + 0.5])
    .range(range)
    .clamp(true);
}
