import { FieldType, type DataFrame, type Field, type Labels } from '@grafana/data';
import { SCORE_COMPANIONS } from '@soundcheck/query';

/** Companion field name → where it goes in a sample. */
export const COMPANIONS = {
  p_value: 'pValue',
  limit: 'limit',
  n_reference: 'nReference',
  n_current: 'nCurrent',
} as const satisfies Record<(typeof SCORE_COMPANIONS)[number], string>;

export type CompanionName = keyof typeof COMPANIONS;

export function isCompanion(name: string): name is CompanionName {
  return Object.prototype.hasOwnProperty.call(COMPANIONS, name);
}

/** First time field of a frame, or none. */
export function timeField(frame: DataFrame): Field | undefined {
  return frame.fields.find((field) => field.type === FieldType.time);
}

export function numberFields(frame: DataFrame): Field[] {
  return frame.fields.filter((field) => field.type === FieldType.number);
}

/** A column by its name, compared without case. */
export function column(frame: DataFrame, ...names: string[]): Field | undefined {
  return frame.fields.find((field) => names.includes(field.name.toLowerCase()));
}

/** A cell as a number; null, undefined and text are missing. */
export function numberAt(field: Field | undefined, row: number): number | undefined {
  const cell: unknown = field?.values[row];
  return typeof cell === 'number' ? cell : undefined;
}

/** A cell as text; null and the empty string are missing. */
export function textAt(field: Field | undefined, row: number): string | undefined {
  const cell: unknown = field?.values[row];
  if (typeof cell === 'string') {
    return cell === '' ? undefined : cell;
  }
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : undefined;
}

/** Time of a row in epoch ms. */
export function timeAt(field: Field | undefined, row: number): number | undefined {
  const time = numberAt(field, row);
  return time !== undefined && Number.isFinite(time) ? time : undefined;
}

/**
 * Name of the series behind a field, as Prometheus data sources give it: the label `__name__`, else the field's own or
 * its frame's name, of which a trailing "{…}" is cut.
 */
export function seriesName(frame: DataFrame, field: Field): string {
  const labelled = field.labels?.['__name__'];
  const name = labelled ?? (field.name === 'Value' ? (frame.name ?? field.config.displayNameFromDS ?? '') : field.name);
  return name.split('{')[0] ?? '';
}

export function labelsOf(field: Field): Labels {
  return field.labels ?? {};
}
