import { isAbsent } from '../../report/absent.ts';
import { cellOf } from '../../report/heatmap.ts';
import type { Report } from '../../report/report.ts';

interface Range {
  /** Epoch ms, end excluded; absent: the reference. */
  from?: number;
  to?: number;
}

/**
 * The chunk of the heatmap that a row stands for. A row may be several chunks in one: then the one furthest over its
 * limit. undefined: the reference, or no chunk begins there.
 */
export function chunkOf(report: Report, feature: string, { from, to }: Range): number | undefined {
  const { heatmap } = report;
  if (from === undefined || isAbsent(heatmap)) {
    return undefined;
  }
  const row = report.features.find((one) => one.feature === feature)?.row ?? -1;
  let found: number | undefined;
  let most = -Infinity;
  heatmap.from.forEach((start, chunk) => {
    if (start < from || start >= (to ?? from + 1)) {
      return;
    }
    const effect = row < 0 ? NaN : (heatmap.effect[cellOf(heatmap, row, chunk)] ?? NaN);
    if (found === undefined || effect > most) {
      found = chunk;
      most = Number.isNaN(effect) ? most : effect;
    }
  });
  return found;
}

/** Whether a row holds a chunk. */
export function holdsChunk(report: Report, { from, to }: Range, chunk: number | undefined): boolean {
  const { heatmap } = report;
  if (chunk === undefined || from === undefined || isAbsent(heatmap)) {
    return false;
  }
  const start = heatmap.from[chunk];
  return start !== undefined && start >= from && start < (to ?? from + 1);
}
