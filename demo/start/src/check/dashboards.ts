import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../paths.ts';
import { at, listAt, textAt } from './json.ts';

export interface PanelQuery {
  /** "Model drift / Latency / B" */
  what: string;
  uid: string;
  type: string;
  /** The target as it stands in the file. */
  target: unknown;
  /** `maxDataPoints` and `interval` of the panel, where it sets them. */
  maxDataPoints?: number;
  interval?: string;
}

export interface Variable {
  name: string;
  uid: string;
  type: string;
  definition: unknown;
  /** It starts with all of its values. */
  all: boolean;
}

export interface Dashboard {
  title: string;
  from: string;
  to: string;
  variables: Variable[];
  queries: PanelQuery[];
}

/** All dashboards below provisioning/dashboards. */
export function readDashboards(folder = join(root, 'provisioning/dashboards')): Dashboard[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => decode(JSON.parse(readFileSync(join(folder, name), 'utf8')), relative(root, join(folder, name))));
}

function decode(json: unknown, file: string): Dashboard {
  const title = textAt(json, 'title') ?? file;
  return {
    title,
    from: textAt(json, 'time', 'from') ?? 'now-6h',
    to: textAt(json, 'time', 'to') ?? 'now',
    variables: listAt(json, 'templating', 'list')
      .filter((one) => textAt(one, 'type') === 'query')
      .map((one) => ({
        name: textAt(one, 'name') ?? '',
        uid: textAt(one, 'datasource', 'uid') ?? '',
        type: textAt(one, 'datasource', 'type') ?? '',
        definition: at(one, 'query'),
        all: at(one, 'includeAll') === true,
      })),
    queries: panelsOf(json).flatMap((panel) => queriesOf(panel, title)),
  };
}

/** Panels, those inside collapsed rows too. */
function panelsOf(json: unknown): unknown[] {
  return listAt(json, 'panels').flatMap((panel) => [panel, ...panelsOf(panel)]);
}

function queriesOf(panel: unknown, dashboard: string): PanelQuery[] {
  const maxDataPoints = at(panel, 'maxDataPoints');
  const interval = textAt(panel, 'interval');
  return listAt(panel, 'targets')
    .filter((target) => at(target, 'hide') !== true)
    .map((target) => ({
      what: `${dashboard} / ${textAt(panel, 'title') ?? '?'} / ${textAt(target, 'refId') ?? '?'}`,
      uid: textAt(target, 'datasource', 'uid') ?? textAt(panel, 'datasource', 'uid') ?? '',
      type: textAt(target, 'datasource', 'type') ?? textAt(panel, 'datasource', 'type') ?? '',
      target,
      ...(typeof maxDataPoints === 'number' ? { maxDataPoints } : {}),
      ...(interval ? { interval } : {}),
    }));
}
