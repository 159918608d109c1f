import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds serious or critical within a part of the page, a line each. */
export async function seriousFaults(page: Page, part: string, except: string[] = []): Promise<string[]> {
  const builder = new AxeBuilder({ page }).include(part);
  except.forEach((selector) => builder.exclude(selector));
  const { violations } = await builder.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
