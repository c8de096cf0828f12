// Ends that come with time or from a register: applied once, on the day, by as many workers as there are.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { courrielsDuCompte } from '../../../tests/soutien/annonces.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { demandeStockee, deposer, journalEntier } from '../../../tests/soutien/demandes.ts';
import {
  abonner,
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  filDe,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { creerGestion, type Gestion } from '../../../tests/soutien/structure-geree.ts';
import { fermerService } from './actions-fermeture.ts';
import { appliquerFinsDeService } from './actions-fins.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
const DERNIER_JOUR = '2026-11-30';
const CE_JOUR = new Date('2026-11-30T00:05:00+01:00');
const LA_VEILLE = new Date('2026-11-29T23:55:00+01:00');
let gestion: Gestion;
let serviceId: number;

beforeAll(() => ouvrirMois(proprietaire));
beforeEach(async () => {
  await appliquerFinsDeService(sql, new Date('2030-01-01T00:00:00Z'));
  gestion = await creerGestion(sql);
  serviceId = await creerService(sql, gestion.structureId, 'URBS');
});

async function abonnement(service: number | null = serviceId) {
  const compteId = await creerCompte(sql);
  const id = await rattacher(sql, compteId, gestion.structureId);
  const champs = { serviceId: service };
  await abonner(sql, compteId, id, gestion.structureId, 'ENGAGEMENTS', champs);
  return compteId;
}
const vivants = async () =>
  (
    await sql`select from abonnement
    where structure_id = ${gestion.structureId} and termine_le is null`
  ).length;

describe('a last day given ahead', () => {
  beforeEach(async () => {
    const { structureId, principal } = gestion;
    const fermeture = { structureId, serviceId, dernierJour: DERNIER_JOUR };
    await fermerService(sql, principal, fermeture, INSTANT);
  });

  test('is applied that day, not before, and once', async () => {
    const compteId = await abonnement();
    await abonnement(null);
    expect(await appliquerFinsDeService(sql, LA_VEILLE)).toBe(0);
    expect(await vivants()).toBe(2);
    expect(await appliquerFinsDeService(sql, CE_JOUR)).toBe(1);
    expect(await vivants()).toBe(1);
    expect(await appliquerFinsDeService(sql, CE_JOUR)).toBe(0);
    expect(await filDe(sql, compteId)).toEqual(['SERVICE_ARRETE']);
    // No mail: it is read in the digest.
    expect(await courrielsDuCompte(base, compteId)).toEqual([]);
  });

  test('cuts what was granted on the service since', async () => {
    const compteId = await creerCompte(sql);
    const { structureId } = gestion;
    const id = await rattacher(sql, compteId, structureId, 'UTILISATEUR', [{ serviceId }]);
    const demandeur = await creerCompte(sql);
    const demandeId = await deposer(sql, demandeur, structureId, { portees: [serviceId] });
    await appliquerFinsDeService(sql, CE_JOUR);
    const [ligne] = await sql`
      select date_fin from rattachement_ligne where rattachement_id = ${id}`;
    expect(ligne).toEqual({ dateFin: DERNIER_JOUR });
    expect((await demandeStockee(sql, demandeId)).demande).toMatchObject({ etat: 'EXPIREE' });
    const [journal] = await sql`
      select acteur_compte_id from journal where compte_id = ${compteId} order by id desc limit 1`;
    expect(journal).toEqual({ acteurCompteId: null });
  });

  test('ends, and tells, the delegation of who has nothing left there', async () => {
    const compteId = await creerCompte(sql);
    const { structureId } = gestion;
    const aVenir = { serviceId, dateDebut: '2026-12-15' };
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', [aVenir]);
    const periode: [string, string] = ['2026-12-21', '2027-01-04'];
    const objetId = await deleguer(sql, compteId, structureId, periode);
    await appliquerFinsDeService(sql, CE_JOUR);
    expect(await filDe(sql, compteId)).toEqual(['SERVICE_ARRETE', 'DELEGATION_TERMINEE']);
    const journal = await journalEntier(sql, compteId);
    expect(journal.map(({ acte }) => acte)).toEqual([
      'RATTACHEMENT_SUPPRIME',
      'DELEGATION_TERMINEE',
    ]);
    expect(journal[1]).toMatchObject({ objet: 'delegation', objetId, acteurCompteId: null });
  });

  test('is told once by two workers at the same moment', async () => {
    const compteId = await abonnement();
    await Promise.all([appliquerFinsDeService(sql, CE_JOUR), appliquerFinsDeService(sql, CE_JOUR)]);
    expect(await filDe(sql, compteId)).toEqual(['SERVICE_ARRETE']);
  });

  test('taken back, then given again, is applied again', async () => {
    await appliquerFinsDeService(sql, CE_JOUR);
    await sql`update service set date_fin = null where id = ${serviceId}`;
    await abonnement();
    await sql`update service set date_fin = ${DERNIER_JOUR} where id = ${serviceId}`;
    expect(await appliquerFinsDeService(sql, CE_JOUR)).toBe(1);
    expect(await vivants()).toBe(0);
  });
});

test('services that ended before are dealt with by batches, over several structures', async () => {
  for (let n = 0; n < 120; n += 1)
    await creerService(sql, n % 2 ? gestion.structureId : await creerStructure(sql), `S${n}`, {
      dateFin: '2026-01-31',
    });
  expect(await appliquerFinsDeService(sql, INSTANT)).toBe(120);
});

test('a principal attached by that service alone stays: no end takes a structure its manager', async () => {
  await sql`update rattachement_ligne set service_id = ${serviceId}
    where rattachement_id in (select id from rattachement where compte_id = ${gestion.principal})`;
  await sql`update service set date_fin = '2026-11-20' where id = ${serviceId}`;
  expect(await appliquerFinsDeService(sql, INSTANT)).toBe(1);
  const lignes = await sql`select l.statut, l.date_fin from rattachement_ligne l
    join rattachement r on r.id = l.rattachement_id where r.compte_id = ${gestion.principal}`;
  expect([...lignes]).toEqual([{ statut: 'VALIDEE', dateFin: null }]);
});
