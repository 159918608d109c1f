import { chromium } from '@playwright/test';
import { watchTasks, type LongestTask } from './longest-task.ts';
import type { Counted, Rows } from './page/page.ts';

export interface Measured {
  counted: Counted;
  rows: Rows;
  longest: LongestTask;
  askedByRefresh: string[];
}

/** Runs the page in a browser of its own. */
export async function measure(address: string): Promise<{ browser: string; measured: Measured }> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', ({ message }) => console.error(`page: ${message}`));
    await page.goto(address);
    const counted = await page.evaluate<Counted>('counted()');
    await page.evaluate('prepareRows()');
    const [rows, longest] = await watchTasks(browser, page, () => page.evaluate<Rows>('rows()'));
    const askedByRefresh = await page.evaluate<string[]>('refresh()');
    return { browser: browser.version(), measured: { counted, rows, longest, askedByRefresh } };
  } finally {
    await browser.close();
  }
}
