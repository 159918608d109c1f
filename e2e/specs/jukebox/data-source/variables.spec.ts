import { expect, test } from '@playwright/test';
import { wordsOf } from '../../../pages/panel.ts';
import { ServiceDashboard } from '../../../pages/service-dashboard.ts';

const now = 'Kolmogorov-Smirnov of jukebox now';

test('the dashboard redraws for another metric', async ({ page }) => {
  const dashboard = new ServiceDashboard(page);
  await dashboard.open();
  await expect(dashboard.panel(now)).toContainText('KS distance D');
  await dashboard.pick('Metric', 'Compare means');
  await expect(dashboard.panel('Compare means over time')).toBeVisible();
  await expect(dashboard.panel('Compare means of jukebox now')).toContainText('danceability');
  await expect(dashboard.panel(now)).toHaveCount(0);
});

test('All asks for every feature, several for those', async ({ page }) => {
  const dashboard = new ServiceDashboard(page);
  await dashboard.open();
  await expect(dashboard.panel('Features judged')).toContainText('13');
  await expect(dashboard.panel('Features with drift')).toContainText('5');
  await dashboard.open({ 'var-model': 'jukebox', 'var-metric': 'ks', 'var-features': ['tempo', 'mode'] });
  await expect(dashboard.panel('Features judged')).toContainText('2');
  await expect(dashboard.panel('Features with drift')).toContainText('1');
  await expect.poll(() => dashboard.column(now, 0)).toEqual(['tempo', 'mode']);
});

test('the models, metrics and features to choose from are the service’s', async ({ page }) => {
  const dashboard = new ServiceDashboard(page);
  await dashboard.open();
  for (const [variable, has, hasNot] of [
    ['Model', 'jukebox', undefined],
    ['Metric', 'Jensen-Shannon', 'Maximum mean discrepancy'],
    ['Features', 'tempo', undefined],
  ] as const) {
    await page.getByRole('combobox', { name: variable, exact: true }).click();
    await page.keyboard.type(has);
    await expect(page.getByRole('option', { name: has, exact: true })).toBeVisible();
    if (hasNot) {
      await page.getByRole('combobox', { name: variable, exact: true }).fill(hasNot);
      await expect(page.getByRole('option', { name: hasNot, exact: true })).toHaveCount(0);
    }
    await page.keyboard.press('Escape');
  }
});

test('an ad hoc filter is put together from what is published, and narrows the tables', async ({ page }) => {
  const dashboard = new ServiceDashboard(page);
  await dashboard.open();
  await expect(dashboard.panel(now)).toContainText('danceability');
  const filters = page.getByTestId('data-testid ad hoc filters combobox filter input');
  await filters.click();
  await page.getByRole('option', { name: 'feature', exact: true }).click();
  await page
    .getByRole('option', { name: /^=\s*Equals$|^=$/ })
    .first()
    .click();
  await page.getByRole('option', { name: 'tempo', exact: true }).click();
  // By text: the next filter's list is open, and hides the page from the tree of roles.
  await expect(dashboard.panel(now)).not.toContainText('danceability');
  await expect(dashboard.panel(now)).toContainText('tempo');
  await expect(dashboard.panel('Features judged')).toContainText(/judged1$/);
});

test('a filter that no label can have is refused in words', async ({ page }) => {
  const dashboard = new ServiceDashboard(page);
  await dashboard.open({ 'var-filters': 'feature|<|tempo' });
  await expect.poll(() => wordsOf(dashboard.panel(now))).toMatch(/uses “<”, and labels are texts/);
});
