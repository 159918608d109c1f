import type { Heatmap } from '../report/heatmap.ts';
import type { ChunkAxis } from './chunk-axis.ts';
import { noVerdicts, type ChunkVerdicts } from './chunks/judge-chunks.ts';
import { spanName } from './chunks/steps.ts';
import type { AnalysisSettings } from './settings.ts';

/** The chunks of all features as one grid. @param rows in the order of the report's features; undefined: no data */
export function heatmapOf(axis: ChunkAxis, title: string, rows: ReadonlyArray<ChunkVerdicts | undefined>): Heatmap {
  const chunks = axis.from.length;
  const empty = noVerdicts(chunks);
  const all = <T extends Float32Array | Float64Array | Uint8Array>(array: T, part: (row: ChunkVerdicts) => T): T => {
    rows.forEach((row, at) => array.set(part(row ?? empty), at * chunks));
    return array;
  };
  const cells = rows.length * chunks;
  return {
    title,
    from: axis.from,
    to: axis.to,
    effect: all(new Float32Array(cells), ({ effect }) => effect),
    level: all(new Uint8Array(cells), ({ level }) => level),
    value: all(new Float64Array(cells), ({ value }) => value),
    limit: all(new Float64Array(cells), ({ limit }) => limit),
    nCurrent: all(new Float64Array(cells), ({ nCurrent }) => nCurrent),
  };
}

/** "Last 7 days, chunks of 6 h"; the span of the data alone where it lies outside the panel's range. */
export function heatmapTitle(axis: ChunkAxis, what: string, { from, to }: AnalysisSettings): string {
  const [first, end] = [axis.from[0] ?? NaN, axis.to[axis.to.length - 1] ?? NaN];
  const span = first < to && end > from ? `Last ${spanName(to - from)}` : spanName(end - first);
  return `${span}, ${what}`;
}
