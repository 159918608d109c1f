import { expect, test } from '@playwright/test';
import { brokenUrl } from '../../addresses.ts';
import { needsDataSource } from '../../needs-data-source.ts';
import { panelByTitle, wordsOf } from '../../pages/panel.ts';

test.beforeEach(({ request }) => needsDataSource(request, 'broken-working', 'e2e/broken'));

/** What stands in each panel, where the user looks. */
const sentences: Array<[panel: string, sentence: RegExp]> = [
  ['login-page', /login page|HTML/i],
  ['unauthorized', /401/],
  ['forbidden', /403/],
  ['not-found', /404/],
  ['health-only', /health/i],
  ['wrong-shape', /\/info/],
  ['half-json', /JSON/],
  ['no-models', /no model/i],
  ['down', /reach|refused/i],
  ['prometheus-down', /Prometheus|reach|refused/i],
  ['working', /healthy_model/],
  ['unknown-labels', /label|metric/i],
  ['not-a-number', /no feature has a number/i],
  ['unknown-scale', /not known|unknown scale/i],
];

test('each broken service gets a sentence in its panel, and the other panels go on', async ({ page }) => {
  const crashes: string[] = [];
  page.on('pageerror', (error) => crashes.push(error.message));
  await page.goto(`${brokenUrl}/d/broken`);
  for (const [title, sentence] of sentences) {
    const panel = panelByTitle(page, title);
    await panel.scrollIntoViewIfNeeded();
    await expect.poll(() => wordsOf(panel), title).toMatch(sentence);
  }
  expect(crashes).toEqual([]);
});
