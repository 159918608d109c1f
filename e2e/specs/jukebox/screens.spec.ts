import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { DriftPanel } from '../../pages/drift-panel.ts';

/** Where pictures go: with SOUNDCHECK_PICTURES=1 into docs/images, from where the README shows them. */
const folder = process.env.SOUNDCHECK_PICTURES === '1' ? '../docs/images' : '../.cache/pictures';

const screens = [
  { name: 'overview-dark', theme: 'dark', width: 1440, height: 1010 },
  { name: 'overview-light', theme: 'light', width: 1440, height: 1010 },
  { name: 'narrow-dark', theme: 'dark', width: 420, height: 900 },
  { name: 'narrow-light', theme: 'light', width: 420, height: 900 },
] as const;

for (const { name, theme, width, height } of screens) {
  test(`${name}: fits its width, and everything in the panel has a name and enough contrast`, async ({ page }) => {
    test.skip(process.env.GRAFANA_URL !== undefined && width < 768, 'Grafana keeps its own minimum width');
    await page.setViewportSize({ width, height });
    await page.goto(`/d/soundcheck-model-drift?theme=${theme}`);
    const panel = new DriftPanel(page);
    await expect(panel.verdict).toContainText('5 of 13');
    await panel.features();
    await page.screenshot({ path: `${folder}/${name}.png` });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(overflow).toBeLessThanOrEqual(0);
    const found = await new AxeBuilder({ page })
      .include('[data-testid^="data-testid Panel header Drift of"]')
      // A row's name says its cells in words ("drift. KS distance D 0.31, limit 0.06"), not in their letters.
      .disableRules('label-content-name-mismatch')
      .analyze();
    const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(
      serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
    ).toEqual([]);
  });
}
