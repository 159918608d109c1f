import { local, lokiTenant } from '../parts/context.ts';
import { askTrustyai } from './ask-trustyai.ts';
import { readDataSources } from './data-sources.ts';
import { must } from './finding.ts';
import { interpolate, interpolateAll } from './interpolate.ts';
import { at, textAt } from './json.ts';
import { queryLoki } from './loki-api.ts';
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
  context: Context,
  find: Find,
  hasLoki: boolean
): Promise<Finding[]> {
  const { ports, page } = context;
  const urls = { prometheus: local(ports.prometheus), page: local(page), loki: local(ports.loki) };
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
    findings.push(await find(query.what, () => runQuery(query, urls, { variables, lists, range, scrape }, context)));
  }
  return findings;
}

async function runQuery(
  { type, uid, target }: PanelQuery,
  urls: { prometheus: string; page: string; loki: string },
  values: Values,
  { args }: Context
): Promise<string> {
  if (type === 'loki') {
    return overLoki(urls.loki, target, values, args.ownData !== undefined);
  }
  if (type === 'prometheus') {
    return overPrometheus(urls.prometheus, interpolate(textAt(target, 'expr') ?? '', values), values);
  }
  const query = interpolateAll(target, values);
  if (textAt(query, 'queryType') === 'scores') {
    return overPrometheus(urls.prometheus, await scoresPromql(query), values);
  }
  const columns = await askTrustyai(urls.page, uid, query, values.range);
  const rows = Math.max(0, ...columns.map((column) => column.length));
  must(rows > 0, 'it gives no row');
  return `${rows} rows`;
}

async function overPrometheus(base: string, expr: string, { range }: Values): Promise<string> {
  const { series, numbers } = await queryRange(base, expr, range);
  must(numbers > 0, `it gives no number: ${expr}`);
  return `${series} series, ${numbers} numbers`;
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
