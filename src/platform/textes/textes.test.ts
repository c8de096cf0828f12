// Both dictionaries, at run time: the same keys, the same values to fill, no empty text, French punctuation.
import { describe, expect, test } from 'vitest';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import { estLangue, LANGUES, textesDe } from './index.ts';

/** Every text of a dictionary by its dotted key. */
function feuilles(arbre: object, avant = ''): [cle: string, texte: string][] {
  return Object.entries(arbre).flatMap(([cle, valeur]): [string, string][] =>
    typeof valeur === 'string'
      ? [[`${avant}${cle}`, valeur]]
      : feuilles(valeur as object, `${avant}${cle}.`),
  );
}
const FR = feuilles(fr);
const EN = new Map(feuilles(en));
const trous = (texte = '') => [...new Set(texte.match(/\{\{.*?\}\}/g))].toSorted();

describe('the dictionaries', () => {
  test('have the same keys', () => {
    expect([...EN.keys()].toSorted()).toEqual(FR.map(([cle]) => cle).toSorted());
    expect(FR.length).toBeGreaterThan(200);
  });

  test('ask for the same values, well written, in both languages', () => {
    const differents = FR.filter(([cle, texte]) => `${trous(texte)}` !== `${trous(EN.get(cle))}`);
    expect(differents).toEqual([]);
    const mauvais = [...FR, ...EN].filter(([, texte]) =>
      /[{}]/.test(texte.replace(/\{\{\w+\}\}/g, '')),
    );
    expect(mauvais).toEqual([]);
  });

  test('have no empty text, no double space, no markup', () => {
    const mauvais = [...FR, ...EN].filter(
      ([, texte]) => texte.trim() === '' || / {2}/.test(texte) || /<\/?[a-z]/i.test(texte),
    );
    expect(mauvais).toEqual([]);
  });

  test('have every plural in both forms', () => {
    const formes = new Map<string, string[]>();
    for (const [cle] of FR) {
      const [, base, forme] = /^(.*)_(one|other|many|few|two|zero)$/.exec(cle) ?? [];
      if (base && forme) formes.set(base, [...(formes.get(base) ?? []), forme].toSorted());
    }
    expect(formes.size).toBeGreaterThan(0);
    expect([...formes].filter(([, f]) => `${f}` !== 'one,other')).toEqual([]);
  });
});

describe('a French text', () => {
  // After a letter, a digit, a quote or a bracket; « 10:30 », « http: » and « nom@… » carry no such sign.
  const SANS_INSECABLE = /(?<![\u00a0\u202f:?!;])[:;?!](?![\d/])/u;
  const mauvais = (salle: keyof typeof fr) =>
    feuilles(fr[salle]).filter(([, texte]) =>
      SANS_INSECABLE.test(texte.replace(/\{\{.*?\}\}/g, 'x').replace(/https?:\/\/\S+/g, '')),
    );
  const SALLES = Object.keys(fr) as (keyof typeof fr)[];

  test.each(SALLES.filter((salle) => salle !== 'pigp'))(
    'of %s has a non-breaking space before : ; ? and !',
    (salle) => {
      expect(mauvais(salle)).toEqual([]);
    },
  );

  test('of pigp has a non-breaking space before : ; ? and !', () => {
    expect(mauvais('pigp')).toEqual([]);
  });
});

describe('a translator', () => {
  test('fills values as they are: what people typed is never read as a text of ours', () => {
    const t = textesDe('fr');
    for (const prenom of ['Zoé', '$t(pages.accueil.titre)', '{{jour}}', '$&', '<b>', 'a & b'])
      expect(t('pages.accueil.bonjour', { prenom })).toBe(`Bonjour ${prenom}`);
  });

  test.each([
    ['fr', 0, 'Une erreur est à corriger'],
    ['fr', 1, 'Une erreur est à corriger'],
    ['fr', 2, '2 erreurs sont à corriger'],
    ['en', 0, '0 errors need correcting'],
    ['en', 1, 'One error needs correcting'],
    ['en', 2, '2 errors need correcting'],
  ] as const)('in %s counts %i as « %s »', (langue, count, attendu) => {
    expect(textesDe(langue)('composants.erreurs.titre', { count })).toBe(attendu);
  });

  test('never mixes the languages, however often it is asked', () => {
    const lire = () => LANGUES.map((langue) => textesDe(langue)('pages.monCompte.modifier'));
    const [premier, second] = [lire(), lire()];
    expect(premier).toEqual([fr.pages.monCompte.modifier, en.pages.monCompte.modifier]);
    expect(second).toEqual(premier);
  });

  test('knows French and English only', () => {
    expect(LANGUES.every(estLangue)).toBe(true);
    expect(['de', 'FR', '', null, undefined, 1, '__proto__'].filter(estLangue)).toEqual([]);
  });
});
