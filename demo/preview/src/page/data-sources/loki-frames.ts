import { createDataFrame, FieldType, type DataFrame, type Field } from '@grafana/data';
import type { Line } from './loki-reply.ts';

/** A part of the line, or a label, that becomes a field with a link of its own: `jsonData.derivedFields`. */
export interface DerivedField {
  name: string;
  matcherType?: 'regex' | 'label';
  /** Regular expression whose first group is the value; with matcherType `label` it is for names of labels. */
  matcherRegex: string;
  url?: string;
  urlDisplayLabel?: string;
}

export interface LineOptions {
  refId: string;
  executedQueryString: string;
  /** Lines that were asked for at most. */
  limit: number;
  derivedFields: DerivedField[];
}

/** One frame of all lines, with the fields and names of Grafana's Loki data source. */
export function linesFrame(
  lines: Line[],
  { refId, executedQueryString, limit, derivedFields }: LineOptions
): DataFrame {
  const milliseconds = lines.map(({ nanoseconds }) => Number(nanoseconds.slice(0, -6)));
  return createDataFrame({
    refId,
    meta: {
      preferredVisualisationType: 'logs',
      executedQueryString,
      limit,
      custom: { frameType: 'LabeledTimeValues' },
      ...(lines.length >= limit && {
        notices: [{ severity: 'info', text: `The newest ${limit} lines: there may be more in this time range.` }],
      }),
    },
    fields: [
      { name: 'labels', type: FieldType.other, values: lines.map(({ labels }) => labels) },
      { name: 'Time', type: FieldType.time, values: milliseconds },
      { name: 'Line', type: FieldType.string, values: lines.map(({ text }) => text) },
      { name: 'tsNs', type: FieldType.string, values: lines.map(({ nanoseconds }) => nanoseconds) },
      { name: 'id', type: FieldType.string, values: lines.map(({ nanoseconds }, row) => `${nanoseconds}_${row}`) },
      ...derivedFields.flatMap((field) => derived(field, lines)),
    ],
  });
}

function derived({ name, matcherType, matcherRegex, url, urlDisplayLabel }: DerivedField, lines: Line[]): Field[] {
  const pattern = new RegExp(matcherRegex);
  const values = lines.map(({ text, labels }) =>
    matcherType === 'label'
      ? (Object.entries(labels).find(([label]) => pattern.test(label))?.[1] ?? null)
      : (pattern.exec(text)?.[1] ?? null)
  );
  const links = url ? [{ title: urlDisplayLabel ?? name, url }] : [];
  return values.some((value) => value !== null) ? [{ name, type: FieldType.string, config: { links }, values }] : [];
}
