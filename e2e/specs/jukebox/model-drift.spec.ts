import { expect, test } from '@playwright/test';
import { DriftPanel } from '../../pages/drift-panel.ts';

/**
 * Last 500 inferences against the 5,000 reference rows of the jukebox week, by scipy 1.17.1 `ks_2samp(reference,
 * current)`, exact p; drift by Holm's correction over the 13 features at 5 %. Largest D first.
 */
const byScipy = [
  { feature: 'danceability', d: 0.3106, drift: true },
  { feature: 'acousticness', d: 0.3066, drift: true },
  { feature: 'tempo', d: 0.2528, drift: true },
  { feature: 'valence', d: 0.218, drift: true },
  { feature: 'energy', d: 0.21, drift: true },
  { feature: 'loudness', d: 0.0408, drift: false },
  { feature: 'instrumentalness', d: 0.0328, drift: false },
  { feature: 'key', d: 0.0318, drift: false },
  { feature: 'speechiness', d: 0.0306, drift: false },
  { feature: 'duration_ms', d: 0.0284, drift: false },
  { feature: 'is_explicit', d: 0.0232, drift: false },
  { feature: 'liveness', d: 0.0214, drift: false },
  { feature: 'mode', d: 0.003, drift: false },
];

test.beforeEach(async ({ page }) => {
  await page.goto('/d/soundcheck-model-drift');
});

test('the drifted features stand on top with a correct verdict, the others do not', async ({ page }) => {
  const panel = new DriftPanel(page);
  await expect(panel.verdict).toContainText('5 of 13 features drifted');
  const shown = await panel.features();
  expect(shown.map(({ feature }) => feature)).toEqual(byScipy.map(({ feature }) => feature));
  expect(shown.map(({ state }) => state)).toEqual(byScipy.map(({ drift }) => (drift ? 'drift' : 'no drift')));
});

test('every number says what it is, its limit and its n', async ({ page }) => {
  const panel = new DriftPanel(page);
  const shown = await panel.features();
  for (const { feature, d } of byScipy) {
    const words = shown.find((one) => one.feature === feature)?.words ?? '';
    const value = Number(/KS distance D ([0-9.]+)/.exec(words)?.[1]);
    expect(value, words).toBeCloseTo(d, 3);
    expect(words).toMatch(/limit 0\.06/);
    expect(words).toContain('5,000 v 500');
  }
});

test('a shape change that a mean test misses is found by KS and not by the means', async ({ page }) => {
  const panel = new DriftPanel(page);
  await expect(panel.option('tempo')).toHaveAttribute('data-state', 'drift');
  await page.getByRole('radio', { name: /mean/i }).check({ force: true });
  await expect(panel.option('tempo')).toHaveAttribute('data-state', 'no drift');
  await expect(panel.option('valence')).toHaveAttribute('data-state', 'drift');
});

test('a feature is chosen by keyboard and shows its distribution and its history', async ({ page }) => {
  const panel = new DriftPanel(page);
  await panel.option('danceability').click();
  await page.keyboard.press('ArrowDown');
  await expect(panel.option('acousticness')).toHaveAttribute('aria-selected', 'true');
  const detail = page.getByRole('region', { name: 'Detail of acousticness' });
  await expect(detail.getByRole('img', { name: /reference/ })).toBeVisible();
  await expect(detail.getByRole('img', { name: /over time/ })).toBeVisible();
});

test('the model server is beside the drift', async ({ page }) => {
  // Tall enough for the whole dashboard: Grafana draws panels only when they come into view.
  await page.setViewportSize({ width: 1440, height: 2000 });
  for (const title of ['Throughput', 'Latency', 'Errors']) {
    const heading = page.getByText(title, { exact: true }).first();
    await heading.scrollIntoViewIfNeeded();
    await expect(heading).toBeVisible();
  }
  await expect(page.getByText(/No data/i)).toHaveCount(0);
});

test('nothing is complained about in the console', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.reload();
  await new DriftPanel(page).features();
  expect(complaints).toEqual([]);
});
