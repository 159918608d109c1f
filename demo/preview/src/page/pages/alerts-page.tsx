import { Alert, EmptyState } from '@grafana/ui';
import { RuleTable } from '../alerts/rule-table.tsx';
import { loadAlerts } from '../alerts/rules.ts';
import { Loading } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { useLoaded } from '../shell/use-loaded.ts';

/** `/alerting/list`: rules that Prometheus evaluates, with their state. */
export function AlertsPage() {
  return (
    <Page title="Alert rules">
      <Loading of={useLoaded(loadAlerts, 'rules')}>
        {({ rules, notes, problems }) => (
          <>
            <Alert severity="info" title="Prometheus evaluates these rules">
              {notes.join(' ')} Rules that Grafana itself evaluates need a Grafana.
            </Alert>
            {problems.map((problem) => (
              <Alert key={problem} severity="error" title={problem} />
            ))}
            {rules.length > 0 && <RuleTable rules={rules} />}
            {rules.length === 0 && problems.length === 0 && (
              <EmptyState variant="call-to-action" message="Prometheus has no alert rule" />
            )}
          </>
        )}
      </Loading>
    </Page>
  );
}
