import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { ServiceDashboard } from '../../../pages/service-dashboard.ts';

const chart = 'Kolmogorov-Smirnov over time';

/** The words of a mark: its name in the preview, its tooltip in Grafana. */
async function wordsOf(page: Page, mark: Locator): Promise<string> {
  if (process.env.GRAFANA_URL === undefined) {
    return (await mark.getAttribute('aria-label')) ?? '';
  }
  await mark.hover();
  return page.getByTestId(/annotation.*tooltip/i).innerText();
}

async function allWords(page: Page, marks: Locator): Promise<string[]> {
  await expect(marks.first()).toBeVisible();
  const words: string[] = [];
  for (const mark of await marks.all()) {
    words.push(await wordsOf(page, mark));
  }
  return words;
}

test('drift that goes on is marked, with how far, against which limit, and that it is not over', async ({ page }) => {
  const dashboard = new ServiceDashboard(page);
  await dashboard.open({ 'var-features': ['danceability', 'acousticness', 'mode'] });
  const words = await allWords(page, dashboard.panel(chart).getByTestId('data-testid annotation-marker'));
  const open = words.filter((text) => text.includes('It is not over yet.'));
  expect(open.map((text) => /^Drift of ([a-z_]+)/.exec(text)?.[1]).sort()).toEqual(['acousticness', 'danceability']);
  for (const text of open) {
    expect(text).toMatch(/KS distance D of .* \(jukebox\) over its limit in at least 3 of 3 steps/);
    expect(text).toMatch(/Farthest: 0\.3[0-9]*, limit 0\.0909 \(critical D for n = 5,000 v 500 at 0\.1 %/);
  }
  expect(words.join()).not.toContain('Drift of mode');
});

test('drift that is not over is drawn as a stretch until now', async ({ page }) => {
  test.skip(process.env.GRAFANA_URL !== undefined, 'measures the marks of the preview');
  const dashboard = new ServiceDashboard(page);
  await dashboard.open({ 'var-features': ['danceability'] });
  const open = dashboard.panel(chart).getByRole('note', { name: /not over yet/ });
  await expect(open).toHaveCount(1);
  const chartWidth = (await dashboard.panel(chart).locator('.u-over').boundingBox())?.width ?? NaN;
  // It began some two days before the end of the seven that are shown.
  expect((await open.boundingBox())?.width).toBeGreaterThan(chartWidth / 7);
});

test('a schedule’s first value is marked', async ({ page }) => {
  const dashboard = new ServiceDashboard(page);
  await dashboard.open({ from: 'now-9d', to: 'now', 'var-features': 'mode' });
  const words = await allWords(page, dashboard.panel(chart).getByTestId('data-testid annotation-marker'));
  expect(words.join('\n')).toMatch(
    /Schedule jukebox-kstest of Kolmogorov-Smirnov created: Its first value for jukebox/
  );
});

test('a layer is switched off by its own name', async ({ page }) => {
  const dashboard = new ServiceDashboard(page);
  await dashboard.open({ 'var-features': 'danceability' });
  const marks = dashboard.panel(chart).getByTestId('data-testid annotation-marker');
  await expect(marks.first()).toBeVisible();
  await page.getByLabel('Drift', { exact: true }).uncheck({ force: true });
  await expect(marks).toHaveCount(0);
});
