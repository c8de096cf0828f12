// News in the digests: told once, whatever rhythm its reader goes through, never from before they wanted them.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { lecteur, ouvrirBoiteDeReleves, PORTAIL } from '../../tests/soutien/releves.ts';
import { apres, heures, INSTANT, ouvrirMois } from '../../tests/soutien/scene.ts';
import { enregistrerParametres } from '../domain/compte/actions-parametres.ts';
import type { Rythme } from '../domain/notification/preferences.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
await ouvrirMois(proprietaire);
const boite = await ouvrirBoiteDeReleves(base);
/** Tuesday morning, the day after the scene; then the days after it. */
const MARDI = new Date('2026-11-24T06:30:00Z');
const jours = (nombre: number) => apres(MARDI, heures(24 * nombre));
const LUNDI = 6;

const publier = (identifiant: string, du: string, langue = 'fr') => sql`
  insert into actualite (identifiant, langue, titre, markdown, html, du, au, publiee_le, modifiee_le)
  values (${identifiant}, ${langue}, ${`Titre ${identifiant}`}, 'x', '<p>x</p>', ${du}, 'infinity',
    ${INSTANT}, ${INSTANT})`;
async function choisir(
  compteId: number,
  instant: Date,
  rythme?: Rythme,
  recevoirNotifications = true,
) {
  const [row] = await sql<{ version: number }[]>`
    select version_parametres as version from compte where id = ${compteId}`;
  const rythmes = rythme ? { ACTUALITE: rythme } : {};
  const parametres = { langue: 'fr', recevoirNotifications, rythmes } as const;
  const saisie = { parametres, version: row?.version ?? 1 };
  expect((await enregistrerParametres(sql, compteId, saisie, instant)).kind).toBe('enregistres');
}
/** The titles that each mail told. */
const titres = (adresse: string) =>
  boite.pour(adresse).map(({ texte }) => [...texte.matchAll(/Titre (\S+)/g)].map(([, n]) => n));

beforeEach(() => boite.repartir(INSTANT));
afterEach(() => proprietaire`delete from actualite`);

describe('news', () => {
  test('are told in the account’s language, once, when they begin', async () => {
    const [fr, en] = [await lecteur(base), await lecteur(base, { langue: 'en' })];
    await publier('maintenance', '2026-11-23');
    await publier('plus-tard', '2026-11-26');
    await boite.passer('QUOTIDIEN', MARDI);
    const [{ texte } = { texte: '' }] = boite.pour(fr.adresse);
    expect(texte).toContain(`Titre maintenance\n${PORTAIL}/actualites/maintenance`);
    expect(texte).not.toContain('plus-tard');
    expect(texte).toContain('#sujet-ACTUALITE');
    expect(boite.pour(en.adresse)).toEqual([]);
    for (const n of [1, 2, 3, 6]) await boite.passer('QUOTIDIEN', jours(n));
    expect(titres(fr.adresse)).toEqual([['maintenance'], ['plus-tard']]);
  });

  test('told daily are not told again by the weekly digest chosen then', async () => {
    const { id, adresse } = await lecteur(base);
    await publier('mardi', '2026-11-24');
    await publier('jeudi', '2026-11-26');
    await boite.passer('QUOTIDIEN', MARDI);
    await choisir(id, apres(MARDI, heures(2)), 'HEBDOMADAIRE');
    for (const n of [1, 2, 3, LUNDI]) await boite.passer('QUOTIDIEN', jours(n));
    expect(titres(adresse)).toEqual([['mardi'], ['jeudi']]);
  });

  test('that waited for the week are told by the daily digest chosen before', async () => {
    const { id, adresse } = await lecteur(base);
    await choisir(id, INSTANT, 'HEBDOMADAIRE');
    await publier('mardi', '2026-11-24');
    await boite.passer('QUOTIDIEN', MARDI);
    await choisir(id, apres(MARDI, heures(2)), 'QUOTIDIEN');
    for (const n of [1, 2, LUNDI]) await boite.passer('QUOTIDIEN', jours(n));
    expect(titres(adresse)).toEqual([['mardi']]);
  });

  test.each([
    [
      'a rhythm after « never »',
      (id: number) => choisir(id, INSTANT, 'JAMAIS'),
      (id: number, instant: Date) => choisir(id, instant, 'HEBDOMADAIRE'),
    ],
    [
      'notifications again',
      (id: number) => choisir(id, INSTANT, 'HEBDOMADAIRE', false),
      (id: number, instant: Date) => choisir(id, instant),
    ],
  ])('of before somebody wanted %s are not told', async (_, taire, vouloir) => {
    const { id, adresse } = await lecteur(base);
    await taire(id);
    await publier('mardi', '2026-11-24');
    // Begins after the last digest before the choice, and before the choice.
    await publier('samedi', '2026-11-28');
    await publier('lundi', '2026-11-30');
    for (const n of [0, 1, 2, 3]) await boite.passer('QUOTIDIEN', jours(n));
    await vouloir(id, jours(5));
    await boite.passer('QUOTIDIEN', jours(LUNDI));
    expect(titres(adresse)).toEqual([['lundi']]);
  });
});
