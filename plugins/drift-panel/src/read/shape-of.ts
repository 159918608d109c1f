import { DataFrameType, type DataFrame } from '@grafana/data';
import type { Role } from '@soundcheck/query';
import type { FieldOptions } from '../options/options.ts';
import { bucketFields, countColumns } from './counts/count-columns.ts';
import { isData } from './rows/read-column.ts';
import { declared } from './read-role.ts';
import { looksLikeScores } from './scores/read-scores.ts';

/** What a frame holds: as the options force it, as it declares itself, else as it looks. */
export function shapeOf(frame: DataFrame, fields: FieldOptions): Role {
  if (fields.shape !== 'auto') {
    return fields.shape;
  }
  return (
    declared(frame).role ??
    (looksLikeCounts(frame, fields) ? 'distribution' : looksLikeScores(frame) ? 'scores' : 'rows')
  );
}

function looksLikeCounts(frame: DataFrame, fields: FieldOptions): boolean {
  return (
    frame.meta?.type === DataFrameType.Histogram ||
    countColumns(frame, fields) !== undefined ||
    bucketFields(frame).length > 0
  );
}

/** True where the panel can read something of the frames, without reading them: scores, counts, or rows of any kind. */
export function looksReadable(frames: readonly DataFrame[], fields: FieldOptions): boolean {
  return frames.some((frame) => frame.length > 0 && (shapeOf(frame, fields) !== 'rows' || frame.fields.some(isData)));
}
