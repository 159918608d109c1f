import type { DataFrame, Field } from '@grafana/data';
import type { FieldOptions, ReferenceOptions } from '../options/options.ts';
import type { Progress } from '../run/analyst.ts';
import type { Problem } from './data-set.ts';

/** What the options and the dashboard say about the frames. */
export interface Wanted {
  fields: FieldOptions;
  reference: ReferenceOptions;
  /** Name of the series of model performance; empty: none. */
  performance: string;
  /** The panel's time range, epoch ms. */
  from: number;
  to: number;
}

/** What the readers of all shapes share while frames are read. */
export interface Reader {
  wanted: Wanted;
  problems: Problem[];
  /** Grafana fields by feature, for unit, links, thresholds and colour. */
  fields: Map<string, Field>;
  /** Fields that are no features: performance. */
  taken: Set<Field>;
  /** Labels that tell apart the series of one feature, by refId. */
  slicingLabels: Map<string, string[]>;
  /** Where reference rows were found, in words: "query B", "side column". */
  origins: Set<string>;
  /** Cells read so far, and in all. */
  done: number;
  total: number;
}

/** Cells between two yields: a fraction of a millisecond for numbers, one or two for text. */
export const SLICE = 8192;

/** So many more cells are read: how far the reading is. */
export function advance(reader: Reader, cells: number, doing: string): Progress {
  reader.done += cells;
  return { share: Math.min(1, reader.done / Math.max(1, reader.total)), doing };
}

/** Rows of a frame: those of its longest field, since a shorter one lacks cells, not rows. */
export function rowsOf(frame: DataFrame): number {
  return frame.fields.reduce((most, { values }) => Math.max(most, values.length), 0);
}

/** How a frame is called in sentences. */
export function titleOf(frame: DataFrame): string {
  return frame.refId ? `Query ${frame.refId}` : frame.name ? `Frame "${frame.name}"` : 'A frame';
}

/** How a frame is called in a table's `source`. */
export function sourceOf(frame: DataFrame): string {
  return frame.refId ?? frame.name ?? '';
}

/**
 * Keeps the field of a feature; the first one stays. Where one field holds several features, what it is called says
 * nothing of any of them.
 */
export function keepField(reader: Reader, feature: string, field: Field, own: boolean): void {
  if (reader.fields.has(feature)) {
    return;
  }
  const config = { ...field.config, displayName: undefined, displayNameFromDS: undefined };
  reader.fields.set(feature, own ? field : { ...field, name: feature, config, labels: undefined, state: undefined });
}
