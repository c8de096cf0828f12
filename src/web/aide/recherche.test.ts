// What a question finds in the help, however it is written.
import { describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { reglages } from '../../../tests/soutien/portail.ts';
import type { Langue } from '../../platform/textes/index.ts';
import { chargerAide } from './contenu.ts';
import { extraire } from './extrait.ts';
import { motsDe, termeDe } from './mots.ts';
import { valeursDeLAide } from './valeurs.ts';

const aide = chargerAide(valeursDeLAide(reglages(await baseDeTest())));
const slugs = (langue: Langue, question: string) =>
  aide[langue].rechercher(question).map(({ page }) => page.slug);

describe('a word is compared', () => {
  const fr = termeDe('fr');
  const en = termeDe('en');
  const lus = (texte: string, terme = fr) =>
    motsDe(texte)
      .map(terme)
      .filter((mot) => mot !== null);

  test.each([
    ["l'abonnement", ['abonnement']],
    ['L’ABONNEMENT', ['abonnement']],
    ['jusqu’à quand', []],
    ['d’un désabonnement', ['desabonnement']],
    ['Où sont mes pièces jointes ?', ['piece', 'jointe']],
    ['les réseaux, les journaux', ['reseau', 'journal']],
    ['accès TIC', ['acce', 'tic']],
    ['cœur e\u0301te\u0301', ['coeur', 'ete']],
  ])('%j as %j', (texte, attendus) => {
    expect(lus(texte)).toEqual(attendus);
  });

  test.each([
    ['The requests of my deputies', ['request', 'deputy']],
    ["don't switches addresses", ['don', 'switch', 'address']],
    ['access boxes', ['access', 'box']],
  ])('%j as %j', (texte, attendus) => {
    expect(lus(texte, en)).toEqual(attendus);
  });
});

describe('in French', () => {
  test.each([
    ['demander un rattachement', 'demander-un-rattachement'],
    ['rattachment demander', 'demander-un-rattachement'],
    ["l'abonnement", 'abonnements'],
    ['ABONNEMENTS', 'abonnements'],
    ['abonnemnet', 'abonnements'],
    ['pieces jointes', 'pieces-jointes'],
    ['Comment ajouter un fichier ?', 'pieces-jointes'],
    ['fichier PDF trop gros', 'pieces-jointes'],
    ['changer mon adresse mail', 'informations-personnelles'],
    ['désabonner courriel', 'notifications'],
    ['retraite du gestionnaire', 'transmettre-son-role'],
    ['mot de passe', 'se-connecter'],
    ['lecteur d’écran', 'accessibilite-et-clavier'],
    ['je pars en congés', 'deleguer-et-nommer'],
    ['SIRET', 'rechercher-une-structure'],
    ['relancer', 'suivre-une-demande'],
    ['boîte commune', 'comptes-partages'],
    ['referent', 'referents'],
    ['gestionnaire absent', 'sans-gestionnaire'],
    ['mon gestionnaire est absent', 'deleguer-et-nommer'],
  ])('« %s » finds %s among the first three', (question, slug) => {
    expect(slugs('fr', question).slice(0, 3)).toContain(slug);
  });

  test.each(['', '   ', '?', 'le la les', 'xylophage', '\u0000', '<>', '%_*'])(
    '%j finds nothing',
    (question) => {
      expect(slugs('fr', question)).toEqual([]);
    },
  );

  test('few pages that hold every word are followed by those that hold some', () => {
    const [premiere, ...autres] = slugs('fr', 'changer mon adresse mail');
    expect(premiere).toBe('informations-personnelles');
    expect(autres).toContain('notifications');
    expect(new Set(autres).add(premiere ?? '').size).toBe(1 + autres.length);
    expect(autres.length).toBeLessThan(20);
  });

  test('a page of the subject comes before one that only speaks of it', () => {
    expect(slugs('fr', 'abonnement')[0]).toBe('abonnements');
    expect(slugs('fr', 'historique')[0]).toBe('historique');
  });

  test('a very long question is cut, and answered at once', () => {
    expect(slugs('fr', `historique ${'zzzzzz '.repeat(50_000)}`)).toContain('historique');
  });
});

describe('in English', () => {
  test.each([
    ['attachments', 'demander-un-rattachement'],
    ['request an attachement', 'demander-un-rattachement'],
    ['How do I change my e-mail address?', 'informations-personnelles'],
    ['upload a file', 'pieces-jointes'],
    ['unsubscribe', 'notifications'],
    ['holidays', 'deleguer-et-nommer'],
    ['screen readers', 'accessibilite-et-clavier'],
    ['town halls', 'sans-gestionnaire'],
  ])('“%s” finds %s among the first three', (question, slug) => {
    expect(slugs('en', question).slice(0, 3)).toContain(slug);
  });
});

describe('an extract', () => {
  const marques = (question: string) =>
    aide.fr.rechercher(question)[0]?.extrait.filter(({ marque }) => marque) ?? [];

  test('marks each word found, as it is written', () => {
    expect(marques('abonnements').map(({ texte }) => texte)).toContain('abonnement');
    expect(marques('DEMANDES').length).toBeGreaterThan(0);
  });

  test('keeps signs in one piece with their words, as they are written', () => {
    const [trouvee] = aide.fr.rechercher('récapitulatifs');
    const texte = trouvee?.extrait.map((morceau) => morceau.texte).join('') ?? '';
    expect(aide.fr.pages.filter((page) => / [:;?!»]|« /.test(page.texte))).toEqual([]);
    expect(texte).not.toMatch(/ [:;?!»]|« /);
  });

  test('is short, cut between words, and says that it is cut', () => {
    for (const { page, extrait } of aide.fr.rechercher('gestionnaire')) {
      const texte = extrait.map((morceau) => morceau.texte).join('');
      const dedans = texte.replace(/^… | …$/g, '');
      const entier = `${page.resume} ${page.texte}`;
      expect(texte.length).toBeLessThan(230);
      expect(` ${entier} `).toContain(` ${dedans} `);
      expect([texte.startsWith('… '), texte.endsWith(' …')]).toEqual([
        !entier.startsWith(dedans),
        !entier.endsWith(dedans),
      ]);
    }
  });

  test('shows the place that holds most of the words', () => {
    const texte = `un ${'mot '.repeat(100)}puis un deux trois ${'mot '.repeat(100)}`;
    const extrait = extraire(
      texte,
      { trouves: new Set(['un', 'deux', 'trois']), demandes: new Set() },
      (mot) => mot,
    );
    expect(extrait.filter(({ marque }) => marque).map((morceau) => morceau.texte)).toEqual([
      'un',
      'deux',
      'trois',
    ]);
    expect(extrait[0]?.texte).toBe('… ');
  });

  test('shows a word as it was asked rather than two that are near', () => {
    const texte = `demandez demandons ${'mot '.repeat(100)}demande`;
    const trouves = new Set(['demandez', 'demande', 'demandons']);
    const marques = (demandes: string[]) =>
      extraire(texte, { trouves, demandes: new Set(demandes) }, (mot) => mot)
        .filter(({ marque }) => marque)
        .map((morceau) => morceau.texte);
    expect(marques([])).toEqual(['demandez', 'demandons']);
    expect(marques(['demande', 'demandez'])).toEqual(['demandez', 'demandons']);
    const loin = `demandez ${'mot '.repeat(100)}demande`;
    const extrait = extraire(loin, { trouves, demandes: new Set(['demande']) }, (mot) => mot);
    expect(extrait.filter(({ marque }) => marque)).toEqual([{ texte: 'demande', marque: true }]);
  });

  test('is the beginning when no word is in the text', () => {
    expect(
      extraire('Court.', { trouves: new Set(['absent']), demandes: new Set() }, (mot) => mot),
    ).toEqual([{ texte: 'Court.', marque: false }]);
  });
});
