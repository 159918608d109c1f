import type { Locator, Page } from '@playwright/test';

/** A dashboard panel by its title: Grafana's own test id, the same in the preview. */
export function panelByTitle(page: Page, title: string): Locator {
  return page.getByTestId(`data-testid Panel header ${title}`);
}

/**
 * What a panel tells its reader: its content, and what shows on the sign in its header, behind which Grafana keeps the
 * errors and notices of queries. The preview has them in the content.
 */
export async function wordsOf(panel: Locator): Promise<string> {
  const content = await panel.innerText();
  const sign = panel
    .getByTestId('data-testid Panel status error')
    .or(panel.getByTestId('title-items-container').getByTestId('icon-exclamation-triangle'));
  if ((await sign.count()) === 0) {
    return content;
  }
  await sign.first().hover();
  return `${content} ${await panel.page().getByRole('tooltip').first().innerText()}`;
}
