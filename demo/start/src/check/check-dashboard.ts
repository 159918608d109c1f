import { local, lokiTenant } from '../parts/context.ts';
import { askTrustyai } from './ask-trustyai.ts';
import { readDataSources } from './data-sources.ts';
import { must } from './finding.ts';
import { interpolate, interpolateAll } from './interpolate.ts';
import { at, textAt } from './json.ts';
import { queryLoki } from './loki-api.ts';
import { mayBeEmpty } from './may-be-empty.ts';
import { queryRange } from './prometheus-api.ts';
import { scoresPromql } from './scores-promql.ts';
import { rangeOf, spanSeconds, timeSeconds } from './time.ts';
import { valuesOf } from './variables.ts';
import type { Context } from '../parts/context.ts';
import type { Dashboard, PanelQuery } from './dashboards.ts';
import type { Find, Finding } from './finding.ts';
import type { Values } from './interpolate.ts';

/** Points across a panel where it does not say. */
const usualPoints = 1000;

/** More values of a variable than these are counted, not listed. */
const MOST_LISTED = 10;

/** Runs a dashboard's variables, then each of its queries with the values they start with. */
export async function checkDashboard(
  dashboard: Dashboard,
  { ports, page, args }: Context,
  find: Find,
  hasLoki: boolean
): Promise<Finding[]> {
  const urls = { prometheus: local(ports.prometheus), page: local(page), loki: local(ports.loki) };
  const ownData = args.ownData !== undefined;
  const [from, to] = [timeSeconds(dashboard.from, Date.now()), timeSeconds(dashboard.to, Date.now())];
  const scrape = readDataSources().find(({ type }) => type === 'prometheus')?.shortestStep ?? 15;
  const variables = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const findings: Finding[] = [];
  for (const variable of dashboard.variables) {
    const look = async () => {
      const range = rangeOf(from, to, usualPoints, scrape);
      const definition = interpolateAll(variable.definition, { variables, range, scrape });
      const values = await valuesOf({ ...variable, definition }, urls);
      must(values.length > 0, 'it has no value');
      variables.set(variable.name, values[0] ?? '');
      if (variable.all) {
        lists.set(variable.name, values);
      }
      return values.length > MOST_LISTED ? `${values.length} values` : values.join(', ');
    };
    findings.push(await find(`${dashboard.title} / $${variable.name}`, look));
  }
  for (const query of dashboard.queries) {
    if (query.type === 'loki' && !hasLoki) {
      findings.push({ what: query.what, state: 'absent', detail: 'it needs Loki' });
      continue;
    }
    const shortest = Math.max(scrape, spanSeconds(query.interval ?? '') ?? 0);
    const range = rangeOf(from, to, query.maxDataPoints ?? usualPoints, shortest);
    const values = { variables, lists, range, scrape };
    const emptyBecause = mayBeEmpty(query.target, { ownData });
    findings.push(await find(query.what, () => runQuery(query, urls, { values, emptyBecause, ownData })));
  }
  return findings;
}

interface Run {
  values: Values;
  /** Why the query may give nothing; it must give something where this is missing. */
  emptyBecause: string | undefined;
  ownData: boolean;
}

async function runQuery(
  { type, uid, target }: PanelQuery,
  urls: { prometheus: string; page: string; loki: string },
  run: Run
): Promise<string> {
  const { values } = run;
  if (type === 'loki') {
    return overLoki(urls.loki, target, values, run.ownData);
  }
  if (type === 'prometheus') {
    const expr = interpolate(textAt(target, 'expr') ?? '', values);
    const { to } = values.range;
    const range = at(target, 'instant') === true ? { ...values.range, from: to } : values.range;
    return overPrometheus(urls.prometheus, expr, { ...run, values: { ...values, range } });
  }
  const query = interpolateAll(target, values);
  if (textAt(query, 'queryType') === 'scores') {
    return overPrometheus(urls.prometheus, await scoresPromql(query), run);
  }
  const columns = await askTrustyai(urls.page, uid, query, values.range);
  const rows = Math.max(0, ...columns.map((column) => column.length));
  return someOf(rows, `${rows} rows`, { run, none: 'it gives no row' });
}

async function overPrometheus(base: string, expr: string, run: Run): Promise<string> {
  const { series, numbers } = await queryRange(base, expr, run.values.range);
  return someOf(numbers, `${series} series, ${numbers} numbers`, { run, none: `it gives no number: ${expr}` });
}

function someOf(count: number, words: string, { run, none }: { run: Run; none: string }): string {
  must(count > 0 || run.emptyBecause !== undefined, none);
  return count > 0 ? words : `empty: ${run.emptyBecause}`;
}

/** @param mayBeNone a log of the user's own scenario may have no warnings in it */
async function overLoki(base: string, target: unknown, values: Values, mayBeNone: boolean): Promise<string> {
  const expr = interpolate(textAt(target, 'expr') ?? '', values);
  const limit = Number(at(target, 'maxLines') ?? usualPoints);
  const found = await queryLoki({ base, tenant: lokiTenant }, expr, values.range, limit);
  if ('lines' in found) {
    must(found.lines > 0 || mayBeNone, `it finds no line: ${expr}`);
    return `${found.lines} lines`;
  }
  must(found.numbers > 0, `it gives no number: ${expr}`);
  return `${found.series} series, ${found.numbers} numbers`;
}
