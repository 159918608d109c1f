import { config } from '@grafana/runtime';
import { Card, EmptyState } from '@grafana/ui';
import { Page } from '../shell/page.tsx';

/** The provisioned data sources. */
export function DataSourcesPage() {
  const provisioned = Object.values(config.datasources).filter(({ meta }) => !meta.builtIn);
  return (
    <Page title="Data sources">
      {provisioned.length === 0 && <EmptyState variant="call-to-action" message="No data source is provisioned" />}
      {provisioned.map(({ uid, name, type, meta }) => (
        <Card key={uid} href={`/connections/datasources/edit/${uid}`}>
          <Card.Heading>{name}</Card.Heading>
          <Card.Figure>
            <img src={meta.info.logos.small} alt="" width={32} height={32} />
          </Card.Figure>
          <Card.Meta>{[type, uid]}</Card.Meta>
        </Card>
      ))}
    </Page>
  );
}
