import { getBackendSrv } from '@grafana/runtime';
import { Alert, Card, EmptyState, TagList } from '@grafana/ui';
import { groupBy } from 'lodash';
import * as v from 'valibot';
import { Loading } from '../shell/loading.tsx';
import { Page } from '../shell/page.tsx';
import { useLoaded } from '../shell/use-loaded.ts';

const hitsSchema = v.array(
  v.object({ uid: v.string(), title: v.string(), url: v.string(), folderTitle: v.string(), tags: v.array(v.string()) })
);
const healthSchema = v.object({ problems: v.array(v.string()) });

async function load() {
  const [hits, health] = await Promise.all([getBackendSrv().get('/api/search'), getBackendSrv().get('/api/health')]);
  return { hits: v.parse(hitsSchema, hits), problems: v.parse(healthSchema, health).problems };
}

/** The provisioned dashboards by folder, and what of the provisioning could not be read. */
export function HomePage() {
  return (
    <Page title="Dashboards">
      <Loading of={useLoaded(load, 'home')}>
        {({ hits, problems }) => (
          <>
            {problems.map((problem) => (
              <Alert key={problem} severity="warning" title={problem} />
            ))}
            {hits.length === 0 && <EmptyState variant="call-to-action" message="No dashboard is provisioned" />}
            {Object.entries(groupBy(hits, ({ folderTitle }) => folderTitle || 'General')).map(([folder, found]) => (
              <section key={folder}>
                <h2>{folder}</h2>
                {found.map(({ uid, title, url, tags }) => (
                  <Card key={uid} href={url} noMargin>
                    <Card.Heading>{title}</Card.Heading>
                    <Card.Tags>
                      <TagList tags={tags} />
                    </Card.Tags>
                  </Card>
                ))}
              </section>
            ))}
          </>
        )}
      </Loading>
    </Page>
  );
}
