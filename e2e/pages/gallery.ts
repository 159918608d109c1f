import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { panelByTitle } from './panel.ts';

export interface Opening {
  theme?: 'dark' | 'light';
  width?: number;
  height?: number;
}

/** How long a panel must stay the same to count as drawn, ms. */
const STILL = 600;

/** A dashboard of the drift panel's gallery. */
export class GalleryPage {
  constructor(readonly page: Page) {}

  async open(uid: string, { theme = 'dark', width = 1440, height = 1100 }: Opening = {}): Promise<void> {
    await this.page.setViewportSize({ width, height });
    await this.page.goto(`/d/${uid}?theme=${theme}`);
  }

  /** A panel in view, its analysis done and everything drawn. */
  async panel(title: string): Promise<Locator> {
    const panel = panelByTitle(this.page, title);
    await panel.scrollIntoViewIfNeeded();
    await drawn(panel);
    return panel;
  }
}

/** Waits until a panel says something, works on nothing, and has not changed for a while. */
export async function drawn(panel: Locator): Promise<void> {
  let last = '';
  let since = Date.now();
  await expect
    .poll(
      async () => {
        const now = await panel.evaluate((element) => element.innerHTML);
        const working = await panel.getByRole('progressbar').count();
        if (now !== last || working > 0) {
          last = now;
          since = Date.now();
        }
        return Date.now() - since >= STILL;
      },
      { message: 'the panel comes to rest', intervals: [100], timeout: 60_000 }
    )
    .toBe(true);
}
