import type { Locator, Page } from '@playwright/test';

export interface ShownFeature {
  feature: string;
  state: string;
  /** What is said of it: state and all numbers. */
  words: string;
}

/** A row of the table that says to screen readers what the list shows. */
export interface SpokenFeature {
  feature: string;
  state: string;
  adjustedP: string;
  n: string;
  since: string;
}

/** The drift panel as a reader meets it. */
export class DriftPanel {
  readonly verdict: Locator;
  readonly list: Locator;
  readonly views: Locator;
  /** Feature › chunk › slice. */
  readonly scope: Locator;

  constructor(private readonly root: Page | Locator) {
    this.verdict = root
      .getByRole('status')
      .filter({ hasText: /drift|verdict/i })
      .first();
    this.list = root.getByRole('listbox', { name: /Features/ }).first();
    this.views = root.getByRole('radiogroup', { name: 'View', exact: true });
    this.scope = root.getByRole('navigation', { name: 'What is shown' });
  }

  option(feature: string): Locator {
    return this.list.getByRole('option', { name: new RegExp(`^${feature}:`) });
  }

  /** The feature's name in its row: a click there chooses the feature, and no chunk. */
  name(feature: string): Locator {
    return this.option(feature).getByText(feature, { exact: true }).first();
  }

  /** Everything about one feature. */
  detail(feature: string): Locator {
    return this.root.getByRole('region', { name: `Detail of ${feature}`, exact: true });
  }

  /** All features, top to bottom; of a long list only what is in view. */
  async features(): Promise<ShownFeature[]> {
    await this.list.getByRole('option').first().waitFor();
    return this.list.getByRole('option').evaluateAll((options) =>
      options.map((option) => ({
        feature: option.getAttribute('data-feature') ?? '',
        state: option.getAttribute('data-state') ?? '',
        words: option.getAttribute('aria-label') ?? option.querySelector('.sr-only')?.textContent ?? '',
      }))
    );
  }

  /** The features as the table for screen readers has them, up to 200. */
  async spoken(): Promise<SpokenFeature[]> {
    const table = this.root.getByRole('table', { name: /^Drift of/ });
    await table.waitFor({ state: 'attached' });
    return table.evaluate((element) => {
      const [head, ...rows] = [...element.querySelectorAll('tr')].map((row) =>
        [...row.querySelectorAll('th,td')].map((cell) => cell.textContent?.trim() ?? '')
      );
      const at = (row: string[], title: RegExp) => row[head?.findIndex((name) => title.test(name)) ?? -1] ?? '';
      return rows.map((row) => ({
        feature: row[0] ?? '',
        state: at(row, /^State/),
        adjustedP: at(row, /p$/),
        n: at(row, /^Rows/),
        since: at(row, /^Since/),
      }));
    });
  }

  /** What each bin of a chosen numeric feature adds to its drift, as screen readers get it; the largest part first. */
  async contributions(feature: string): Promise<Array<{ from: number; to: number; more: boolean; part: number }>> {
    const table = this.detail(feature).getByRole('table', { name: /^What each cell/ });
    await table.waitFor({ state: 'attached' });
    const rows = await table
      .getByRole('row')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent?.trim() ?? ''))
      );
    return rows
      .slice(1)
      .map(([bin = '', side = '', part = '']) => {
        const [from = NaN, to = NaN] = bin.split('–').map((edge) => Number(edge.replaceAll(/[,\s]/g, '')));
        return { from, to, more: side === 'more', part: Number.parseFloat(part) };
      })
      .sort((a, b) => b.part - a.part);
  }
}
