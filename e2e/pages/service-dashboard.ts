import type { Locator, Page } from '@playwright/test';
import { panelByTitle } from './panel.ts';

/** The shipped dashboard “TrustyAI service”. */
export class ServiceDashboard {
  readonly marks: Locator;

  constructor(readonly page: Page) {
    // Grafana draws marks with this test id; the preview adds the words as a name.
    this.marks = page.getByTestId('data-testid annotation-marker');
  }

  /** @param search variables and time, as Grafana's URLs have them */
  async open(search: Record<string, string | string[]> = {}): Promise<void> {
    const params = new URLSearchParams();
    for (const [name, values] of Object.entries(search)) {
      [values].flat().forEach((value) => params.append(name, value));
    }
    // Tall enough for the whole dashboard: panels are drawn when they come into view.
    const width = this.page.viewportSize()?.width ?? 1440;
    await this.page.setViewportSize({ width, height: 2000 });
    await this.page.goto(`/d/soundcheck-trustyai-service?${params.toString()}`);
  }

  panel(title: string): Locator {
    return panelByTitle(this.page, title);
  }

  /** The cells of a column of a panel's table, top to bottom, by the column's place. */
  async column(title: string, place: number): Promise<string[]> {
    const rows = this.panel(title)
      .getByRole('row')
      .filter({ has: this.page.getByRole('cell') });
    await rows.first().waitFor();
    return Promise.all((await rows.all()).map((row) => row.getByRole('cell').nth(place).innerText()));
  }

  /** Picks a value of a variable by its name. */
  async pick(variable: string, value: string): Promise<void> {
    const box = this.page.getByRole('combobox', { name: variable, exact: true });
    await box.click();
    await this.page.getByRole('option', { name: value, exact: true }).click();
  }
}
