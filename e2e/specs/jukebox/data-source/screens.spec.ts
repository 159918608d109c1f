import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { dataSourceUrl } from '../../../addresses.ts';
import { needsDataSource } from '../../../needs-data-source.ts';
import { seriousFaults } from '../../../pages/accessibility.ts';
import { ConfigPage } from '../../../pages/config-page.ts';
import { panelByTitle } from '../../../pages/panel.ts';
import { QueryEditor } from '../../../pages/query-editor.ts';
import { ServiceDashboard } from '../../../pages/service-dashboard.ts';

const folder = '../.cache/pictures';
const widths = [1440, 700];
const themes = ['dark', 'light'] as const;

/** Every kind, on the service that has most to show of it. */
const editors = [
  {
    folder: 'provisioning',
    heights: { 1440: 3100, 700: 4900 },
    base: '',
    uid: 'soundcheck-trustyai',
    query: [
      { queryType: 'scores', model: 'jukebox', metric: 'ks' },
      { queryType: 'latest', model: 'jukebox', metric: 'ks' },
      { queryType: 'compute', model: 'jukebox', metric: 'spd' },
      { queryType: 'models' },
      { queryType: 'columns', model: 'jukebox' },
      { queryType: 'tags', model: 'jukebox' },
      { queryType: 'observations', model: 'jukebox' },
      { queryType: 'events', model: 'jukebox', metric: 'ks' },
    ],
  },
  {
    folder: 'e2e/data-source',
    heights: { 1440: 1800, 700: 2250 },
    base: dataSourceUrl,
    uid: 'java-trustyai',
    query: [
      { queryType: 'distribution', model: 'credit', referenceTag: 'TRAINING' },
      { queryType: 'rows', model: 'credit', referenceTag: 'TRAINING' },
      { queryType: 'schedules', model: 'credit' },
    ],
  },
];

async function expectNoOverflow(page: Page, width: number): Promise<void> {
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  // Charts follow the page a moment later.
  await expect.poll(overflow, { message: `at ${width} px` }).toBeLessThanOrEqual(0);
}

/** @param heights enough for the page at each width: it draws only what is in view */
async function takePictures(page: Page, name: string, heights: Record<number, number>): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: heights[width] ?? 1000 });
    await expectNoOverflow(page, width);
    await page.screenshot({ path: `${folder}/${name}-${width}.png` });
  }
}

for (const theme of themes) {
  test(`settings, ${theme}: fit their width, each with a name and enough contrast`, async ({ page, request }) => {
    await needsDataSource(request, 'java-trustyai', 'e2e/data-source');
    const config = new ConfigPage(page, dataSourceUrl);
    await config.open('java-trustyai', theme);
    await page.getByRole('button', { name: /section HTTP headers/ }).press('Enter');
    await page.getByRole('button', { name: /section Advanced settings/ }).press('Enter');
    await config.test.press('Enter');
    await expect(config.report).toBeVisible();
    // The button's colours are the theme's own.
    const button = '[data-testid$="Save and Test button"]';
    expect(await seriousFaults(page, 'main', [button])).toEqual([]);
    await takePictures(page, `config-${theme}`, { 1440: 2300, 700: 2330 });
  });

  for (const { folder: provisioning, heights, ...opening } of editors) {
    test(`editors on ${opening.uid}, ${theme}: fit their width, each control with a name and enough contrast`, async ({
      page,
      request,
    }) => {
      await needsDataSource(request, opening.uid, provisioning);
      const editor = new QueryEditor(page);
      await editor.open({ ...opening, theme });
      await expect(editor.rows).toHaveCount(opening.query.length);
      await expect(editor.rows.getByText('Asking TrustyAI …')).toHaveCount(0);
      expect(await seriousFaults(page, '[data-testid="data-testid Query editor row"]')).toEqual([]);
      await takePictures(page, `editors-${opening.uid}-${theme}`, heights);
    });
  }

  test(`dashboard of the service, ${theme}: every panel shows data`, async ({ page }) => {
    const dashboard = new ServiceDashboard(page);
    const crashes: string[] = [];
    page.on('pageerror', (error) => crashes.push(error.message));
    await dashboard.open({ theme });
    for (const [title, words] of [
      ['Features with drift', /^Features with drift5$/],
      ['Features judged', /^Features judged13$/],
      ['Inferences in this time range', /[0-9]{2},[0-9]{3}$/],
      ['Schedules', /^Schedules4$/],
      ['Kolmogorov-Smirnov over time', /danceability/],
      ['Kolmogorov-Smirnov of jukebox now', /critical D for n = 5,000 v 500 at 0\.1 %/],
      ['Schedules of jukebox', /jukebox-kstest.*published/],
      ['Models', /jukebox.*13.*73/],
      ['Tags of jukebox', /TRAINING.*5,000/],
    ] as const) {
      await expect(panelByTitle(page, title), title).toContainText(words);
      await expect(panelByTitle(page, title), title).not.toContainText(/No data/);
    }
    await expect(panelByTitle(page, 'Inferences').locator('canvas')).toBeVisible();
    await takePictures(page, `service-${theme}`, { 1440: 1760, 700: 2950 });
    expect(crashes).toEqual([]);
  });
}

test('no identifier of a schedule is shown to a reader', async ({ page }) => {
  const dashboard = new ServiceDashboard(page);
  await dashboard.open();
  await expect(panelByTitle(page, 'Schedules of jukebox')).toContainText('jukebox-kstest');
  await expect(page.getByText(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/)).toHaveCount(0);
});
