import type { Locator, Page } from '@playwright/test';

export type Role = 'combobox' | 'radiogroup' | 'textbox' | 'switch';

/** What Explore opens with. */
export interface Opening {
  base?: string;
  uid: string;
  /** One query, or several in a row each. */
  query: object | object[];
  theme?: string;
  from?: string;
}

/** The editor of a query in Explore, the first one where there are several. */
export class QueryEditor {
  readonly rows: Locator;
  readonly row: Locator;
  readonly kind: Locator;
  readonly json: Locator;

  constructor(readonly page: Page) {
    this.rows = page.getByTestId('data-testid Query editor row');
    this.row = this.rows.first();
    this.kind = this.control('combobox', 'Kind');
    this.json = this.row.getByRole('switch', { name: 'JSON' });
  }

  async open({ base = '', uid, query, theme = 'dark', from = 'now-7d' }: Opening): Promise<void> {
    const datasource = { type: 'soundcheck-trustyai-datasource', uid };
    const queries = [query]
      .flat()
      .map((one, i) => ({ refId: String.fromCharCode(65 + i), datasource, version: 2, ...one }));
    const left = JSON.stringify({ datasource: uid, queries, range: { from, to: 'now' } });
    await this.page.goto(`${base}/explore?orgId=1&theme=${theme}&left=${encodeURIComponent(left)}`);
    await this.kind.waitFor();
  }

  /** A control by the first words of its label, which ends with the line that explains the choice. */
  control(role: Role, name: string): Locator {
    return this.row.getByRole(role, { name: new RegExp(`^${name}`) });
  }

  /** Which of these controls are there. */
  async shown(controls: Readonly<Record<string, Role>>, row = this.row): Promise<string[]> {
    const tree = await row.ariaSnapshot();
    return Object.entries(controls).flatMap(([name, role]) =>
      new RegExp(`- '?${role} "${name}`).test(tree) ? [name] : []
    );
  }

  /** The result as a table, whatever Explore chose. */
  async asTable(): Promise<void> {
    await this.page.getByRole('radio', { name: 'Table' }).check({ force: true });
  }
}
