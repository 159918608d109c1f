import { expect, test } from '@playwright/test';
import { panelByTitle } from '../../pages/panel.ts';

const loki = 'soundcheck-loki';

test.beforeEach(async ({ request }) => {
  const health = await request.get(`/api/datasources/uid/${loki}/health`);
  test.skip(!health.ok(), 'Loki does not run yet: npm start builds it in the background.');
});

test('a model’s logs show no value of a feature and no colour code, and nothing asks for detected labels', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/d/soundcheck-logs');
  const logs = panelByTitle(page, 'Logs of jukebox');
  await expect(logs).toContainText('Completed 200 (');
  await expect(logs).toContainText('"name":"danceability","shape":[1,1],"datatype":"FP32","data":[masked]');
  await expect(logs).not.toContainText(/"data":\[[^m]|\[3[0-9]m/);
  await expect(panelByTitle(page, 'Warnings and errors of TrustyAI')).toContainText('WARNING');
  for (const title of ['Answers per minute', 'Time to an answer']) {
    await expect(panelByTitle(page, title).locator('canvas').first()).toBeVisible();
  }
  expect(asked.filter((url) => url.includes(loki)).length).toBeGreaterThan(0);
  expect(asked.filter((url) => url.includes('detected'))).toEqual([]);
});

test('logged requests are rows for the drift panel, once somebody opens them', async ({ page }) => {
  await page.goto('/d/soundcheck-logs');
  const panel = panelByTitle(page, 'Inputs of jukebox, from its logs');
  await expect(panel).toHaveCount(0);
  await page.getByText(/^Distributions from logged requests/).click();
  await expect(panel).toContainText(/of 13 features|13 features, rows/, { timeout: 60_000 });
});

test('a drifted feature leads to the logs of its window, and a line of them back to the drift around it', async ({
  page,
}) => {
  test.skip(process.env.GRAFANA_URL !== undefined, 'Grafana shows the links of a line in a place of its own');
  await page.goto('/d/soundcheck-model-drift');
  const link = page.getByRole('link', { name: /^Logs of this window/ }).first();
  await expect(link).toBeVisible({ timeout: 60_000 });
  const to = new URL((await link.getAttribute('href')) ?? '', page.url());
  expect(to.pathname).toBe('/d/soundcheck-logs');
  expect([to.searchParams.get('var-namespace'), to.searchParams.get('var-model')]).toEqual(['jukebox-prod', 'jukebox']);
  const width = Number(to.searchParams.get('to')) - Number(to.searchParams.get('from'));
  expect(width).toBeGreaterThan(0);
  expect(width).toBeLessThanOrEqual(7 * 86_400_000 + 60_000);

  await page.goto('/d/soundcheck-logs');
  const logs = panelByTitle(page, 'Logs of jukebox');
  const line = logs.getByRole('button', { name: /POST \/v2\/models\/jukebox/ }).first();
  await line.click();
  const back = logs.getByRole('link', { name: 'Drift around this line' });
  await expect(back).toHaveAttribute(
    'href',
    /^\/d\/soundcheck-model-drift\?var-namespace=jukebox-prod&var-model=jukebox&time=\d{13}&time\.window=21600000$/
  );
});
