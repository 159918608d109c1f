import { config, getBackendSrv } from '@grafana/runtime';
import { Alert, Badge, EmptyState, InteractiveTable, type BadgeColor, type CellProps, type Column } from '@grafana/ui';
import * as v from 'valibot';
import { Loading } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { messageOf, useLoaded } from '../shell/use-loaded.ts';

const text = v.optional(v.string(), '');
const ruleSchema = v.object({
  name: v.string(),
  type: v.string(),
  state: text,
  query: text,
  lastError: text,
  labels: v.optional(v.record(v.string(), v.string()), {}),
  annotations: v.optional(v.record(v.string(), v.string()), {}),
  alerts: v.optional(v.array(v.unknown()), []),
});
const replySchema = v.object({ data: v.object({ groups: v.array(v.object({ name: v.string(), rules: v.array(ruleSchema) })) }) });

interface Row {
  id: string;
  state: string;
  name: string;
  group: string;
  source: string;
  alerts: number;
  summary: string;
  labels: string;
}

interface Found {
  rows: Row[];
  problems: string[];
}

/** The alert rules of each Prometheus data source; one that does not answer leaves the others' rules alone. */
async function load(): Promise<Found> {
  const sources = Object.values(config.datasources).filter(({ type }) => type === 'prometheus');
  const found = await Promise.all(
    sources.map(async ({ uid, name }): Promise<Found> => {
      try {
        const reply = v.parse(replySchema, await getBackendSrv().get(`/api/prometheus/${uid}/api/v1/rules`));
        return { problems: [], rows: reply.data.groups.flatMap((group) => rowsOf(group, name)) };
      } catch (error) {
        return { rows: [], problems: [messageOf(error)] };
      }
    })
  );
  return { rows: found.flatMap(({ rows }) => rows), problems: found.flatMap(({ problems }) => problems) };
}

function rowsOf({ name: group, rules }: v.InferOutput<typeof replySchema>['data']['groups'][number], source: string): Row[] {
  return rules
    .filter(({ type }) => type === 'alerting')
    .map(({ name, state, alerts, annotations, labels, lastError, query }, index) => ({
      id: `${source}/${group}/${index}`,
      state,
      name,
      group,
      source,
      alerts: alerts.length,
      summary: lastError || (annotations['summary'] ?? annotations['description'] ?? query),
      labels: Object.entries(labels).map(([key, value]) => `${key}=${value}`).join(' '),
    }));
}

const COLORS: Record<string, BadgeColor> = { firing: 'red', pending: 'orange', inactive: 'green' };

const columns: Column<Row>[] = [
  {
    id: 'state',
    header: 'State',
    sortType: 'string',
    cell: ({ row: { original } }: CellProps<Row>) => <Badge color={COLORS[original.state] ?? 'blue'} text={original.state || 'unknown'} />,
  },
  { id: 'name', header: 'Rule', sortType: 'string' },
  { id: 'summary', header: 'Summary' },
  { id: 'labels', header: 'Labels' },
  { id: 'alerts', header: 'Alerts', sortType: 'number' },
  { id: 'group', header: 'Group', sortType: 'string' },
  { id: 'source', header: 'Data source' },
];

/** `/alerting/list`: rules that Prometheus evaluates, with their state. */
export function AlertsPage() {
  return (
    <Page title="Alert rules">
      <Loading of={useLoaded(load, 'rules')}>
        {({ rows, problems }) => (
          <>
            <Alert severity="info" title="These rules are evaluated by Prometheus. Rules that Grafana itself evaluates need a Grafana." />
            {problems.map((problem) => (
              <Alert key={problem} severity="error" title={problem} />
            ))}
            {rows.length === 0 && problems.length === 0 && <EmptyState variant="call-to-action" message="Prometheus has no alert rule" />}
            {rows.length > 0 && <InteractiveTable columns={columns} data={rows} getRowId={({ id }) => id} pageSize={50} />}
          </>
        )}
      </Loading>
    </Page>
  );
}
