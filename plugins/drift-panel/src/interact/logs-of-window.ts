import type { Span } from './selection.ts';

/**
 * A link to logs in Explore, its time range set to the window. Undefined: the address leads elsewhere.
 * @param href as Grafana builds it, with `left` (one pane) or `panes` (several by key) as JSON
 */
export function logsOfWindow(href: string, { from, to }: Span): string | undefined {
  const start = href.indexOf('?');
  if (start < 0 || !href.slice(0, start).endsWith('/explore')) {
    return undefined;
  }
  const parameters = new URLSearchParams(href.slice(start));
  const range = { from: String(from), to: String(to) };
  const left = parsed(parameters.get('left'));
  if (left && asksLoki(left)) {
    parameters.set('left', JSON.stringify({ ...left, range }));
    return `${href.slice(0, start)}?${parameters}`;
  }
  const panes = parsed(parameters.get('panes'));
  const [key, pane] = Object.entries(panes ?? {})[0] ?? [];
  if (key !== undefined && isObject(pane) && asksLoki(pane)) {
    parameters.set('panes', JSON.stringify({ ...panes, [key]: { ...pane, range } }));
    return `${href.slice(0, start)}?${parameters}`;
  }
  return undefined;
}

function asksLoki(pane: object): boolean {
  const queries: unknown = 'queries' in pane ? pane.queries : undefined;
  return Array.isArray(queries) && queries.some(isLokiQuery);
}

function isLokiQuery(query: unknown): boolean {
  const datasource = isObject(query) && 'datasource' in query ? query.datasource : undefined;
  return isObject(datasource) && 'type' in datasource && datasource.type === 'loki';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function parsed(text: string | null): object | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
