import { expect, test } from '@playwright/test';
import { brokenUrl, dataSourceUrl } from '../../../addresses.ts';
import { needsDataSource } from '../../../needs-data-source.ts';
import { ConfigPage } from '../../../pages/config-page.ts';
import { chooseByKeyboard, pickByKeyboard, tabTo } from '../../../pages/keyboard.ts';

test('Save & test names dialect, models and schedules, and warns of what will surprise', async ({ page }) => {
  const config = new ConfigPage(page);
  await config.open('soundcheck-trustyai');
  await config.test.press('Enter');
  await expect(config.result).toContainText(/TrustyAI, Python service .*answers with 1 model and 4 schedules\./);
  await expect(config.report).toContainText('What this service has: Python');
  await expect(config.report).toContainText(/jukebox: [0-9,]+ rows stored/);
  await expect(config.report).toContainText('Schedules: 4');
  await expect(config.report).toContainText(/Not offered: .*Maximum mean discrepancy/);
  await expect(config.report).toContainText('A restart of the service loses all schedules');
});

test('Save & test tells a Java service, and what a missing link costs', async ({ page, request }) => {
  await needsDataSource(request, 'java-trustyai', 'e2e/data-source');
  const config = new ConfigPage(page, dataSourceUrl);
  await config.open('java-trustyai');
  await config.test.press('Enter');
  await expect(config.result).toContainText(/TrustyAI, Java service answers with 1 model/);
  await expect(config.result).toContainText('Link a Prometheus data source to see scores over time.');
  await expect(config.report).toContainText('credit: 700 rows stored');
});

test('every setting is reached and changed by keyboard', async ({ page, request }) => {
  await needsDataSource(request, 'java-trustyai', 'e2e/data-source');
  const config = new ConfigPage(page, dataSourceUrl);
  await config.open('java-trustyai');

  const url = page.getByRole('textbox', { name: 'Data source connection URL' });
  await tabTo(page, url);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('https://trustyai.example');
  await expect(url).toHaveValue('https://trustyai.example');

  await pickByKeyboard(page, page.getByRole('combobox', { name: 'Authentication method' }), 'Bearer token');
  await tabTo(page, page.getByRole('textbox', { name: 'Token' }));
  await page.keyboard.type('sha256~secret');
  await tabTo(page, page.getByRole('checkbox', { name: 'Add self-signed certificate' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('textbox', { name: 'CA Certificate' }));
  await page.keyboard.type('-----BEGIN CERTIFICATE-----');

  await tabTo(page, page.getByRole('button', { name: /section HTTP headers/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: /Add (another )?header/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('textbox', { name: 'Header' }));
  await page.keyboard.type('X-Team');
  await tabTo(page, page.getByRole('textbox', { name: 'Value' }));
  await page.keyboard.type('risk');

  await pickByKeyboard(page, config.linked('Prometheus'), 'Prometheus beside Java');
  await tabTo(page, config.linked('Loki'));
  await tabTo(page, config.field('Namespace'));
  await page.keyboard.type('credit-prod');
  await chooseByKeyboard(page, config.choice('Dialect'), 'Java');
  await expect(page.getByText(/p-values, where low means drift/).first()).toBeVisible();
  await tabTo(page, config.field('Batch limit'));
  await page.keyboard.type('2000');
  await chooseByKeyboard(page, config.choice('Scheduling from Grafana'), 'Off');
  await expect(page.getByText('Nobody can change anything on the service through Grafana').first()).toBeVisible();

  await expect(page.getByRole('textbox', { name: 'Header' })).toHaveValue('X-Team');
  await expect(config.field('Namespace')).toHaveValue('credit-prod');
  await expect(config.field('Batch limit')).toHaveValue('2000');
  await expect(page.getByRole('group', { name: 'Prometheus', exact: true })).toContainText('Prometheus beside Java');
});

test('what a file provisioned cannot be changed', async ({ page }) => {
  const config = new ConfigPage(page);
  await config.open('soundcheck-trustyai');
  await expect(config.field('Namespace')).toBeDisabled();
  await expect(config.choice('Dialect').getByRole('radio', { name: 'Java' })).toBeDisabled();
});

/** What Save & test says to each kind of broken service of e2e/broken. */
const sentences: Array<[service: string, sentence: RegExp]> = [
  ['down', /cannot be reached .* Check the URL in the data source settings and that the service runs/],
  ['unauthorized', /refused the credentials .*\(401\).* Set a valid token/],
  ['forbidden', /does not allow this account .*\(403\)/],
  ['login-page', /most likely a login page\. Check the token and the URL/],
  ['not-found', /\(404\): this URL is not that of a TrustyAI service/],
  ['health-only', /leads to the health-only listener of the Python service\. Use the route of the API/],
  ['no-models', /answers, but knows no model yet\. Upload reference data or send inferences first/],
];

for (const [service, sentence] of sentences) {
  test(`Save & test on a service that is “${service}” says what to do`, async ({ page, request }) => {
    await needsDataSource(request, `broken-${service}`, 'e2e/broken');
    const config = new ConfigPage(page, brokenUrl);
    await config.open(`broken-${service}`);
    await config.test.press('Enter');
    await expect(config.result).toContainText(sentence);
  });
}
