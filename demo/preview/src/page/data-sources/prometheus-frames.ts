import { createDataFrame, DataFrameType, FieldType, type DataFrame } from '@grafana/data';
import type { Series } from './prometheus-reply.ts';

export interface FrameOptions {
  refId: string;
  /** As in Grafana: text with `{{label}}`; `__auto` or empty gives the labels themselves. */
  legendFormat: string;
  format: 'time_series' | 'table' | 'heatmap';
  /** Of a table's column of numbers. */
  valueName: string;
  /** A value at one time, not over a range. */
  instant: boolean;
  /** The query as it was sent, for the inspector and for errors. */
  executedQueryString: string;
  /** Prometheus' own warnings. */
  warnings: string[];
  /** Milliseconds between two points of a range query. */
  interval: number;
}

/** Frames as Grafana's Prometheus data source gives them: one a series, or one table of all. */
export function toFrames(series: Series[], options: FrameOptions): DataFrame[] {
  return options.format === 'table' ? [table(series, options)] : series.map((one) => seriesFrame(one, options));
}

function seriesFrame({ labels, times, values }: Series, options: FrameOptions): DataFrame {
  const type = options.instant ? DataFrameType.NumericMulti : DataFrameType.TimeSeriesMulti;
  const displayNameFromDS = legend(labels, options.legendFormat);
  return createDataFrame({
    refId: options.refId,
    name: displayNameFromDS,
    meta: meta(options, type),
    fields: [
      { name: 'Time', type: FieldType.time, values: times, config: { interval: options.interval } },
      { name: 'Value', type: FieldType.number, values, labels, config: { displayNameFromDS } },
    ],
  });
}

function table(series: Series[], options: FrameOptions): DataFrame {
  const names = [...new Set(series.flatMap(({ labels }) => Object.keys(labels)))].sort();
  const repeated = (name: string) => series.flatMap(({ labels, times }) => times.map(() => labels[name] ?? ''));
  return createDataFrame({
    refId: options.refId,
    meta: { ...meta(options), preferredVisualisationType: 'table' },
    fields: [
      { name: 'Time', type: FieldType.time, values: series.flatMap(({ times }) => times) },
      ...names.map((name) => ({ name, type: FieldType.string, values: repeated(name), config: { filterable: true } })),
      { name: options.valueName, type: FieldType.number, values: series.flatMap(({ values }) => values) },
    ],
  });
}

function meta({ executedQueryString, warnings }: FrameOptions, type?: DataFrameType) {
  const notices = warnings.map((text) => ({ severity: 'warning' as const, text }));
  return { type, executedQueryString, ...(notices.length > 0 && { notices }) };
}

function legend(labels: Record<string, string>, format: string): string {
  if (format && format !== '__auto') {
    return format.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, name: string) => labels[name] ?? '');
  }
  const { __name__: name = '', ...rest } = labels;
  const pairs = Object.entries(rest).map(([key, value]) => `${key}="${value}"`);
  return pairs.length > 0 ? `${name}{${pairs.join(', ')}}` : name || 'Value';
}
