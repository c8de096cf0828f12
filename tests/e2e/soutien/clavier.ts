// A page used by keyboard alone.
import type { Page } from 'playwright-core';

const PRESSES_MAX = 60;

/** Presses Tab until the focus is on what is wished; gives how many times it took. */
export async function tabTo(page: Page, wished: string): Promise<number> {
  for (let presses = 1; presses <= PRESSES_MAX; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.locator(`${wished}:focus`).count()) return presses;
  }
  throw new Error(`Tab never reaches ${wished}`);
}
