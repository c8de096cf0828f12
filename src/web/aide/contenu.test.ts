// The help as it is written: the same pages in both languages, links that lead somewhere, words
// that screens bear.
import { describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { balises } from '../../../tests/soutien/html.ts';
import { ouvrirPortail, reglages } from '../../../tests/soutien/portail.ts';
import { adresses } from '../../domain/adresses.ts';
import { en } from '../../platform/textes/en/index.ts';
import { fr } from '../../platform/textes/fr/index.ts';
import { LANGUES } from '../../platform/textes/index.ts';
import { chargerAide } from './contenu.ts';
import { THEMES } from './entete.ts';
import { valeursDeLAide } from './valeurs.ts';

const base = await baseDeTest();
const { app } = await ouvrirPortail(base);
const settings = reglages(base);
const aide = chargerAide(valeursDeLAide(settings));

/** What is written elsewhere: PIGP's words, and the catalogue of espaces. */
const AILLEURS = ['Démat. des factures', '-xt'];
const espaces = await base.sql<{ fr: string; en: string }[]>`
  select libelle_fr as fr, libelle_en as en from espace`;

function textes(dictionnaire: object): string[] {
  return Object.values(dictionnaire).flatMap((valeur) =>
    typeof valeur === 'object' ? textes(valeur) : [String(valeur)],
  );
}
const simple = (texte: string) =>
  texte
    .replaceAll('\u00a0', ' ')
    .replaceAll('’', "'")
    .replace(/[ :]+$/, '');

test('both languages have the same pages, in the same themes and order', () => {
  const plan = (langue: 'fr' | 'en') =>
    aide[langue].pages.map(({ slug, theme, ordre, pour }) => ({ slug, theme, ordre, pour }));
  expect(plan('en')).toEqual(plan('fr'));
  expect(plan('fr').length).toBeGreaterThan(25);
  expect([...new Set(plan('fr').map(({ theme }) => theme))]).toEqual([...THEMES]);
});

test('the delays and limits are those of this portal', () => {
  const { durees, delais, limitesDesPieces } = settings;
  const autres = { durees: { inactiviteMinutes: 7, maximumHeures: 3 }, delais, limitesDesPieces };
  const page = (reglage: typeof autres) =>
    chargerAide(valeursDeLAide(reglage)).fr.parSlug.get('se-connecter')?.texte;
  expect(page(autres)).toContain('après 7 minutes sans activité, et au bout de 3 heures');
  expect(page({ durees, delais, limitesDesPieces })).toContain('après 30 minutes');
});

describe.each(LANGUES)('each page in « %s »', (langue) => {
  const { pages, parSlug } = aide[langue];
  const chacune = (preuve: (html: string, texte: string) => unknown, attendu: unknown) =>
    expect(pages.map(({ slug, html, texte }) => [slug, preuve(html, texte)])).toEqual(
      pages.map(({ slug }) => [slug, attendu]),
    );

  test('has a title of its own and one sentence that says what it is for', () => {
    expect(new Set(pages.map(({ titre }) => titre)).size).toBe(pages.length);
    for (const { slug, resume } of pages) expect(resume, slug).toMatch(/^[^.]{20,150}\.$/);
  });

  test('of the home page names its shortcuts as they are', () => {
    const { accueil, monCompte } = { fr, en }[langue].pages;
    const texte = simple(parSlug.get('accueil')?.texte ?? '');
    for (const titre of [monCompte.titre, accueil.ajouterEspace, accueil.chercherStructure])
      expect(texte).toContain(titre);
  });

  test('leaves the main title to the page, and skips no level', () => {
    chacune(
      (html) => {
        const niveaux = [1, ...[...html.matchAll(/<h(\d)/g)].map(([, n]) => Number(n))];
        const bonds = niveaux.filter((niveau, n) => n > 0 && niveau > (niveaux[n - 1] ?? 0) + 1);
        return [niveaux.filter((niveau) => niveau === 1).length, bonds];
      },
      [1, []],
    );
  });

  test('says something, leaves no hole and shows nothing from elsewhere', () => {
    chacune(
      (html, texte) => {
        const loin = balises(html, 'a').filter(
          ({ attributs }) => !/^\//.test(attributs['href'] ?? ''),
        );
        return [texte.split(' ').length > 60, /\{\{|\}\}|\bsrc=/.test(html), loin];
      },
      [true, false, []],
    );
  });

  test('leads only to pages that exist', () => {
    chacune(
      (html) =>
        balises(html, 'a')
          .map(({ attributs }) => attributs['href'] ?? '')
          .filter((href) => {
            const slug =
              href.startsWith(`${adresses.aide}/`) && href.slice(adresses.aide.length + 1);
            return slug ? !parSlug.has(slug) : !app.hasRoute({ method: 'GET', url: href });
          }),
      [],
    );
  });

  test('quotes only what the screens say', () => {
    const connus = new Set(
      [
        ...textes(langue === 'fr' ? fr : en),
        ...espaces.map((espace) => espace[langue]),
        ...AILLEURS,
      ].map(simple),
    );
    const cite = langue === 'fr' ? /« ?([^«»]+?) ?»/g : /“([^“”]+)”/g;
    chacune((_html, texte) => {
      const cites = [...texte.replaceAll('\u00a0', ' ').matchAll(cite)].map(
        ([, mots = '']) => mots,
      );
      return cites.filter((mots) => !connus.has(simple(mots)));
    }, []);
  });
});

test('no page takes the address of the search', () => {
  expect(aide.fr.parSlug.has(adresses.rechercheDAide.slice(adresses.aide.length + 1))).toBe(false);
});
