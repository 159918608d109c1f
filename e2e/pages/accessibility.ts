import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds serious or critical within a part of the page, a line each. */
export async function seriousFaults(page: Page, part: string, except: string[] = []): Promise<string[]> {
  return faultsOf(new AxeBuilder({ page }).include(part), except);
}

/** The same for a drift panel: a row's name says its cells in words ("drift. KS distance D 0.31"), not in their letters. */
export async function seriousFaultsOfDriftPanel(page: Page, title: string): Promise<string[]> {
  const builder = new AxeBuilder({ page }).include(`[data-testid="data-testid Panel header ${title}"]`);
  return faultsOf(builder.disableRules('label-content-name-mismatch'), []);
}

async function faultsOf(builder: AxeBuilder, except: string[]): Promise<string[]> {
  except.forEach((selector) => builder.exclude(selector));
  const { violations } = await builder.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
