import type { DashboardJson } from '../dashboard/dashboard-json.ts';
import { Page } from '../shell/page.tsx';
export function PanelEditPage({ json }: { json: DashboardJson; panelId: number }) {
  return <Page title={json.title}>…</Page>;
}
