// The queue of requests, on the database: whose it holds, how it is narrowed and sorted, what it costs.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { deposer } from '../../../tests/soutien/demandes.ts';
import {
  apres,
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  heures,
  INSTANT,
  JOUR,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { refuserRattachement } from './actions-decision.ts';
import { ageEnJours, type FiltreDeFile } from './file.ts';
import { compteDesDemandes } from './queries-attente.ts';
import { demandesADecider, demandesChoisies, demandesEscalades } from './queries-file.ts';

const { sql } = await baseDeTest();
const TOUT: FiltreDeFile = {
  structureId: null,
  nature: null,
  ageJours: null,
  texte: '',
  tri: 'ancien',
  page: 1,
  parPage: 20,
};
const ilYA = (jours: number) => apres(INSTANT, -heures(24 * jours));
let principal: number;
let structureId: number;
beforeEach(async () => {
  structureId = await creerStructure(sql, {
    raisonSociale: 'Mairie de Terneuil',
    departement: '76',
  });
  principal = await creerCompte(sql, { prenom: 'Léa', nom: 'Roux' });
  await rattacher(sql, principal, structureId, 'GESTIONNAIRE_PRINCIPAL');
});

const demandeDe = async (nom: string, jours = 0, ou = structureId) =>
  deposer(sql, await creerCompte(sql, { nom, prenom: 'Karim' }), ou, {}, ilYA(jours));
const file = (filtre: Partial<FiltreDeFile> = {}, qui = principal) =>
  demandesADecider(sql, qui, { ...TOUT, ...filtre }, JOUR);
const ids = async (filtre: Partial<FiltreDeFile> = {}, qui = principal) =>
  (await file(filtre, qui)).lignes.map(({ id }) => id);

describe('the queue', () => {
  test('tells who asks what, since when, and what they are there already', async () => {
    const compteId = await creerCompte(sql, {
      prenom: 'Karim',
      nom: 'Benali',
      identifiantConnexion: 'karim.benali',
    });
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', [{ dateFin: '2026-12-31' }]);
    const urbs = await creerService(sql, structureId, 'URBS', { libelle: 'Urbanisme' });
    const champs = { portees: [urbs], dateFin: '2027-12-31', commentaire: 'Bonjour' };
    const id = await deposer(sql, compteId, structureId, champs);
    const [structure] = await sql`select identifiant from structure where id = ${structureId}`;
    expect(await file()).toEqual({
      total: 1,
      plus: false,
      lignes: [
        {
          id,
          nature: 'RATTACHEMENT',
          structureId,
          identifiant: structure?.['identifiant'],
          designation: 'Mairie de Terneuil',
          demandeur: 'Karim Benali',
          identifiantConnexion: 'karim.benali',
          role: 'UTILISATEUR',
          demandeeLe: INSTANT,
          escaladeeLe: null,
          commentaire: 'Bonjour',
          lignes: [
            {
              service: 'Urbanisme',
              espace: null,
              mode: null,
              dateDebut: JOUR,
              dateFin: '2027-12-31',
            },
          ],
          nombreDeLignes: 1,
        },
      ],
    });
  });

  test('names a few of many services, and counts them', async () => {
    const portees: number[] = [];
    for (const code of ['A', 'B', 'C', 'D', 'E', 'F'])
      portees.push(await creerService(sql, structureId, code));
    await deposer(sql, await creerCompte(sql), structureId, { portees });
    expect((await file()).lignes).toMatchObject([
      { lignes: ['A', 'B', 'C', 'D'].map((service) => ({ service })), nombreDeLignes: 6 },
    ]);
  });

  test('is one over all the structures managed that day, by role or delegation', async () => {
    const [autre, hier, ailleurs] = [
      await creerStructure(sql),
      await creerStructure(sql),
      await creerStructure(sql),
    ];
    await deleguer(sql, principal, autre, [JOUR, JOUR]);
    await deleguer(sql, principal, hier, ['2026-11-01', '2026-11-22']);
    await rattacher(sql, principal, ailleurs);
    const [un, deux] = [await demandeDe('Un', 2), await demandeDe('Deux', 1, autre)];
    await demandeDe('Trois', 0, hier);
    await demandeDe('Quatre', 0, ailleurs);
    expect(await ids()).toEqual([un, deux]);
    expect(await ids({ structureId: autre })).toEqual([deux]);
    expect(await ids({ structureId: ailleurs })).toEqual([]);
  });

  test('holds neither what is decided nor one’s own', async () => {
    const decidee = await demandeDe('Un');
    await refuserRattachement(sql, principal, { demandeId: decidee, motif: 'Non' }, INSTANT);
    const secondaire = await creerCompte(sql);
    const lignes = [{ dateFin: '2026-12-31' }];
    await rattacher(sql, secondaire, structureId, 'GESTIONNAIRE_SECONDAIRE', lignes);
    const sienne = await deposer(sql, secondaire, structureId);
    expect(await ids()).toEqual([sienne]);
    expect(await ids({}, secondaire)).toEqual([]);
    expect(await compteDesDemandes(sql, secondaire, JOUR)).toMatchObject({ nombre: 0 });
  });

  test('sorts by age either way, by requester, by structure', async () => {
    const autre = await creerStructure(sql, { raisonSociale: 'Agence' });
    await rattacher(sql, principal, autre, 'GESTIONNAIRE_SECONDAIRE');
    const [b, c, a] = [
      await demandeDe('Bernard', 3),
      await demandeDe('Çelik', 2, autre),
      await demandeDe('Arnaud', 1),
    ];
    expect(await ids()).toEqual([b, c, a]);
    expect(await ids({ tri: 'recent' })).toEqual([a, c, b]);
    expect(await ids({ tri: 'demandeur' })).toEqual([a, b, c]);
    expect(await ids({ tri: 'structure' })).toEqual([c, b, a]);
  });

  test('is looked at by pages, the last one beyond the end', async () => {
    const tous: number[] = [];
    for (const jours of [5, 4, 3]) tous.push(await demandeDe('Nom', jours));
    const page = async (numero: number) => {
      const { lignes, total } = await file({ page: numero, parPage: 2 });
      return [lignes.map(({ id }) => id), total];
    };
    expect(await page(1)).toEqual([tous.slice(0, 2), 3]);
    expect(await page(2)).toEqual([tous.slice(2), 3]);
    expect(await page(9)).toEqual([tous.slice(2), 3]);
  });

  test('finds the requester by words of the name or identifiant, in any order', async () => {
    const id = await demandeDe('Lefèvre-Martin');
    await demandeDe('Autre');
    for (const texte of ['karim lefevre', 'MARTIN', 'lefèvre-martin karim', 'agent martin'])
      expect(await ids({ texte }), texte).toEqual([id]);
    for (const texte of ['martin paul', '%', '_', "'"]) expect(await ids({ texte })).toEqual([]);
  });

  test('keeps the requests of an age, in civil days of Paris', async () => {
    const minuit = new Date('2026-11-19T23:00:00Z');
    const compteId = await creerCompte(sql);
    const troisJours = await deposer(sql, compteId, structureId, {}, minuit);
    const quatre = await demandeDe('Quatre', 4);
    await demandeDe('Deux', 2);
    expect(ageEnJours(minuit, JOUR)).toBe(3);
    expect(await ids({ ageJours: 3 })).toEqual([quatre, troisJours]);
    expect(await ids({ ageJours: 4 })).toEqual([quatre]);
  });

  test('keeps one nature; the take-over of a role is not among them', async () => {
    const id = await demandeDe('Un');
    const compteId = await creerCompte(sql);
    await sql`
      insert into demande (nature, compte_id, structure_id, demandee_le)
      values ('REPRISE', ${compteId}, ${structureId}, ${INSTANT})`;
    const [abonnement] = await sql<{ id: number }[]>`
      insert into demande (nature, compte_id, structure_id, demandee_le)
      values ('ABONNEMENT', ${compteId}, ${structureId}, ${INSTANT}) returning id`;
    expect(await ids()).toEqual([id, abonnement?.id]);
    expect(await ids({ nature: 'RATTACHEMENT' })).toEqual([id]);
    expect(await ids({ nature: 'ABONNEMENT' })).toEqual([abonnement?.id]);
  });
});

describe('the count', () => {
  test('tells how many wait, since when, on how many structures', async () => {
    const vide = { nombre: 0, plus: false, depuis: null };
    expect(await compteDesDemandes(sql, principal, JOUR)).toEqual({ ...vide, structures: 1 });
    await demandeDe('Un', 1);
    await demandeDe('Deux', 9);
    const compte = await compteDesDemandes(sql, principal, JOUR);
    expect(compte).toEqual({ nombre: 2, plus: false, depuis: ilYA(9), structures: 1 });
  });

  test('is nothing for who manages nothing', async () => {
    await demandeDe('Un');
    const personne = await creerCompte(sql);
    await rattacher(sql, personne, structureId);
    const compte = await compteDesDemandes(sql, personne, JOUR);
    expect(compte).toEqual({ nombre: 0, plus: false, depuis: null, structures: 0 });
  });
});

describe('the requests ticked', () => {
  test('are told whatever became of them, in their order; those of elsewhere are not', async () => {
    const [un, deux] = [await demandeDe('Un'), await demandeDe('Deux')];
    const ailleurs = await demandeDe('Trois', 0, await creerStructure(sql));
    await refuserRattachement(sql, principal, { demandeId: un, motif: 'Non' }, INSTANT);
    const choisies = await demandesChoisies(sql, principal, [deux, ailleurs, un, 999_999], JOUR);
    expect(choisies).toMatchObject([
      { id: deux, etat: 'EN_COURS_DE_VALIDATION', decideePar: null, parMoi: false },
      { id: un, etat: 'REFUSEE', decideePar: 'Léa Roux', parMoi: true },
    ]);
    expect(choisies).toHaveLength(2);
  });
});

describe('the escalated requests', () => {
  const escalader = (id: number) =>
    sql`update demande set escaladee_le = ${INSTANT} where id = ${id}`;
  const escalades = async (qui: number, filtre: Partial<FiltreDeFile> = {}) =>
    (await demandesEscalades(sql, qui, { ...TOUT, ...filtre }, JOUR)).lignes.map(({ id }) => id);

  test('are those of the référent’s départements, never where attached', async () => {
    await sql`update demande set escaladee_le = null`;
    const [un, deux] = [await demandeDe('Un', 2), await demandeDe('Deux', 1)];
    const eure = await creerStructure(sql, { departement: '27' });
    const ailleurs = await demandeDe('Trois', 0, eure);
    await escalader(un);
    await escalader(ailleurs);
    const local = await creerCompte(sql, { referentDepartements: ['76'] });
    const national = await creerCompte(sql, { referentNational: true });
    expect(await escalades(local)).toEqual([un]);
    expect(await escalades(national)).toEqual([un, ailleurs]);
    expect(await escalades(national, { structureId: eure })).toEqual([ailleurs]);
    expect(await escalades(principal)).toEqual([]);
    await rattacher(sql, national, structureId);
    expect(await escalades(national)).toEqual([ailleurs]);
    expect(await ids()).toEqual([un, deux]);
  });
});
