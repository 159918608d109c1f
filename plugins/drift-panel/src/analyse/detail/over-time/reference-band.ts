import { isDriftError, meanAndDeviationLimit } from '@soundcheck/drift';
import type { DataSet } from '../../../read/data-set.ts';
import { isAbsent } from '../../../report/absent.ts';
import type { OverTime } from '../../../report/history.ts';
import type { Work } from '../../../run/analyst.ts';
import { chunkAxisOf, type ChunkAxis } from '../../chunk-axis.ts';
import { formats } from '../../format.ts';
import { readImportance } from '../../importance.ts';
import { chunksLike } from '../../rows/reference-chunks.ts';
import { rowVerdicts } from '../../rows/row-verdicts.ts';
import type { AnalysisSettings } from '../../settings.ts';

/**
 * Where the chunks of the reference lie, each held against the whole reference as the current ones are: mean ± 3 standard
 * deviations, at least 0. Undefined where the reference has no times, or fewer than six chunks with rows enough.
 * @param data of the feature alone
 */
export function* referenceBandOf(
  data: DataSet,
  axis: ChunkAxis,
  settings: AnalysisSettings
): Work<OverTime['referenceBand']> {
  const reference = data.tables.filter(({ side, times }) => side === 'reference' && times !== undefined);
  if (reference.length === 0) {
    return undefined;
  }
  const against: DataSet = {
    ...data,
    counts: [],
    tables: [...reference, ...reference.map((table) => ({ ...table, side: 'current' as const }))],
  };
  const own = chunkAxisOf(against, { ...settings, chunks: chunksLike(axis, settings) });
  if (isAbsent(own)) {
    return undefined;
  }
  const bySignificance = { ...settings, limit: { ...settings.limit, by: 'significance' as const } };
  const { verdicts } = yield* rowVerdicts(against, {
    settings: bySignificance,
    formats: formats(settings),
    importance: readImportance('', new Set()),
    axis: own,
  });
  const values = Array.from(verdicts[0]?.chunks?.value ?? [], Math.abs).filter(Number.isFinite);
  const found = meanAndDeviationLimit(values, { k: 3, clipTo: [0, Infinity] });
  if (isDriftError(found) || !found.lower || !found.upper) {
    return undefined;
  }
  const text = `${formats(settings).count(found.n)} reference chunks, mean ± 3 sd`;
  return { low: found.lower.value, high: found.upper.value, text };
}
