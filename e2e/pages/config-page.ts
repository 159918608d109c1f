import type { Locator, Page } from '@playwright/test';

/** The settings of a data source: Grafana's own path and test ids, the same in the preview. */
export class ConfigPage {
  readonly result: Locator;
  readonly report: Locator;
  readonly test: Locator;

  constructor(
    readonly page: Page,
    private readonly base = ''
  ) {
    this.result = page.getByTestId('data-testid Data source settings page Alert');
    this.report = page.getByRole('alert').filter({ hasText: 'What this service has' });
    this.test = page.getByTestId('data-testid Data source settings page Save and Test button');
  }

  async open(uid: string, theme = 'dark'): Promise<void> {
    await this.page.goto(`${this.base}/connections/datasources/edit/${uid}?theme=${theme}`);
    await this.page.getByRole('heading', { name: 'Service', exact: true }).waitFor();
  }

  /** One of the two pickers of linked data sources. */
  linked(name: string): Locator {
    return this.page.getByRole('group', { name, exact: true }).getByRole('combobox');
  }

  choice(name: string): Locator {
    return this.page.getByRole('radiogroup', { name, exact: true });
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name: new RegExp(`^${name}`) });
  }
}
