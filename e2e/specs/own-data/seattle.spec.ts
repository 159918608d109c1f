import { expect, test } from '@playwright/test';
import { DriftPanel } from '../../pages/drift-panel.ts';

/**
 * Seattle weather of the npm package vega-datasets, 2012–2013 (731 days) against 2014–2015 (730 days), by scipy 1.17.1
 * `ks_2samp`, exact p. Holm over the four columns gives 0.368, 0.00089, 0.0030, 0.237: the temperatures drifted.
 */
const byScipy = [
  { feature: 'temp_max', d: 0.1105372636470963, state: 'drift' },
  { feature: 'temp_min', d: 0.10090137361092892, state: 'drift' },
  { feature: 'wind', d: 0.06130090137361093, state: 'no drift' },
  { feature: 'precipitation', d: 0.047328673425407114, state: 'no drift' },
];

test('files of the user’s own get the verdicts that scipy gives', async ({ page }) => {
  await page.goto('/d/soundcheck-model-drift');
  const panel = new DriftPanel(page);
  await expect(panel.verdict).toContainText('2 of 4 features drifted');
  const shown = await panel.features();
  expect(shown.map(({ feature, state }) => ({ feature, state }))).toEqual(
    byScipy.map(({ feature, state }) => ({ feature, state }))
  );
  for (const { feature, d } of byScipy) {
    const words = shown.find((one) => one.feature === feature)?.words ?? '';
    expect(Number(/KS distance D ([0-9.]+)/.exec(words)?.[1]), words).toBeCloseTo(d, 3);
    expect(words).toContain('731 v 730');
  }
});
