import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { needsDataSource } from '../../needs-data-source.ts';
import { DriftPanel } from '../../pages/drift-panel.ts';
import { drawn, GalleryPage } from '../../pages/gallery.ts';
import { chooseByKeyboard, tabTo } from '../../pages/keyboard.ts';

const MOST_STOPS = 80;

test.beforeEach(async ({ page, request }) => {
  await needsDataSource(request, 'soundcheck-gallery', '.cache/gallery');
  await new GalleryPage(page).open('gallery-views');
});

/** What has the focus, marked so that it can be found again; undefined where that is outside of the panel. */
async function focusedIn(panel: Locator, stop: number): Promise<string | undefined> {
  return panel.evaluate((root, mark) => {
    const focused = root.ownerDocument.activeElement;
    if (!focused || !root.contains(focused)) {
      return undefined;
    }
    focused.setAttribute('data-stop', String(mark));
    return focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 60) ?? '';
  }, stop);
}

/** Walks through the panel with Tab. Returns the stops that look the same with the focus as without. */
async function walk(page: Page, panel: Locator): Promise<{ stops: number; unseen: string[] }> {
  const unseen: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const name = await focusedIn(panel, stop);
    if (name === undefined) {
      return { stops: stop, unseen };
    }
    const focused = await panel.screenshot({ animations: 'disabled' });
    const element = panel.locator(`[data-stop="${stop}"]`).first();
    await element.evaluate((one) => one instanceof HTMLElement && one.blur());
    const blurred = await panel.screenshot({ animations: 'disabled' });
    if (focused.equals(blurred)) {
      unseen.push(name);
    }
    await element.focus();
  }
  throw new Error(`${MOST_STOPS} presses of Tab do not leave the panel.`);
}

for (const title of ['Overview', 'Heatmap', 'Over time', 'Distribution, density', 'Calendar', 'Scatter', 'Quality']) {
  test(`${title}: Tab reaches all that can be pressed, and the focus is seen`, async ({ page }) => {
    test.setTimeout(180_000);
    const panel = await new GalleryPage(page).panel(title);
    // The title's own stops come first: the walk starts behind them.
    await panel.evaluate((root) => {
      root.setAttribute('tabindex', '-1');
      root.focus();
    });
    const { stops, unseen } = await walk(page, panel);
    expect(stops).toBeGreaterThan(0);
    expect(unseen, 'focus is not seen').toEqual([]);
    const missed = await panel.evaluate((root) =>
      [...root.querySelectorAll<HTMLElement>('button, a[href], input, select, [role=button]')]
        .filter((one) => one.getClientRects().length > 0 && !one.hasAttribute('disabled'))
        // Of a group (radio buttons, a list, a grid) one is a stop, and arrows lead to the others.
        .filter((one) => !one.closest('[role=radiogroup], [role=listbox], [role=grid], [role=menu]'))
        .filter((one) => !one.hasAttribute('data-stop') && one.tabIndex >= 0)
        .map((one) => one.getAttribute('aria-label') ?? one.textContent ?? one.tagName)
    );
    expect(missed, 'not reached').toEqual([]);
  });
}

test('from the list to a chunk and back, without a mouse', async ({ page }) => {
  const panel = await new GalleryPage(page).panel('Overview');
  const drift = new DriftPanel(panel);
  const [first, second] = await drift.features();
  await tabTo(page, drift.option(first?.feature ?? ''));
  await page.keyboard.press('ArrowDown');
  await expect(drift.option(second?.feature ?? '')).toHaveAttribute('aria-selected', 'true');
  await expect(drift.detail(second?.feature ?? '')).toBeVisible();
  await drawn(panel);
  const whole = await drift.scope.innerText();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(drift.scope).not.toHaveText(whole);
  // The first Escape leaves the cell that the arrow pointed at, the next one the chunk.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(drift.scope).toHaveText(whole);
  // The focus stays where it was: one can go on.
  await page.keyboard.press('ArrowUp');
  await expect(drift.option(first?.feature ?? '')).toHaveAttribute('aria-selected', 'true');
});

test('into a slice and back by Escape', async ({ page }) => {
  const panel = await new GalleryPage(page).panel('Overview');
  const drift = new DriftPanel(panel);
  await drift.name('debt_ratio').click();
  await drawn(panel);
  const slice = drift
    .detail('debt_ratio')
    .getByRole('button', { name: /^country = / })
    .first();
  await tabTo(page, slice);
  await page.keyboard.press('Enter');
  await expect(drift.scope).toContainText('country = ');
  await page.keyboard.press('Escape');
  await expect(drift.scope).not.toContainText('country = ');
});

test('views are switched with the arrow keys', async ({ page }) => {
  const panel = await new GalleryPage(page).panel('Overview');
  const drift = new DriftPanel(panel);
  await chooseByKeyboard(page, drift.views, 'Distribution');
  await expect(panel.getByRole('img', { name: /reference/i }).first()).toBeVisible();
  await chooseByKeyboard(page, drift.views, 'Overview');
  await expect(drift.list).toBeVisible();
});
