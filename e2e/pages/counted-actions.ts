import type { Locator, Page } from '@playwright/test';

/** Clicks and keys, counted: how much work a task is for the one who does it. */
export class CountedActions {
  count = 0;

  constructor(private readonly page: Page) {}

  async click(target: Locator): Promise<void> {
    this.count += 1;
    await target.click();
  }

  async press(key: string): Promise<void> {
    this.count += 1;
    await this.page.keyboard.press(key);
  }

  /** Shows a view by its tab, or by the menu of those that do not fit. */
  async show(panel: Locator, view: string): Promise<void> {
    const tab = panel.getByRole('radiogroup', { name: 'View', exact: true }).getByText(view, { exact: true });
    if ((await tab.count()) > 0) {
      return this.click(tab);
    }
    await this.click(panel.getByRole('button', { name: 'More views' }));
    await this.click(this.page.getByRole('menuitem', { name: view, exact: true }));
  }
}
