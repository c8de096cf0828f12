// Choices made while a digest leaves, accounts that go and come back, a restored database: told once, nothing lost.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import {
  choisir,
  lecteur,
  ouvrirBoiteDeReleves,
  piecesDites,
} from '../../tests/soutien/releves.ts';
import { apres, heures, INSTANT, minutes, ouvrirMois } from '../../tests/soutien/scene.ts';
import { annoncerAuCompte } from '../domain/evenement/queries.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
await ouvrirMois(proprietaire);
const boite = await ouvrirBoiteDeReleves(base);
const MARDI = new Date('2026-11-24T06:30:00Z');
const jours = (nombre: number) => apres(MARDI, heures(24 * nombre));

const evenement = (compteId: number, instant = INSTANT) =>
  sql.begin((tx) => annoncerAuCompte(tx, compteId, 'PIECE_REJETEE', instant));
const dits = (adresse: string) => boite.pour(adresse).map(({ texte }) => piecesDites(texte));
/** Does this once, when the first mail to this address is about to leave. */
function pendantLEnvoi(adresse: string, agir: () => Promise<void>): void {
  boite.conduite.avant = async (destinataire) => {
    if (destinataire !== adresse) return;
    boite.conduite.avant = async () => undefined;
    await agir();
  };
}

beforeEach(() => boite.repartir(INSTANT));

describe('a choice made while digests leave', () => {
  test('from weekly to daily, once one’s own was read: the next one tells the week', async () => {
    const [a, b] = [await lecteur(base), await lecteur(base)];
    await choisir(base, a.id, { COMPTE: 'HEBDOMADAIRE' });
    await boite.passer('QUOTIDIEN', MARDI);
    await evenement(a.id, MARDI);
    await boite.passer('QUOTIDIEN', jours(1));
    await evenement(b.id, jours(1));
    pendantLEnvoi(b.adresse, () => choisir(base, a.id, { COMPTE: 'QUOTIDIEN' }));
    await boite.passer('QUOTIDIEN', jours(2));
    expect(dits(b.adresse)).toEqual([1]);
    await boite.passer('QUOTIDIEN', jours(3));
    await boite.passer('QUOTIDIEN', jours(6));
    expect(dits(a.adresse)).toEqual([1]);
  });

  test('from daily to at once, one’s own on its way: it is not told again', async () => {
    const { id, adresse } = await lecteur(base);
    await evenement(id);
    pendantLEnvoi(adresse, () => choisir(base, id, { COMPTE: 'IMMEDIAT' }));
    await boite.passer('QUOTIDIEN', MARDI);
    await boite.passer('IMMEDIAT', apres(MARDI, minutes(1)));
    expect(dits(adresse)).toEqual([1]);
    await evenement(id);
    await boite.passer('IMMEDIAT', apres(MARDI, minutes(2)));
    expect(dits(adresse)).toEqual([1, 1]);
  });

  test('from never to daily, another subject’s mail on its way: begins with the choice', async () => {
    const { id, adresse } = await lecteur(base);
    await choisir(base, id, { COMPTE: 'JAMAIS' });
    await evenement(id);
    await choisir(base, id, { COMPTE: 'QUOTIDIEN' });
    await evenement(id);
    await boite.passer('QUOTIDIEN', MARDI, true);
    await boite.passer('QUOTIDIEN', apres(MARDI, minutes(1)));
    await boite.passer('QUOTIDIEN', jours(1));
    expect(dits(adresse)).toEqual([1]);
  });
});

describe('an account that was deactivated', () => {
  const etat = (id: number, valeur: 'ACTIF' | 'INACTIF') => sql`
    update compte set etat = ${valeur},
      desactive_le = ${valeur === 'INACTIF' ? INSTANT : null}::timestamptz
    where id = ${id}`;

  test('and comes back is told what happens from then on', async () => {
    const { id, adresse } = await lecteur(base);
    await evenement(id);
    await boite.passer('QUOTIDIEN', MARDI, true);
    await etat(id, 'INACTIF');
    await evenement(id, MARDI);
    await boite.passer('QUOTIDIEN', jours(1));
    expect(await sql`select from releve_envoi where compte_id = ${id}`).toHaveLength(0);
    await etat(id, 'ACTIF');
    await evenement(id, jours(1));
    await boite.passer('QUOTIDIEN', jours(2));
    expect(dits(adresse)).toEqual([1]);
  });

  test('is not told of its absence by a mail that waited', async () => {
    const { id, adresse } = await lecteur(base);
    await evenement(id);
    await boite.passer('QUOTIDIEN', MARDI, true);
    await etat(id, 'INACTIF');
    await evenement(id, MARDI);
    await etat(id, 'ACTIF');
    await boite.passer('QUOTIDIEN', jours(1));
    expect(dits(adresse)).toEqual([]);
  });
});

describe('a database restored from a cluster whose transactions were far ahead', () => {
  const AILLEURS = '999999999999';

  test('tells everybody what happens from then on, by digest and at once', async () => {
    const [rallume, choisi, temoin, immediat] = [
      await lecteur(base),
      await lecteur(base),
      await lecteur(base),
      await lecteur(base),
    ];
    await evenement(temoin.id);
    await choisir(base, immediat.id, { COMPTE: 'IMMEDIAT' });
    await choisir(base, choisi.id, { COMPTE: 'HEBDOMADAIRE' });
    await choisir(base, choisi.id, { COMPTE: 'QUOTIDIEN' });
    await sql`update compte set notifications_depuis = ${AILLEURS} where id = ${rallume.id}`;
    await sql`update preference_notification set choisie = ${AILLEURS}, depuis = ${AILLEURS}`;
    await sql`
      update releve set coupe = ${AILLEURS}, depuis = ${AILLEURS}, depuis_hebdo = ${AILLEURS}`;
    await sql`update evenement set transaction_id = ${AILLEURS}`.catch(() => undefined);
    await boite.passer('QUOTIDIEN', MARDI);
    await boite.passer('IMMEDIAT', MARDI);
    expect(boite.recus).toEqual([]);
    const gens = [rallume, choisi, temoin, immediat];
    for (const { id } of gens) await evenement(id, apres(MARDI, minutes(1)));
    await boite.passer('IMMEDIAT', apres(MARDI, minutes(2)));
    expect(gens.map(({ adresse }) => dits(adresse))).toEqual([[], [], [], [1]]);
    await boite.passer('QUOTIDIEN', jours(1));
    expect(gens.map(({ adresse }) => dits(adresse))).toEqual([[1], [1], [1], [1]]);
  });
});
