import { expect, test } from '@playwright/test';
import { assessMany } from '@soundcheck/drift';
import { PLANTED, taskData, TASK_FEATURES, type Planted } from '@soundcheck/gallery';
import { needsDataSource } from '../../needs-data-source.ts';
import { CountedActions } from '../../pages/counted-actions.ts';
import { DriftPanel } from '../../pages/drift-panel.ts';
import { drawn, GalleryPage } from '../../pages/gallery.ts';

/** 200 features, three of which drifted: who looks finds which, since when, which values did it, and where. */
const TITLE = 'Find three among 200';
const MOST_ACTIONS = 5;

test.beforeEach(async ({ page, request }) => {
  await needsDataSource(request, 'soundcheck-gallery', '.cache/gallery');
  await new GalleryPage(page).open('gallery-task');
});

async function openedPanel(page: GalleryPage['page']) {
  const panel = await new GalleryPage(page).panel(TITLE);
  return { panel, drift: new DriftPanel(panel) };
}

test('every verdict is that of @soundcheck/drift on the same numbers', async ({ page }) => {
  const { drift } = await openedPanel(page);
  const { reference, current } = taskData();
  const { assessments } = assessMany(
    TASK_FEATURES.map((feature, i) => ({
      feature,
      reference: Float64Array.from(reference.features[i] ?? []),
      current: Float64Array.from(current.features[i] ?? []),
    }))
  );
  const spoken = new Map((await drift.spoken()).map((row) => [row.feature, row]));
  expect([...spoken.keys()].sort()).toEqual([...TASK_FEATURES].sort());
  for (const { feature = '', state, adjustedPValue = NaN, nReference, nCurrent } of assessments) {
    const row = spoken.get(feature);
    expect(row?.state, feature).toBe(state);
    expect(row?.n.replaceAll(',', ''), feature).toBe(`${nReference} v ${nCurrent}`);
    if (adjustedPValue < 0.001) {
      expect(row?.adjustedP, feature).toBe('<0.001');
    } else {
      expect(Number(row?.adjustedP), feature).toBeCloseTo(adjustedPValue, 2);
    }
  }
  await expect(drift.verdict).toContainText('3 of 200 features drifted');
});

test('the three stand on top', async ({ page }) => {
  const { drift } = await openedPanel(page);
  const shown = await drift.features();
  const top = shown.slice(0, PLANTED.length).map(({ feature }) => feature);
  expect(top.sort()).toEqual(PLANTED.map(({ feature }) => feature).sort());
});

for (const planted of PLANTED) {
  test(`${planted.kind}: start, values and place are found in at most ${MOST_ACTIONS} actions`, async ({ page }) => {
    const { panel, drift } = await openedPanel(page);
    const actions = new CountedActions(page);
    await actions.click(drift.name(planted.feature));
    const detail = drift.detail(planted.feature);
    await expect(detail).toBeVisible();
    await drawn(panel);
    await expect(detail, 'when it began').toContainText(dayWords(planted.start));
    const risen = (await drift.contributions(planted.feature)).filter(({ more }) => more);
    const top = risen.slice(0, planted.around.length);
    const found = planted.around.map((place) => top.some(({ from, to }) => from <= place && place <= to));
    expect(found, `which values: ${JSON.stringify(risen)}`).toEqual(planted.around.map(() => true));
    const slices = detail.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Slice' }) });
    const first = slices
      .getByRole('row')
      .filter({ has: page.getByRole('cell') })
      .first();
    await expect(first, 'in which slice').toContainText(planted.slice ? 'country = BR' : '=');
    if (planted.slice) {
      await expect(first).toContainText('drift');
      await expect(detail.getByRole('button', { name: /^Slices: .*country.*BR/ })).toBeVisible();
    }
    if (planted.when) {
      await actions.show(panel, 'Calendar');
      await expect(panel, 'at which hours').toContainText(planted.when);
    }
    expect(actions.count).toBeLessThanOrEqual(MOST_ACTIONS);
  });
}

/** The day in whatever order the reader's locale has it: "8 Mar", "Mar 8", "2026-03-08". */
function dayWords(moment: Planted['start']): RegExp {
  const date = new Date(moment);
  const [day, iso] = [date.getUTCDate(), date.toISOString().slice(0, 10)];
  const month = date.toLocaleDateString('en', { month: 'short', timeZone: 'UTC' });
  return new RegExp(`\\b${day} ${month}\\b|\\b${month} ${day}\\b|${iso}`);
}
