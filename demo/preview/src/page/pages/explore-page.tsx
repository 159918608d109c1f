import { Page } from '../shell/page.tsx';
export function ExplorePage() {
  return <Page title="Explore">…</Page>;
}
