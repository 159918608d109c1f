import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** More stops than any page of ours has. */
const MOST_STOPS = 120;

/** Presses Tab until the control has the focus; fails where the keyboard does not lead there. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await control.evaluate((element) => element === element.ownerDocument.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${MOST_STOPS} presses of Tab do not lead to ${control.toString()}.`);
}

/** Picks an option of a combobox by typing its name, as far as it goes, and walking to it. */
export async function pickByKeyboard(page: Page, combobox: Locator, name: string): Promise<void> {
  await tabTo(page, combobox);
  // A combobox that was just picked from keeps its text: typing replaces it only where it is marked.
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(name);
  const option = page.getByRole('option', { name: new RegExp(`^${name}`) }).first();
  await expect(option).toBeVisible();
  // Grafana's combobox keeps the place that it had before the list was filtered.
  for (let step = 0; step < MOST_STOPS; step++) {
    if ((await combobox.getAttribute('aria-activedescendant')) === (await option.getAttribute('id'))) {
      break;
    }
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/** Chooses one of a group of radio buttons with the arrow keys. */
export async function chooseByKeyboard(page: Page, group: Locator, radio: string): Promise<void> {
  const count = await group.getByRole('radio').count();
  await tabTo(page, group.getByRole('radio', { checked: true }));
  for (
    let step = 0;
    step < count && !(await group.getByRole('radio', { name: radio, exact: true }).isChecked());
    step++
  ) {
    await page.keyboard.press('ArrowRight');
  }
  await expect(group.getByRole('radio', { name: radio, exact: true })).toBeChecked();
}
