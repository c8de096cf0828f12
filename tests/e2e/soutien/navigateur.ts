// A real Chromium, and what every page shown in it must satisfy (design §6.5).
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const ACTION_TIMEOUT_MS = 10_000;
const LARGE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };

/** Starts the browser that `npm test` found. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: ARGS });
}

/** A visitor with a clean browser, speaking French. */
export async function newVisitor(
  browser: Browser,
  javaScriptEnabled: boolean,
): Promise<BrowserContext> {
  const visitor = await browser.newContext({ javaScriptEnabled, locale: 'fr-FR', viewport: LARGE });
  visitor.setDefaultTimeout(ACTION_TIMEOUT_MS);
  return visitor;
}

/**
 * Checks the page as it stands, at 1280 and 320 pixels: axe without violation, one h1, a title, no sideways
 * scroll. Axe itself needs scripts: without them, the same page is checked but for axe.
 */
export async function expectGoodPage(page: Page, javaScriptEnabled: boolean): Promise<string> {
  const title = await page.title();
  expect(title).toMatch(/ – (Portail Chorus|Portail de la Gestion Publique)$/);
  expect(await page.locator('h1').count(), `h1 of ${title}`).toBe(1);
  for (const viewport of [NARROW, LARGE]) {
    await page.setViewportSize(viewport);
    if (!javaScriptEnabled) continue;
    // « Legacy »: no second page to gather the results of frames, that ours do not have; half the time.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join()).join(' ')}`),
      `axe on ${title} at ${viewport.width}`,
    ).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow, `sideways scroll of ${title} at ${viewport.width}`).toBeLessThanOrEqual(0);
  }
  return title;
}

/** Signs in at PIGP and chooses « Démat. des factures ». */
export async function enterThroughPigp(
  page: Page,
  pigp: string,
  identifiant: string,
): Promise<void> {
  await page.goto(pigp);
  await fillPigp(page, identifiant);
  await page.getByRole('link', { name: /Démat\. des factures/ }).click();
}

/** Fills the sign-in form of PIGP, wherever it is shown. */
export async function fillPigp(page: Page, identifiant: string): Promise<void> {
  await page.locator('#identifiant').fill(identifiant);
  await page.locator('#motDePasse').fill('chorus-demo');
  await page.locator('form:has(#motDePasse) button').first().click();
}
