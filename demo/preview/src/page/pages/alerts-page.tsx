import { Page } from '../shell/page.tsx';
export function AlertsPage() {
  return <Page title="Alert rules">…</Page>;
}
