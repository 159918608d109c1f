import { FieldType, type DataFrame, type LinkModel } from '@grafana/data';

export type Level = 'critical' | 'error' | 'warning' | 'info' | 'debug' | 'unknown';

/** A log line of a frame, ready to be drawn. */
export interface LogRow {
  key: string;
  /** Epoch milliseconds. */
  time: number;
  text: string;
  level: Level;
  labels: [string, string][];
  /** Of the line, and of the fields that were derived from it. */
  links: () => LinkModel[];
}

/** The lines of all frames that hold any: a time, a text and, where there are, labels. In the order asked for. */
export function logRows(frames: DataFrame[], order: 'Descending' | 'Ascending'): LogRow[] {
  const rows = frames.flatMap(rowsOf);
  const sign = order === 'Ascending' ? 1 : -1;
  return rows.sort((a, b) => sign * (a.time - b.time));
}

function rowsOf(frame: DataFrame, index: number): LogRow[] {
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  const line = frame.fields.find(({ type }) => type === FieldType.string);
  const labels = frame.fields.find(({ type }) => type === FieldType.other);
  if (!time || !line) {
    return [];
  }
  const linked = frame.fields.filter(({ config }) => (config.links?.length ?? 0) > 0);
  return Array.from({ length: frame.length }, (_, row) => {
    const text = withoutColours(String(line.values[row] ?? ''));
    const pairs = pairsOf(labels ? labels.values[row] : line.labels);
    return {
      key: `${index}-${row}`,
      time: Number(time.values[row]),
      text,
      level: levelOf(new Map(pairs), text),
      labels: pairs,
      links: () =>
        linked.flatMap((field) => (field.values[row] == null ? [] : (field.getLinks?.({ valueRowIndex: row }) ?? []))),
    };
  });
}

function pairsOf(labels: unknown): [string, string][] {
  const all = typeof labels === 'object' && labels !== null ? Object.entries(labels) : [];
  return all.map(([name, value]): [string, string] => [name, String(value)]).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Without ANSI escape sequences: colours of a terminal. */
export function withoutColours(text: string): string {
  return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
}

const spellings: [Level, RegExp][] = [
  ['critical', /^(crit(ical)?|fatal|emerg(ency)?|alert|panic)$/],
  ['error', /^(err(or)?|eror)$/],
  ['warning', /^warn(ing)?$/],
  ['info', /^(info(rmation)?|notice)$/],
  ['debug', /^(debug|dbug|trace)$/],
];

/** What the labels say, else the first word in the line that is a level. */
function levelOf(labels: Map<string, string>, text: string): Level {
  const said = ['level', 'detected_level', 'severity', 'lvl'].flatMap((name) => labels.get(name) ?? []);
  const words = text.match(/\b(crit(ical)?|fatal|error|warn(ing)?|info|debug|trace)\b/i)?.slice(0, 1) ?? [];
  const known = [...said, ...words].map((word) => spelled(word.toLowerCase()));
  return known.find((level) => level !== undefined) ?? 'unknown';
}

function spelled(word: string): Level | undefined {
  return spellings.find(([, pattern]) => pattern.test(word))?.[0];
}
