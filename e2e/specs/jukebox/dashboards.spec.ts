import { expect, test, type Page } from '@playwright/test';
import { panelByTitle } from '../../pages/panel.ts';

/** What each dashboard must say of the jukebox at the end of its week. */
const dashboards = [
  {
    uid: 'soundcheck-home',
    height: 1000,
    says: [
      ['Models in jukebox-prod', /jukebox/],
      ['Which dashboard answers what', /Do two groups get the favourable outcome/],
    ],
  },
  {
    uid: 'soundcheck-bias',
    height: 1300,
    says: [
      // 28 % of explicit songs come on air, 40 % of the others: demo/scenarios/README.md.
      ['In words', /unprivileged group gets the favourable outcome clearly less often/],
      ['Parity difference (SPD)', /[-−]0\.1[0-4]/],
      ['Impact ratio (DIR)', /0\.(6[5-9]|7[0-4])/],
      ['Fairness of jukebox now', /on_air.*outside its limit/],
      ['Difference over time', /is_explicit/],
    ],
  },
  {
    uid: 'soundcheck-model-server',
    height: 1300,
    says: [
      ['Failed requests', /0\.\d\d\s?%/],
      ['Latency quantiles', /p99/],
      ['Failures', /ModelInfer over REST/],
    ],
  },
  {
    uid: 'soundcheck-monitors',
    height: 1650,
    says: [
      ['Schedules of jukebox on TrustyAI', /jukebox-kstest.*published/],
      ['Alerts firing', /\d/],
    ],
  },
] as const;

async function open(page: Page, { uid, height }: { uid: string; height: number }, search = ''): Promise<void> {
  // Tall enough for the whole dashboard: panels are drawn when they come into view.
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1440, height });
  await page.goto(`/d/${uid}${search}`);
}

for (const dashboard of dashboards) {
  for (const theme of ['dark', 'light'] as const) {
    test(`${dashboard.uid}, ${theme}: says what it must, and nothing fails`, async ({ page }) => {
      const crashes: string[] = [];
      page.on('pageerror', (error) => crashes.push(error.message));
      await page.setViewportSize({ width: 1440, height: dashboard.height });
      await open(page, dashboard, `?theme=${theme}`);
      for (const [title, words] of dashboard.says) {
        await expect(panelByTitle(page, title), title).toContainText(words, { timeout: 20_000 });
      }
      // An empty panel says why it is empty.
      await expect(page.getByText('No data', { exact: true })).toHaveCount(0);
      await page.screenshot({ path: `../.cache/pictures/${dashboard.uid}-${theme}.png` });
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(await overflow()).toBeLessThanOrEqual(0);
      expect(crashes).toEqual([]);
    });
  }
}

test('links take the choices and the time along', async ({ page }) => {
  await open(page, { uid: 'soundcheck-monitors', height: 900 }, '?var-model=jukebox&from=now-2d&to=now');
  const link = page.getByRole('link', { name: 'Model drift', exact: true }).first();
  await expect(link).toHaveAttribute('href', /\/d\/soundcheck-model-drift.*var-model=jukebox/);
  await expect(link).toHaveAttribute('href', /from=now-2d&to=now/);
});

test('what the gateway writes as annotations is marked on the charts', async ({ page, request }) => {
  const hour = 3_600_000;
  const written = await request.post('/api/annotations', {
    data: {
      time: Date.now() - 2 * hour,
      timeEnd: Date.now() - hour,
      text: 'Training of jukebox v1',
      tags: ['soundcheck', 'retraining', 'training ended', 'namespace:jukebox-prod', 'model:jukebox'],
    },
  });
  expect(written.ok(), await written.text()).toBe(true);
  await open(page, { uid: 'soundcheck-model-server', height: 1300 });
  const marks = panelByTitle(page, 'Throughput').getByTestId('data-testid annotation-marker');
  await expect(marks.first()).toBeVisible();
});
