import { EmptyState, LinkButton } from '@grafana/ui';
import { Page } from '../shell/page.tsx';

export function NotFoundPage() {
  return (
    <Page title="Not here">
      <EmptyState
        variant="not-found"
        message="The preview has no such page; a real Grafana may have it."
        button={<LinkButton href="/">To the dashboards</LinkButton>}
      />
    </Page>
  );
}
