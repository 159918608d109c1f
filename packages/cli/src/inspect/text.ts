import { formatCount, isMetricKey, catalogue, meaningOf } from '@soundcheck/query';
import { alignColumns } from './columns.ts';
import type { InspectedModel, InspectedSchedule, Inspection, PublishedValue } from './gather.ts';

/** Line breaks and other control characters of names would break the layout, or the terminal. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (char) => {
    const escaped = JSON.stringify(char).slice(1, -1);
    return escaped === char ? '\uFFFD' : escaped;
  });
}

/** Four digits are what a reader compares; `--json` has them all. */
function short(value: number | undefined): string {
  return value === undefined ? '-' : String(Number(value.toPrecision(4)));
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function modelLines(model: InspectedModel): string[] {
  const named = (role: 'input' | 'output') =>
    model.columns
      .filter((column) => column.role === role)
      .map(({ name, raw }) => (name === raw ? name : `${name} (${raw})`))
      .join(', ');
  const tags = model.tags.map(({ name, rows, kind }) => `${name || '(none)'} ${formatCount(rows)} (${kind})`);
  const rows: Array<[string, string]> = [
    ['rows', formatCount(model.observations)],
    ['inputs', named('input')],
    ['outputs', named('output')],
    ['tags', tags.join(', ')],
    ['error', model.error ?? ''],
  ];
  return alignColumns(rows.filter(([, text]) => text !== '').map((row) => row.map(plain)));
}

function scheduleLines(schedules: readonly InspectedSchedule[]): string[] {
  const rows = schedules.map((one) => [
    one.state,
    one.metric,
    one.model,
    one.request_name ?? '-',
    one.batch_size === undefined ? '-' : `${formatCount(one.batch_size)} rows`,
    one.reference_tag ?? '-',
    one.features ?? 'all features',
    one.id,
  ]);
  const head = ['state', 'metric', 'model', 'name', 'window', 'reference', 'features', 'id'];
  return rows.length === 0 ? [] : alignColumns([head, ...rows.map((row) => row.map(plain))]);
}

function sizes({ n_reference, n_current }: PublishedValue): string {
  const one = (n: number | undefined) => (n === undefined ? '?' : formatCount(n));
  return n_reference === undefined && n_current === undefined ? '-' : `${one(n_reference)} v ${one(n_current)}`;
}

function valueLines(values: readonly PublishedValue[]): string[] {
  const rows = values.map((value) => [
    value.state,
    isMetricKey(value.metric) ? catalogue[value.metric].label : value.metric,
    value.model,
    value.feature,
    short(value.value),
    meaningOf(value.metric, value.value_is)?.label ?? value.value_is,
    value.limit === undefined ? '-' : `${short(value.limit)} (${value.limit_origin ?? 'origin unknown'})`,
    sizes(value),
    value.request_name ?? '-',
  ]);
  const head = ['state', 'metric', 'model', 'feature', 'value', 'what it is', 'limit', 'n', 'schedule'];
  return rows.length === 0 ? [] : alignColumns([head, ...rows.map((row) => row.map(plain))]);
}

/** An inspection for people to read, without colours. */
export function textReport(inspection: Inspection): string {
  const { url, service, models, schedules, values, diagnoses, notices } = inspection;
  const api = service.apiVersion === undefined ? '' : `, API ${service.apiVersion}`;
  const lines = [
    `TrustyAI at ${url}: ${service.family}${api} (${service.evidence})`,
    ...section('Warnings', service.warnings.map(plain)),
    ...(service.missingMetrics.length > 0
      ? section('Metrics that it does not offer', [service.missingMetrics.join(', ')])
      : []),
    ...section('Rows', [service.rows ? 'It hands out rows.' : 'It hands out no rows.']),
    ...models.flatMap((model) => section(`Model ${plain(model.id)}`, modelLines(model))),
    ...section(`Schedules (${String(schedules.length)})`, scheduleLines(schedules)),
    ...section(`Published now (${String(values.length)})`, valueLines(values)),
    ...section(
      `Findings (${String(diagnoses.length)})`,
      diagnoses.flatMap(({ severity, state, model, metric, sentence, next }) => [
        plain(`${severity}: ${state}, ${[metric, model].filter(Boolean).join(' of ') || 'the service'}`),
        `  ${plain(sentence)}`,
        `  ${plain(next)}`,
      ])
    ),
    ...section('Notices', notices.map(plain)),
  ];
  return `${lines.join('\n')}\n`;
}
