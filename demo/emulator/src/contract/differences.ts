import { isRecord } from '../record.ts';
import type { Ids } from './ids.ts';

const relativeTolerance = 1e-9;
/** Text that differs from run to run, by its form: times of the two services, and the ids of errors. */
const passing = [
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?\+00:00$/,
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/,
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3,9})?$/,
  /^Error id [0-9a-f-]{36}-\d+$/,
];

export interface Comparison {
  ids: Ids;
  /** Fields of objects must come in the same order, too. */
  ordered: boolean;
}

/** How a JSON value of ours differs from the recorded one, one line each; empty when it does not. */
export function jsonDifferences(recorded: unknown, ours: unknown, how: Comparison, at = '$'): string[] {
  const differs = [`${at}: recorded ${shown(recorded)}, ours ${shown(ours)}`];
  if (typeof recorded === 'number' && typeof ours === 'number') return sameNumber(recorded, ours) ? [] : differs;
  if (typeof recorded === 'string' && typeof ours === 'string') {
    const sameForm = passing.some((form) => form.test(recorded) && form.test(ours));
    return sameForm || how.ids.same(recorded, ours) ? [] : differs;
  }
  if (Array.isArray(recorded) && Array.isArray(ours)) {
    if (recorded.length !== ours.length) return [`${at}: recorded ${recorded.length} items, ours ${ours.length}`];
    return recorded.flatMap((item, index) => jsonDifferences(item, ours[index], how, `${at}[${index}]`));
  }
  if (isRecord(recorded) && isRecord(ours)) {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(ours)]);
    const [theirs, mine] = [Object.keys(recorded).join(), Object.keys(ours).join()];
    if (how.ordered && keys.size === Object.keys(ours).length && theirs !== mine) {
      return [`${at}: recorded order ${theirs}, ours ${mine}`];
    }
    return [...keys].flatMap((key) => jsonDifferences(recorded[key], ours[key], how, `${at}.${key}`));
  }
  return recorded === ours ? [] : differs;
}

/** The same for metrics text: the same lines in the same order, values to the tolerance. */
export function metricsDifferences(recorded: readonly string[], ours: readonly string[], ids: Ids): string[] {
  const count = Math.max(recorded.length, ours.length);
  const lines = Array.from({ length: count }, (_, index) => [recorded[index] ?? '', ours[index] ?? ''] as const);
  return lines.flatMap(([theirs, mine]) =>
    sameLine(theirs, mine, ids) ? [] : [`recorded ${theirs || 'nothing'}, ours ${mine || 'nothing'}`]
  );
}

function sameLine(recorded: string, ours: string, ids: Ids): boolean {
  if (recorded.startsWith('#') || ours.startsWith('#')) return recorded === ours;
  const [theirSeries, theirValue] = split(recorded);
  const [ourSeries, ourValue] = split(ours);
  return ids.same(theirSeries, ourSeries) && sameText(theirValue, ourValue);
}

/** Values are compared as numbers, and by whether they are written with a fraction, an exponent or as a word. */
function sameText(recorded: string, ours: string): boolean {
  const form = (text: string) => text.replace(/\d+/g, '0');
  return recorded === ours || (form(recorded) === form(ours) && sameNumber(Number(recorded), Number(ours)));
}

function split(line: string): [string, string] {
  const space = line.lastIndexOf(' ');
  return [line.slice(0, space), line.slice(space + 1)];
}

function sameNumber(recorded: number, ours: number): boolean {
  if (Object.is(recorded, ours)) return true;
  return Math.abs(recorded - ours) <= relativeTolerance * Math.max(Math.abs(recorded), Math.abs(ours));
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
