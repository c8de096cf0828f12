// The script of the pages, in Chromium, over the components that it improves; without it, they stand as they are.
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { render } from 'preact-render-to-string';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/platform/root.ts';
import { type Langue, textesDe } from '../../src/platform/textes/index.ts';
import { DataTable } from '../../src/web/components/data-table.tsx';
import { TextArea } from '../../src/web/components/textarea.tsx';
import { newVisitor, openBrowser } from './soutien/navigateur.ts';

const LIMITE = 20;
const LIGNES = [1, 2, 3, 4];
let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  browser = await openBrowser();
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/web/scripts/index.ts'],
    bundle: true,
    write: false,
    format: 'esm',
  });
  script = outputFiles[0]?.text ?? '';
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await (await newVisitor(browser, true)).newPage();
});

async function ouvrir(langue: Langue, contenu: Parameters<typeof render>[0]): Promise<void> {
  await page.setContent(`<!doctype html><html lang="${langue}"><body>${render(contenu)}`);
  await page.addScriptTag({ content: script, type: 'module' });
}

describe('a limited text', () => {
  const champ = (langue: Langue, value = '') => (
    <TextArea t={textesDe(langue)} id="c" label="C" value={value} limitCharacters={LIMITE} />
  );
  const vu = () => page.locator('.pc-counter').textContent();

  test.each([
    ['fr', 'Bonjour', '13 caractères restants'],
    ['fr', 'Bonjour, vous deux.', '1 caractère restant'],
    ['fr', 'Bonjour, vous deux !', '0 caractère restant'],
    ['fr', 'Bonjour, vous trois là', '2 caractères en trop'],
    ['en', 'Bonjour, vous deux !', '0 characters left'],
    ['en', 'Bonjour, vous deux !!', '1 character too many'],
    ['fr', '😀\n', '18 caractères restants'],
  ] as const)('in %s after « %s » says « %s »', async (langue, texte, attendu) => {
    await ouvrir(langue, champ(langue));
    await page.locator('#c').fill(texte);
    expect(await vu()).toBe(attendu);
  });

  test('is counted from the start, and loses nothing of what is pasted', async () => {
    await ouvrir('fr', champ('fr', 'x'.repeat(LIMITE + 5)));
    expect(await vu()).toBe('5 caractères en trop');
    expect(await page.locator('#c').inputValue()).toHaveLength(LIMITE + 5);
  });

  test('is read aloud once, after a rest', async () => {
    await page.clock.install({ time: 0 });
    await ouvrir('fr', champ('fr'));
    await page.clock.pauseAt(60_000);
    const lu = page.getByRole('status');
    for (const lettre of 'abc') {
      await page.locator('#c').press(lettre);
      await page.clock.runFor(900);
      expect(await lu.textContent()).toBe('');
    }
    await page.clock.runFor(200);
    expect(await lu.textContent()).toBe('17 caractères restants');
  });
});

describe('a table of boxes to tick', () => {
  const table = (fermees: number[] = [], lignes = LIGNES) => (
    <DataTable
      t={textesDe('fr')}
      caption="Lignes"
      columns={[{ key: 'n', header: 'N', rowHeader: true, cell: (n: number) => n }]}
      rows={lignes}
      rowKey={(n) => n}
      select={{
        name: 'ligne',
        type: 'checkbox',
        value: (n) => n,
        label: (n) => `Sélectionner la ligne ${n}`,
        disabled: (n) => fermees.includes(n),
      }}
      empty={null}
    />
  );
  const tout = () => page.getByRole('checkbox', { name: 'Tout sélectionner' });
  const cochees = () => page.locator('[name=ligne]:checked').count();
  const partiel = () => page.locator('.pc-select-all input:indeterminate').count();
  const vu = () => page.locator('.pc-select-all span').textContent();

  test('is ticked and cleared by one box, which follows what is ticked one by one', async () => {
    await ouvrir('fr', table());
    expect(await vu()).toBe('0 ligne sélectionnée');
    await tout().check();
    expect([await cochees(), await vu()]).toEqual([4, '4 lignes sélectionnées']);
    await page.getByRole('checkbox', { name: 'Sélectionner la ligne 2' }).uncheck();
    expect([await tout().isChecked(), await partiel()]).toEqual([false, 1]);
    await tout().check();
    await tout().uncheck();
    expect([await cochees(), await partiel()]).toEqual([0, 0]);
  });

  test('leaves closed boxes alone', async () => {
    await ouvrir('fr', table([3]));
    await tout().check();
    expect([await cochees(), await tout().isChecked()]).toEqual([3, true]);
  });

  test('of one row has no box for all', async () => {
    await ouvrir('fr', table([], [1]));
    expect(await tout().count()).toBe(0);
  });
});
