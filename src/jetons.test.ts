// `creer-jeton`, `lister-jetons`, `revoquer-jeton`: what they print, what they keep, what they
// refuse.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../tests/soutien/base-de-test.ts';
import { apres, heures, INSTANT } from '../tests/soutien/scene.ts';
import { presenterJeton } from './domain/jeton/actions.ts';
import { commandeCreerJeton, commandeListerJetons, commandeRevoquerJeton } from './jetons.ts';

const { sql, clock, regler, proprietaire } = await baseDeTest();

beforeEach(async () => {
  await regler(INSTANT);
  await proprietaire`truncate jeton_api, journal, journal_sceau restart identity`;
});

const imprimer = () => {
  const lignes: string[] = [];
  return { lignes, print: (ligne: string) => void lignes.push(ligne.replaceAll('\u00a0', ' ')) };
};
async function creer(...args: string[]): Promise<string[]> {
  const { lignes, print } = imprimer();
  expect(await commandeCreerJeton(sql, clock, args, print)).toBe(0);
  return lignes;
}
const lister = async () => {
  const { lignes, print } = imprimer();
  expect(await commandeListerJetons(sql, clock, print)).toBe(0);
  return lignes;
};
const revoquer = async (...args: string[]) => {
  const { lignes, print } = imprimer();
  return [await commandeRevoquerJeton(sql, clock, args, print), ...lignes];
};
const presenter = async (jeton: string, instant = INSTANT) =>
  (await presenterJeton(sql, jeton, 'evenements', instant)).kind;

describe('creer-jeton', () => {
  test('prints a token of 256 bits, that is kept nowhere and opens its use', async () => {
    const [titre, jeton = '', avis] = await creer('--portee', 'evenements', '--source', 'AIFE');
    expect(titre).toBe('Jeton 1 de « AIFE », portée evenements, jusqu’au 23 novembre 2027 :');
    expect(jeton).toMatch(/^[\w-]{43}$/);
    expect(avis).toContain('ne sera plus montré');
    const [row] = await sql`select empreinte, to_jsonb(j)::text as tout from jeton_api j`;
    expect(row?.['empreinte']).toHaveLength(32);
    expect(row?.['tout']).not.toContain(jeton);
    expect(await presenter(jeton)).toBe('accepte');
    expect(await presenter(`${jeton}x`)).toBe('refuse');
    const journal = await sql`select acte, objet, objet_id, acteur_compte_id from journal`;
    expect([...journal]).toEqual([
      { acte: 'JETON_CREE', objet: 'jeton_api', objetId: 1, acteurCompteId: null },
    ]);
  });

  test('takes the invoicing system for the source, unless told', async () => {
    const [titre] = await creer('--portee', 'evenements');
    expect(titre).toContain('de « facturation »');
    expect(await sql`select source from jeton_api`).toMatchObject([{ source: 'facturation' }]);
  });

  test('makes one that lives as many days as asked', async () => {
    const [, jeton = ''] = await creer('--portee', 'evenements', '--source', 'X', '--jours', '2');
    expect(await presenter(jeton, apres(INSTANT, heures(48) - 1))).toBe('accepte');
    expect(await presenter(jeton, apres(INSTANT, heures(48)))).toBe('refuse');
  });

  test.each([
    [[], /portée est à choisir parmi : evenements/],
    [['--portee', 'tout', '--source', 'X'], /portée est à choisir/],
    [['--portee', 'evenements', '--source', ''], /source est un nom/],
    [['--portee', 'evenements', '--source', ' '], /source est un nom/],
    [['--portee', 'evenements', '--source', 'x'.repeat(51)], /source est un nom/],
    [['--portee', 'evenements', '--source', 'a\nb'], /source est un nom/],
    [['--portee', 'evenements', '--source', 'X', '--jours', '0'], /nombre de jours, de 1 à 3650/],
    [['--portee', 'evenements', '--source', 'X', '--jours', '3651'], /nombre de jours/],
    [['--portee', 'evenements', '--source', 'X', '--jours', 'an'], /nombre de jours/],
    [['--portee', 'evenements', '--source', 'X', '--autre'], /option est inconnue/],
  ] as const)('refuses %j', async (args, phrase) => {
    const { print } = imprimer();
    await expect(commandeCreerJeton(sql, clock, [...args], print)).rejects.toThrow(phrase);
    expect(await sql`select from jeton_api`).toHaveLength(0);
  });
});

test('lister-jetons tells the newest first, with its state and its last use', async () => {
  expect(await lister()).toEqual(['Aucun jeton.']);
  const [, utilise = ''] = await creer('--portee', 'evenements', '--source', 'Un');
  await creer('--portee', 'evenements', '--source', 'Deux', '--jours', '1');
  await creer('--portee', 'evenements', '--source', 'Trois');
  await presenter(utilise);
  await revoquer('3');
  await regler(apres(INSTANT, heures(24)));
  expect(await lister()).toEqual([
    '3  « Trois »  evenements  révoqué  créé le 23 novembre 2026, expire le 23 novembre 2027, jamais utilisé',
    '2  « Deux »  evenements  expiré  créé le 23 novembre 2026, expire le 24 novembre 2026, jamais utilisé',
    '1  « Un »  evenements  valable  créé le 23 novembre 2026, expire le 23 novembre 2027, utilisé le 23 novembre 2026 à 10:00',
  ]);
});

describe('revoquer-jeton', () => {
  test('ends a token at once, and tells when there was none to end', async () => {
    const [, jeton = ''] = await creer('--portee', 'evenements', '--source', 'X');
    expect(await revoquer('1')).toEqual([0, 'Jeton 1 révoqué.']);
    expect(await presenter(jeton)).toBe('refuse');
    expect(await revoquer('1')).toEqual([1, 'Aucun jeton 1 à révoquer.']);
    expect(await revoquer('7')).toEqual([1, 'Aucun jeton 7 à révoquer.']);
    expect(await sql`select from journal where acte = 'JETON_REVOQUE'`).toHaveLength(1);
  });

  test.each([[[]], [['x']], [['0']], [['1', '2']]])('refuses %j', async (args) => {
    await expect(revoquer(...args)).rejects.toThrow(/attend un numéro/);
  });
});
