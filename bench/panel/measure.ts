import { chromium } from '@playwright/test';
import type { Measured } from './page/page.ts';

/** Runs the page in a browser of its own. */
export async function measure(address: string): Promise<{ browser: string; measured: Measured }> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', ({ message }) => console.error(`page: ${message}`));
    page.on('console', (message) => message.type() === 'error' && console.error(`page: ${message.text()}`));
    await page.goto(address);
    const measured = await page.evaluate<Measured>('run()');
    return { browser: browser.version(), measured };
  } finally {
    await browser.close();
  }
}
