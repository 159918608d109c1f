import { FieldType, type DataFrame, type Field, type Labels } from '@grafana/data';

/** First time field of a frame, or none. */
export function timeField(frame: DataFrame): Field | undefined {
  return frame.fields.find((field) => field.type === FieldType.time);
}

export function numberFields(frame: DataFrame): Field[] {
  return frame.fields.filter((field) => field.type === FieldType.number);
}

/** A name without case and punctuation: "x_min", "xMin" and "X Min" are one. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** A column by its name, compared without case. */
export function column(frame: DataFrame, ...names: string[]): Field | undefined {
  return frame.fields.find((field) => names.includes(field.name.toLowerCase()));
}

/** The column that the options name, else the first with one of the plain names. */
export function pickedColumn(frame: DataFrame, picked: string, ...plainNames: string[]): Field | undefined {
  if (picked.trim() !== '') {
    return namedColumn(frame, picked);
  }
  return frame.fields.find((field) => plainNames.includes(plainName(field.name)));
}

/** The column of exactly this name, else one that differs from it in case only. */
export function namedColumn(frame: DataFrame, name: string): Field | undefined {
  return (
    frame.fields.find((field) => field.name === name) ??
    frame.fields.find((field) => field.name.toLowerCase() === name.trim().toLowerCase())
  );
}

/** A cell as a number; null, undefined and text are missing. */
export function numberAt(field: Field | undefined, row: number): number | undefined {
  const cell: unknown = field?.values[row];
  return typeof cell === 'number' ? cell : undefined;
}

/** A cell as text; null and the empty string are missing, and so are objects. */
export function textAt(field: Field | undefined, row: number): string | undefined {
  const cell: unknown = field?.values[row];
  if (typeof cell === 'string') {
    return cell === '' ? undefined : cell;
  }
  if (typeof cell === 'number') {
    return Number.isNaN(cell) ? undefined : (enumText(field, cell) ?? String(cell));
  }
  return typeof cell === 'boolean' || typeof cell === 'bigint' ? String(cell) : undefined;
}

function enumText(field: Field | undefined, cell: number): string | undefined {
  return field?.type === FieldType.enum ? field.config.type?.enum?.text?.[cell] : undefined;
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
