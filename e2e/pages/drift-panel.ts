import type { Locator, Page } from '@playwright/test';

export interface ShownFeature {
  feature: string;
  state: string;
  /** The accessible name: state and all numbers. */
  words: string;
}

/** The drift panel as a reader meets it. */
export class DriftPanel {
  readonly verdict: Locator;
  readonly list: Locator;

  constructor(page: Page | Locator) {
    this.verdict = page
      .getByRole('status')
      .filter({ hasText: /drift|verdict/i })
      .first();
    this.list = page.getByRole('listbox', { name: /Features/ }).first();
  }

  option(feature: string): Locator {
    return this.list.getByRole('option', { name: new RegExp(`^${feature}:`) });
  }

  /** All features, top to bottom. */
  async features(): Promise<ShownFeature[]> {
    await this.list.getByRole('option').first().waitFor();
    return this.list.getByRole('option').evaluateAll((options) =>
      options.map((option) => ({
        feature: option.getAttribute('data-feature') ?? '',
        state: option.getAttribute('data-state') ?? '',
        words: option.getAttribute('aria-label') ?? '',
      }))
    );
  }
}
