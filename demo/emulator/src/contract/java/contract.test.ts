import { isRecord } from '../../record.ts';
import { jsonDifferences, metricsDifferences } from '../differences.ts';
import type { Ids } from '../ids.ts';
import { playRecordings } from '../play.ts';
import type { Answer } from '../player.ts';
import type { Exchange } from '../recordings.ts';
import { csvDifferences } from './csv.ts';
import { descriptionDifferences, yamlDifferences } from './description.ts';
import { notPlayed, partly } from './not-played.ts';
import { stepsBefore } from './steps.ts';
import { sortedLines, sortedLists } from './unordered.ts';

playRecordings({ dialect: 'java', stepsBefore, notPlayed, partly, bodyDifferences });

function bodyDifferences(exchange: Exchange, { body }: Answer, ids: Ids): string[] {
  const { path, reply, name } = exchange;
  const left = partly.find((one) => one.name.test(name));
  if (path.startsWith('/q/openapi')) {
    if (reply.startsWith('{')) return descriptionDifferences(reply, body);
    return yamlDifferences(exchange, body);
  }
  if (path.startsWith('/q/metrics')) {
    const lines = (text: string, side: 'recorded' | 'ours') =>
      sortedLines(metricsLines(text, exchange, left?.lines), ids, side);
    return metricsDifferences(lines(reply, 'recorded'), lines(body, 'ours'), ids);
  }
  const recorded = withoutColumn(parsed(reply), left?.column);
  if (recorded === undefined) return ids.same(reply, body) ? [] : [`body: recorded ${reply}, ours ${body}`];
  const whole = withoutColumn(parsed(body), left?.column);
  const ours = exchange.note.includes('fittings cut to 3 elements') ? shortened(whole) : whole;
  const csv = [recorded, ours].map((value) => (isRecord(value) ? value['dataCSV'] : undefined));
  if (typeof csv[0] === 'string') return csvDifferences(csv[0], String(csv[1]), ids);
  return [
    ...jsonDifferences(sortedLists(recorded, ids, 'recorded'), sortedLists(ours, ids, 'ours'), { ids, ordered: true }),
    // Parsing drops the first of two fields of the same name.
    ...(reply.includes('"BaseMetricRequest"') === body.includes('"BaseMetricRequest"') ? [] : ['@type is not twice']),
  ];
}

/** The JSON value of a text; undefined for anything else, an empty body too. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The lines the recording was cut to, of the service's own gauges. */
function metricsLines(text: string, { note }: Exchange, leftOut: RegExp | undefined): string[] {
  const cut = new RegExp(/body cut to the lines that match \/(.*)\/\]/.exec(note)?.[1] ?? '.');
  return text
    .split('\n')
    .filter((line) => cut.test(line) && /^(# (HELP|TYPE) )?trustyai_/.test(line) && !leftOut?.test(line));
}

/** The value with the lists inside of fittings cut the way the recording was. */
function shortened(value: unknown): unknown {
  const cut = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.slice(0, 3);
    return isRecord(inner) ? Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, cut(one)])) : inner;
  };
  const fittings = (key: string, inner: unknown) => (/fitting$/i.test(key) ? cut(inner) : shortened(inner));
  if (Array.isArray(value)) return value.map(shortened);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fittings(key, inner)]));
}

/** A drift reply without one of its columns. */
function withoutColumn(value: unknown, column: string | undefined): unknown {
  if (column === undefined || !isRecord(value) || !isRecord(value['namedValues'])) return value;
  const { [column]: _left, ...namedValues } = value['namedValues'];
  const lines = String(value['specificDefinition']).split('\n');
  const kept = lines.filter((line) => !line.includes(`Column ${column} `));
  return { ...value, namedValues, specificDefinition: kept.join('\n') };
}
