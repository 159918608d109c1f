import { css } from '@emotion/css';
import { dateTimeFormatTimeAgo, type GrafanaTheme2 } from '@grafana/data';
import {
  Badge,
  InteractiveTable,
  Stack,
  Text,
  useStyles2,
  type BadgeColor,
  type CellProps,
  type Column,
} from '@grafana/ui';
import { summaryOf, type ActiveAlert, type Rule } from './rules.ts';

const COLORS: Record<string, BadgeColor> = { firing: 'red', pending: 'orange', inactive: 'green' };

function State({ state }: { state: string }) {
  return <Badge color={COLORS[state] ?? 'blue'} text={state} />;
}

const columns: Column<Rule>[] = [
  {
    id: 'state',
    header: 'State',
    sortType: 'string',
    cell: ({ row }: CellProps<Rule>) => <State state={row.original.state} />,
  },
  { id: 'name', header: 'Rule', sortType: 'string' },
  { id: 'summary', header: 'Says' },
  { id: 'alerts', header: 'Alerts', cell: ({ row }: CellProps<Rule>) => <>{row.original.alerts.length}</> },
  { id: 'group', header: 'Group', sortType: 'string' },
  { id: 'source', header: 'Data source' },
];

/** Rules with their state; a row opens to its query and its active alerts. */
export function RuleTable({ rules }: { rules: Rule[] }) {
  return (
    <InteractiveTable
      columns={columns}
      data={rules}
      getRowId={({ id }) => id}
      renderExpandedRow={(rule) => <Details rule={rule} />}
    />
  );
}

function Details({ rule: { query, alerts } }: { rule: Rule }) {
  const styles = useStyles2(getStyles);
  return (
    <Stack direction="column" gap={1}>
      <pre className={styles.query}>{query}</pre>
      {alerts.map((alert) => (
        <ActiveAlertLine key={JSON.stringify(alert.labels)} alert={alert} />
      ))}
    </Stack>
  );
}

function ActiveAlertLine({ alert: { state, labels, annotations, activeAt, value } }: { alert: ActiveAlert }) {
  const pairs = Object.entries(labels).filter(([name]) => name !== 'alertname');
  return (
    <Stack gap={1} alignItems="center" wrap="wrap">
      <State state={state} />
      <Text>{summaryOf(annotations)}</Text>
      <Text color="secondary">
        value {Number(value).toPrecision(3)}, {dateTimeFormatTimeAgo(activeAt)}
      </Text>
      <Text color="secondary" variant="bodySmall">
        {pairs.map(([name, text]) => `${name}=${text}`).join(' · ')}
      </Text>
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  query: css({ ...theme.typography.code, whiteSpace: 'pre-wrap', margin: 0 }),
});
