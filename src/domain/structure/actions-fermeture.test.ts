// Closing a service: what hangs on it ends at its last day, people are told, nobody who manages is left out.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { courrielsDuCompte } from '../../../tests/soutien/annonces.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { dansLOrdre } from '../../../tests/soutien/courses.ts';
import {
  demandeStockee,
  deposer,
  rattachementStocke,
  sansTrace,
} from '../../../tests/soutien/demandes.ts';
import {
  abonner,
  ajouterLigne,
  creerCompte,
  creerService,
  creerStructure,
  filDe,
  INSTANT,
  JOUR,
  type LigneDeScene,
  ouvrirMois,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import {
  creerGestion,
  type Gestion,
  journalDeStructure,
} from '../../../tests/soutien/structure-geree.ts';
import type { Transaction } from '../../platform/postgres/sql.ts';
import { validerRattachement } from '../demande/actions-decision.ts';
import { fermerService, rouvrirService } from './actions-fermeture.ts';
import { consequencesDeFermeture } from './queries-fins.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
const PLUS_TARD = '2027-03-31';
let gestion: Gestion;
let serviceId: number;

beforeAll(() => ouvrirMois(proprietaire));
beforeEach(async () => {
  gestion = await creerGestion(sql, { raisonSociale: 'Mairie de Terneuil' });
  serviceId = await creerService(sql, gestion.structureId, 'URBS', { libelle: 'Urbanisme' });
});

const fermer = (dernierJour = JOUR, acteur = gestion.principal) =>
  fermerService(sql, acteur, { structureId: gestion.structureId, serviceId, dernierJour }, INSTANT);

/** Somebody with lines on the structure, the service's unless told. */
async function attacher(
  lignes: LigneDeScene[] = [{ serviceId }],
  role: Parameters<typeof rattacher>[3] = 'UTILISATEUR',
) {
  const compteId = await creerCompte(sql);
  const id = await rattacher(sql, compteId, gestion.structureId, role, lignes);
  return { compteId, id };
}
const lignesDe = async (id: number) => [
  ...(await sql`
    select service_id, statut, date_debut, date_fin, fin_annoncee_jours from rattachement_ligne
    where rattachement_id = ${id} order by id`),
];

describe('what hangs on a service that closes', () => {
  test('is cut at its last day, and the person told by event and mail', async () => {
    const { compteId, id } = await attacher();
    expect(await fermer()).toEqual({ kind: 'ferme', personnes: 1 });
    expect(await lignesDe(id)).toMatchObject([
      { statut: 'VALIDEE', dateFin: JOUR, finAnnonceeJours: 7 },
    ]);
    expect(await filDe(sql, compteId)).toEqual(['SERVICE_FERME']);
    expect(await courrielsDuCompte(base, compteId)).toMatchObject([
      {
        nature: 'DROITS_RETIRES',
        perte: 'SERVICE_FERME',
        structure: 'Mairie de Terneuil',
        destinataire: 'mairie@terneuil.fr',
        nomComplet: 'Pauline Dufour',
        langue: 'fr',
      },
    ]);
    expect(await journalDeStructure(sql, gestion.structureId)).toMatchObject([
      {
        acte: 'RATTACHEMENT_MODIFIE',
        compteId,
        acteurCompteId: gestion.principal,
        details: { cause: 'SERVICE_FERME' },
      },
      {
        acte: 'SERVICE_FERME',
        objetId: serviceId,
        enQualite: 'GESTIONNAIRE_PRINCIPAL',
        details: { dernierJour: JOUR, personnes: 1 },
      },
    ]);
  });

  test.each<[string, LigneDeScene, object]>([
    ['for good', {}, { statut: 'VALIDEE', dateFin: PLUS_TARD }],
    ['until later', { dateFin: '2028-01-01' }, { statut: 'VALIDEE', dateFin: PLUS_TARD }],
    ['until earlier', { dateFin: '2027-01-01' }, { statut: 'VALIDEE', dateFin: '2027-01-01' }],
    ['from that day on', { dateDebut: PLUS_TARD }, { statut: 'VALIDEE', dateFin: PLUS_TARD }],
    ['from later on', { dateDebut: '2027-04-01' }, { statut: 'SUPPRIMEE' }],
    ['suspended', { statut: 'DESACTIVEE' }, { statut: 'DESACTIVEE', dateFin: PLUS_TARD }],
  ])('a line %s', async (_, ligne, attendu) => {
    const { id } = await attacher([{ serviceId, ...ligne }, {}]);
    await fermer(PLUS_TARD);
    expect((await lignesDe(id))[0]).toMatchObject(attendu);
    expect((await lignesDe(id))[1]).toMatchObject({ statut: 'VALIDEE', dateFin: null });
  });

  test('ends a rattachement that has nothing else', async () => {
    const { compteId, id } = await attacher([{ serviceId, dateDebut: '2026-12-01' }]);
    await fermer();
    expect(await rattachementStocke(sql, compteId, gestion.structureId)).toBeUndefined();
    expect(await lignesDe(id)).toMatchObject([{ statut: 'SUPPRIMEE' }]);
  });

  test('takes the principal’s line away, since it cannot have an end, when they have another', async () => {
    const [{ id = 0 } = {}] = await sql<{ id: number }[]>`
      select id from rattachement where compte_id = ${gestion.principal}`;
    await ajouterLigne(sql, id, gestion.structureId, { serviceId });
    expect(await fermer(PLUS_TARD)).toMatchObject({ kind: 'ferme' });
    expect(await lignesDe(id)).toMatchObject([
      { serviceId: null, statut: 'VALIDEE' },
      { serviceId, statut: 'SUPPRIMEE' },
    ]);
  });

  test('ends granted abonnements on it, today; for a day to come they last until then', async () => {
    const { compteId, id } = await attacher([{}]);
    const { structureId } = gestion;
    const surService = { serviceId };
    await abonner(sql, compteId, id, structureId, 'ENGAGEMENTS', surService);
    await abonner(sql, compteId, id, structureId, 'FACTURES_A_VALIDER');
    const finis = async () =>
      (await sql`select termine_le from abonnement where compte_id = ${compteId} order by id`).map(
        ({ termineLe }) => termineLe,
      );
    await fermer(PLUS_TARD);
    expect(await finis()).toEqual([null, null]);
    await fermer();
    expect(await finis()).toEqual([INSTANT, null]);
    expect(await filDe(sql, compteId)).toEqual(['SERVICE_FERME']);
  });

  test('lets pending requests for it expire: whole when nothing else is asked', async () => {
    const autre = await creerService(sql, gestion.structureId, 'VOIRIE');
    const [seul, deux] = [await creerCompte(sql), await creerCompte(sql)];
    const { structureId } = gestion;
    const entiere = await deposer(sql, seul, structureId, { portees: [serviceId] });
    const partie = await deposer(sql, deux, structureId, { portees: [serviceId, autre] });
    expect(await fermer(PLUS_TARD)).toEqual({ kind: 'ferme', personnes: 2 });
    const finie = await demandeStockee(sql, entiere);
    expect(finie.demande).toMatchObject({ etat: 'EXPIREE', termineeLe: INSTANT, version: 2 });
    expect(finie.etapes.at(-1)).toMatchObject({ quoi: 'EXPIREE', parCompteId: null });
    const reste = await demandeStockee(sql, partie);
    expect(reste.demande).toMatchObject({ etat: 'EN_COURS_DE_VALIDATION' });
    expect(reste.lignes.map(({ etat }) => etat)).toEqual(['EXPIREE', 'EN_COURS_DE_VALIDATION']);
    expect(await filDe(sql, seul)).toContain('SERVICE_FERME');
    // What is left can still be accepted, and gives that alone.
    await validerRattachement(sql, gestion.principal, partie, INSTANT);
    const obtenu = await rattachementStocke(sql, deux, structureId);
    expect(obtenu?.lignes).toMatchObject([{ portee: autre }]);
  });

  test('is counted beforehand: people once each', async () => {
    const { compteId, id } = await attacher();
    await abonner(sql, compteId, id, gestion.structureId, 'ENGAGEMENTS', { serviceId });
    await attacher([{ serviceId, dateFin: '2020-12-31', dateDebut: '2020-01-01' }]);
    await deposer(sql, await creerCompte(sql), gestion.structureId, { portees: [serviceId] });
    expect(await consequencesDeFermeture(sql, serviceId, JOUR)).toEqual({
      personnes: 2,
      abonnements: 1,
      demandes: 1,
    });
  });
});

describe('closing is refused', () => {
  const sansChanger = (acte: () => Promise<unknown>) => sansTrace(proprietaire, acte);

  test('where the principal has nothing else, even with others to manage', async () => {
    await sql`update rattachement_ligne set service_id = ${serviceId}
      where rattachement_id in (select id from rattachement where compte_id = ${gestion.principal})`;
    expect(await sansChanger(() => fermer())).toEqual({ kind: 'principalSeul' });
  });

  test('where nobody would manage the structure the day after', async () => {
    await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT}
      where id = ${gestion.principal}`;
    await sql`update rattachement_ligne set service_id = ${serviceId}
      where rattachement_id in (select id from rattachement where compte_id = ${gestion.secondaire})`;
    const faite = await sansChanger(() => fermer(PLUS_TARD, gestion.secondaire));
    expect(faite).toEqual({ kind: 'derniersGestionnaires' });
  });

  test('for a day past, before it begins, or once it is closed', async () => {
    expect(await sansChanger(() => fermer('2026-11-22'))).toEqual({ kind: 'jourPasse' });
    await sql`update service set date_debut = '2027-01-01' where id = ${serviceId}`;
    expect(await sansChanger(() => fermer())).toEqual({ kind: 'avantOuverture' });
    await sql`update service set date_debut = null, date_fin = '2026-11-01' where id = ${serviceId}`;
    expect(await sansChanger(() => fermer())).toEqual({ kind: 'dejaFerme' });
  });

  test.each<[keyof Gestion, string]>([
    ['utilisateur', 'interdit'],
    ['etranger', 'introuvable'],
  ])('to %s: %s', async (qui, attendu) => {
    await attacher();
    expect(await sansChanger(() => fermer(JOUR, gestion[qui]))).toEqual({ kind: attendu });
  });

  test('on another structure’s service', async () => {
    serviceId = await creerService(sql, await creerStructure(sql), 'AILLEURS');
    expect(await sansChanger(() => fermer())).toEqual({ kind: 'introuvable' });
  });
});

describe('a service that closes while somebody is granted it', () => {
  test('is cut for them too, whoever comes first', async () => {
    const tenir = (tx: Transaction) =>
      tx`select from structure where id = ${gestion.structureId} for update`;
    for (const dAbord of ['accepter', 'fermer'] as const) {
      await sql`update service set date_fin = null where id = ${serviceId}`;
      const compteId = await creerCompte(sql);
      const id = await deposer(sql, compteId, gestion.structureId, { portees: [serviceId] });
      const accepter = () => validerRattachement(sql, gestion.secondaire, id, INSTANT);
      const actes = dAbord === 'accepter' ? [accepter, () => fermer()] : [() => fermer(), accepter];
      await dansLOrdre<unknown[]>(base, tenir, actes);
      const obtenu = await rattachementStocke(sql, compteId, gestion.structureId);
      if (dAbord === 'accepter') expect(obtenu?.lignes).toMatchObject([{ dateFin: JOUR }]);
      else expect(obtenu).toBeUndefined();
      const { demande } = await demandeStockee(sql, id);
      expect(demande?.['etat']).toBe(dAbord === 'accepter' ? 'ACCEPTEE' : 'EXPIREE');
    }
  });
});

describe('a closed service', () => {
  const rouvrir = (acteur = gestion.principal) =>
    rouvrirService(sql, acteur, { structureId: gestion.structureId, serviceId }, INSTANT);

  test('opens again without its end; what ended stays ended', async () => {
    const { id } = await attacher();
    await fermer();
    expect(await rouvrir()).toEqual({ kind: 'rouvert' });
    const [service] = await sql`
      select date_fin, fin_appliquee, sources from service where id = ${serviceId}`;
    expect(service).toEqual({
      dateFin: null,
      finAppliquee: null,
      sources: { dateFin: 'GESTIONNAIRE' },
    });
    expect(await lignesDe(id)).toMatchObject([{ dateFin: JOUR }]);
    expect((await journalDeStructure(sql, gestion.structureId)).at(-1)).toMatchObject({
      acte: 'SERVICE_ROUVERT',
    });
    expect(await rouvrir()).toEqual({ kind: 'dejaOuvert' });
  });

  test('is not opened by others, nor on an inactive structure', async () => {
    await fermer();
    expect(await rouvrir(gestion.utilisateur)).toEqual({ kind: 'interdit' });
    expect(await rouvrir(gestion.etranger)).toEqual({ kind: 'introuvable' });
    await sql`update structure set statut = 'INACTIF' where id = ${gestion.structureId}`;
    expect(await rouvrir()).toEqual({ kind: 'structureInactive' });
  });
});
