// Writes of events: to one account, to many, to the holders of a right; what the feed and mails
// read of them.
import { beforeAll, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  apres,
  creerCompte,
  creerStructure,
  heures,
  INSTANT,
  JOUR,
  ouvrirMois,
} from '../../../tests/soutien/scene.ts';
import { annoncerAuCompte, annoncerAuxComptes, annoncerAuxTitulaires } from './queries.ts';
import { evenementsDuCompte } from './queries-fil.ts';

const { sql, proprietaire } = await baseDeTest();
beforeAll(() => ouvrirMois(proprietaire));
const FIN = apres(INSTANT, heures(24 * 30));

const lire = (compteId: number) =>
  evenementsDuCompte(
    sql,
    compteId,
    { famille: null, structureId: null, depuis: null, nombre: 10 },
    JOUR,
    FIN,
  );

describe('an event of an account', () => {
  test('says when it happened, of which family it is, and of which structure, if any', async () => {
    const id = await creerCompte(sql);
    const structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
    await sql.begin(async (tx) => {
      await annoncerAuCompte(tx, id, 'COMPTE_VERIFIE', INSTANT);
      await annoncerAuCompte(tx, id, 'DEMANDE_ACCEPTEE', apres(INSTANT, 1000), structureId);
    });
    const lus = await lire(id);
    expect(lus).toMatchObject([
      {
        famille: 'RATTACHEMENT',
        quoi: 'DEMANDE_ACCEPTEE',
        survenuLe: apres(INSTANT, 1000),
        structureId,
        designation: 'Mairie de Terneuil',
        espace: null,
      },
      { famille: 'COMPTE', quoi: 'COMPTE_VERIFIE', structureId: null, designation: null },
    ]);
    expect(typeof lus[0]?.id).toBe('number');
  });

  test('is nobody else’s', async () => {
    const [id, autre] = [await creerCompte(sql), await creerCompte(sql)];
    await sql.begin((tx) => annoncerAuCompte(tx, autre, 'COMPTE_VERIFIE', INSTANT));
    expect(await lire(id)).toHaveLength(0);
  });

  test('keeps what its sentence and its link need', async () => {
    const id = await creerCompte(sql);
    const structureId = await creerStructure(sql);
    const details = { demandeId: 12, espace: 'ENGAGEMENTS' };
    const comptes = [{ compteId: id, structureId }];
    await sql.begin(async (tx) => {
      await annoncerAuCompte(tx, id, 'ABONNEMENT_REFUSE', INSTANT, structureId, details);
      await annoncerAuxComptes(tx, comptes, 'ABONNEMENT_RETIRE', FIN, details);
    });
    const attendu = { famille: 'ABONNEMENT', structureId, details };
    expect(await lire(id)).toMatchObject([
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
