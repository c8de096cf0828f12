// The fil d'événements of an account: newest first, its own only, each with the structure that it is about.
import { beforeAll, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  apres,
  creerCompte,
  creerStructure,
  heures,
  INSTANT,
  ouvrirMois,
} from '../../../tests/soutien/scene.ts';
import type { Quoi } from './evenement.ts';
import {
  annoncerAuCompte,
  annoncerAuxComptes,
  annoncerAuxTitulaires,
  derniersEvenements,
} from './queries.ts';

const { sql, proprietaire } = await baseDeTest();
beforeAll(() => ouvrirMois(proprietaire));
const FIN = apres(INSTANT, heures(24 * 30));

const annoncer = (compteId: number, quoi: Quoi, instant: Date) =>
  sql.begin((tx) => annoncerAuCompte(tx, compteId, quoi, instant));

describe('the fil d’événements', () => {
  test('gives the newest first, at most as many as asked', async () => {
    const id = await creerCompte(sql);
    await annoncer(id, 'COMPTE_VERIFIE', INSTANT);
    await annoncer(id, 'PARAMETRES_MODIFIES', apres(INSTANT, 1000));
    await annoncer(id, 'ADRESSE_DEMANDEE', apres(INSTANT, 2000));
    const lus = await derniersEvenements(sql, id, 2, FIN);
    expect(lus).toMatchObject([
      { quoi: 'ADRESSE_DEMANDEE', survenuLe: apres(INSTANT, 2000) },
      { quoi: 'PARAMETRES_MODIFIES', survenuLe: apres(INSTANT, 1000) },
    ]);
    expect(typeof lus[0]?.id).toBe('number');
  });

  test('crosses months', async () => {
    const id = await creerCompte(sql);
    await annoncer(id, 'COMPTE_VERIFIE', INSTANT);
    await annoncer(id, 'PARAMETRES_MODIFIES', apres(INSTANT, heures(24 * 20)));
    expect((await derniersEvenements(sql, id, 10, FIN)).length).toBe(2);
  });

  test('names the structure that it is about, if any', async () => {
    const id = await creerCompte(sql);
    const structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
    await annoncer(id, 'COMPTE_VERIFIE', INSTANT);
    await sql.begin((tx) =>
      annoncerAuCompte(tx, id, 'DEMANDE_ACCEPTEE', apres(INSTANT, 1000), structureId),
    );
    const lus = await derniersEvenements(sql, id, 2, FIN);
    expect(lus.map(({ designation }) => designation)).toEqual(['Mairie de Terneuil', null]);
    const [row] = await sql`
      select famille, structure_id from evenement where compte_id = ${id} order by id desc`;
    expect(row).toEqual({ famille: 'RATTACHEMENT', structureId });
  });

  test('shows nobody else’s', async () => {
    const [id, autre] = [await creerCompte(sql), await creerCompte(sql)];
    await annoncer(autre, 'COMPTE_VERIFIE', INSTANT);
    expect([...(await derniersEvenements(sql, id, 10, FIN))]).toEqual([]);
  });

  test('keeps what the sentence and the link need', async () => {
    const id = await creerCompte(sql);
    const structureId = await creerStructure(sql);
    const details = { demandeId: 12, espace: 'ENGAGEMENTS' };
    await sql.begin((tx) =>
      annoncerAuCompte(tx, id, 'ABONNEMENT_REFUSE', INSTANT, structureId, details),
    );
    const comptes = [{ compteId: id, structureId }];
    await sql.begin((tx) => annoncerAuxComptes(tx, comptes, 'ABONNEMENT_RETIRE', FIN, details));
    const attendu = { famille: 'ABONNEMENT', structureId, details };
    expect(await derniersEvenements(sql, id, 2, FIN)).toMatchObject([
      { ...attendu, quoi: 'ABONNEMENT_RETIRE', espace: { libelleFr: 'Engagements' } },
      { ...attendu, quoi: 'ABONNEMENT_REFUSE', espace: { code: 'ENGAGEMENTS' } },
    ]);
  });
});

test('an event to the holders of a right names the right, and no account', async () => {
  const structureId = await creerStructure(sql);
  const droit = { structureId, serviceId: null, espace: 'ACTIVITES_DU_GESTIONNAIRE' };
  await sql.begin((tx) =>
    annoncerAuxTitulaires(tx, droit, 'DEMANDE_RECUE', INSTANT, { demandeId: 3 }),
  );
  const rows = await sql`
    select compte_id, service_id, espace_id, quoi, details from evenement
    where structure_id = ${structureId}`;
  expect([...rows]).toEqual([
    {
      compteId: null,
      serviceId: null,
      espaceId: 6,
      quoi: 'DEMANDE_RECUE',
      details: { demandeId: 3 },
    },
  ]);
});
