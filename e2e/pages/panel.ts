import type { Locator, Page } from '@playwright/test';

/** A dashboard panel by its title: Grafana's own test id, the same in the preview. */
export function panelByTitle(page: Page, title: string): Locator {
  return page.getByTestId(`data-testid Panel header ${title}`);
}
