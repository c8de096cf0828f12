// The list of the abonnements of an account; default rights first (model §4): invoices on each active scope, the manager's activities on each structure managed.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deposerAbonnement, ouvrirEspaces } from '../../../tests/soutien/abonnements.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { attacher, structureTenue } from '../../../tests/soutien/gestion.ts';
import {
  abonner,
  apres,
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  heures,
  INSTANT,
  JOUR,
  type LigneDeScene,
  ouvrirMois,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { libelleEspace } from '../espace/espace.ts';
import { rattachementsDuCompte } from '../rattachement/queries.ts';
import { structuresGerees } from '../rattachement/queries-mes-structures.ts';
import type { Mode } from './abonnement.ts';
import { refuserAbonnement } from './actions-decision.ts';
import { donnerEspaces } from './actions-gestion.ts';
import type { FiltreDAbonnements } from './liste.ts';
import { structuresTenues } from './queries-ajout.ts';
import { abonnementsDuCompte, abonnementsDuRattachement } from './queries-liste.ts';

const { sql, proprietaire } = await baseDeTest();
const GESTION = 'ACTIVITES_DU_GESTIONNAIRE';
const MON_COMPTE = ['MON_COMPTE', null, null];
let compteId: number;

beforeEach(async () => {
  compteId = await creerCompte(sql);
});

const TOUS = { texte: '', etat: null, page: 1, parPage: 50 };
const lignes = async (filtre: Partial<FiltreDAbonnements> = {}, jour = JOUR) =>
  (await abonnementsDuCompte(sql, compteId, { ...TOUS, ...filtre }, jour)).lignes;
const lire = async (jour = JOUR) =>
  (await lignes({}, jour)).map((a) => [a.code, a.designation, a.service]);
const factures = (designation: string, service: string | null = null) => [
  ['FACTURES_EMISES', designation, service],
  ['FACTURES_RECUES', designation, service],
];

describe('the default rights', () => {
  test('are « Mon compte » alone without any line', async () => {
    expect(await lignes()).toMatchObject([
      {
        etat: 'PAR_DEFAUT',
        code: 'MON_COMPTE',
        libelleFr: 'Mon compte',
        libelleEn: 'My account',
        identifiant: null,
        designation: null,
        service: null,
      },
    ]);
  });

  test('follow each scope: the whole structure, each of its services, each structure', async () => {
    const [a, b] = await Promise.all([
      creerStructure(sql, { raisonSociale: 'A' }),
      creerStructure(sql, { raisonSociale: 'B' }),
    ]);
    const urbanisme = await creerService(sql, a, 'URBS', { libelle: 'Urbanisme' });
    const voirie = await creerService(sql, a, 'VOIRIE', { libelle: 'Voirie' });
    await rattacher(sql, compteId, b);
    const lignes = [{ serviceId: voirie }, { serviceId: urbanisme }];
    await rattacher(sql, compteId, a, 'UTILISATEUR', lignes);
    expect(await lire()).toEqual([
      MON_COMPTE,
      ...factures('A', 'Urbanisme'),
      ...factures('A', 'Voirie'),
      ...factures('B'),
    ]);
  });

  test('of a manager hold the activities once for each structure, whatever its lines', async () => {
    const id = await creerStructure(sql, { raisonSociale: 'Terneuil' });
    const [un, deux] = [await creerService(sql, id, 'UN'), await creerService(sql, id, 'DEUX')];
    const lignes = [{ serviceId: un }, { serviceId: deux }];
    await rattacher(sql, compteId, id, 'GESTIONNAIRE_SECONDAIRE', lignes);
    expect((await lire()).filter(([code]) => code === GESTION)).toEqual([
      [GESTION, 'Terneuil', null],
    ]);
    expect((await lire()).length).toBe(1 + 1 + 2 * 2);
  });

  const CAS: [string, LigneDeScene, number][] = [
    ['an active line', {}, 3],
    ['a line that ends today', { dateFin: JOUR }, 3],
    ['a line that ended yesterday', { dateFin: '2026-11-22' }, 1],
    ['a line that starts tomorrow', { dateDebut: '2026-11-24' }, 1],
    ['a suspended line', { statut: 'DESACTIVEE' }, 1],
    ['a deleted line', { statut: 'SUPPRIMEE' }, 1],
  ];
  test.each(CAS)('with %s', async (_quoi, ligne, nombre) => {
    const id = await creerStructure(sql);
    await rattacher(sql, compteId, id, 'UTILISATEUR', [ligne]);
    expect((await lire()).length).toBe(nombre);
  });

  test('of a delegate hold the activities, while the delegation lasts, without a line of their own', async () => {
    const id = await creerStructure(sql, { raisonSociale: 'Terneuil' });
    await deleguer(sql, compteId, id, ['2026-11-10', JOUR]);
    expect(await lire()).toEqual([MON_COMPTE, [GESTION, 'Terneuil', null]]);
    expect(await lire('2026-11-24')).toEqual([MON_COMPTE]);
  });

  test('of a manager who is also a delegate hold the activities once', async () => {
    const id = await creerStructure(sql, { raisonSociale: 'Terneuil' });
    await rattacher(sql, compteId, id, 'GESTIONNAIRE_SECONDAIRE');
    await deleguer(sql, compteId, id, ['2026-11-10', '2026-11-30']);
    expect((await lire()).filter(([code]) => code === GESTION).length).toBe(1);
  });

  test('are those of this account alone', async () => {
    await rattacher(sql, await creerCompte(sql), await creerStructure(sql));
    expect(await lire()).toEqual([MON_COMPTE]);
  });
});

describe('the granted and the refused', () => {
  let tenue: Awaited<ReturnType<typeof structureTenue>>;
  let rattachementId: number;
  beforeAll(() => ouvrirMois(proprietaire));
  beforeEach(async () => {
    tenue = await structureTenue(sql);
    await ouvrirEspaces(sql, tenue.structureId, ['ENGAGEMENTS']);
    rattachementId = await rattacher(sql, compteId, tenue.structureId);
  });
  const donner = (acteur: number, mode: Mode, instant = INSTANT) => {
    const visee = { structureId: tenue.structureId, rattachementId, motif: null };
    return donnerEspaces(sql, acteur, { ...visee, espaces: ['ENGAGEMENTS'], mode }, instant);
  };
  const refuse = async (portee: number) => {
    const portees = [portee];
    const demandeId = await deposerAbonnement(sql, compteId, tenue.structureId, { portees });
    await refuserAbonnement(sql, tenue.principal, { demandeId, motif: 'Non' }, INSTANT);
  };
  const surEngagements = async (jour = JOUR) =>
    (await lignes({}, jour)).filter(({ code }) => code === 'ENGAGEMENTS');

  test('a refusal is not shown once the right is held on the whole structure', async () => {
    await refuse(tenue.urbs);
    expect((await surEngagements()).map(({ etat }) => etat)).toEqual(['REFUSE']);
    await donner(tenue.principal, 'CONSULTATION');
    expect((await surEngagements()).map(({ etat, serviceId }) => [etat, serviceId])).toEqual([
      ['VALIDE', null],
    ]);
  });

  test.each([
    ['its espace closed', () => fermerLEspace()],
    ['its service closed', () => fermerLeService()],
  ])('a refusal may be asked again, but not with %s', async (_quoi, fermer) => {
    await refuse(tenue.urbs);
    expect(await surEngagements()).toMatchObject([{ demandable: true }]);
    await fermer();
    expect(await surEngagements()).toMatchObject([{ demandable: false }]);
  });
  const fermerLEspace = () => sql`update espace_structure set ferme_le = ${INSTANT}
    where structure_id = ${tenue.structureId}`;
  const fermerLeService = () => sql`update service set date_fin = '2026-11-01'
    where id = ${tenue.urbs}`;

  test('a wider mode counts from its own day, and from who gave it', async () => {
    const secondaire = await attacher(sql, tenue.structureId, 'GESTIONNAIRE_SECONDAIRE', [{}], {
      ...{ prenom: 'Paul', nom: 'Roy' },
    });
    await donner(tenue.principal, 'CONSULTATION');
    const plusTard = apres(INSTANT, heures(48));
    await donner(secondaire.compteId, 'MODIFICATION', plusTard);
    expect(await surEngagements('2026-11-25')).toMatchObject([
      { mode: 'MODIFICATION', depuis: plusTard, par: 'Paul Roy', sansDecision: false },
    ]);
  });

  test('one that needs no decision says so', async () => {
    await abonner(sql, compteId, rattachementId, tenue.structureId, 'ENGAGEMENTS', {
      ...{ origine: 'PERSONNE', accordeParCompteId: compteId },
    });
    expect(await surEngagements()).toMatchObject([{ etat: 'VALIDE', sansDecision: true }]);
  });

  test('those of a rattachement are read a page at a time, or one alone', async () => {
    const ids: number[] = [];
    for (const espace of ['ENGAGEMENTS', 'FACTURES_DE_TRAVAUX', 'SOLLICITATIONS_EMISES'])
      ids.push(await abonner(sql, compteId, rattachementId, tenue.structureId, espace));
    const qui = { compteId, rattachementId };
    const page = await abonnementsDuRattachement(sql, qui, { page: 2, parPage: 2 }, JOUR);
    expect(page).toMatchObject({ total: 3, lignes: [{ code: 'ENGAGEMENTS' }] });
    const seule = { page: 1, parPage: 1 };
    const un = await abonnementsDuRattachement(sql, { ...qui, id: ids[2] ?? 0 }, seule, JOUR);
    expect(un).toMatchObject({ total: 1, lignes: [{ id: ids[2] }] });
  });
});

describe('the search by structure', () => {
  test.each([
    ['terneuil sur seine', true],
    ['seine Terneuil', true],
    ['TERN', true],
    ['terneuil rouen', false],
    ['%', false],
    ['_', false],
  ])('« %s »: found is %s', async (texte, trouvee) => {
    const id = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil-sur-Seine' });
    await rattacher(sql, compteId, id, 'GESTIONNAIRE_SECONDAIRE');
    const page = { texte, page: 1, parPage: 20 };
    const totaux = await Promise.all([
      structuresTenues(sql, compteId, page, JOUR),
      structuresGerees(sql, compteId, page, JOUR),
      rattachementsDuCompte(sql, compteId, { ...page, etat: null }, JOUR),
    ]);
    expect(totaux.map(({ total }) => total > 0)).toEqual([trouvee, trouvee, trouvee]);
    expect((await lignes({ texte })).length > 0).toBe(trouvee);
  });
});

test('an espace is named in the reader’s language', () => {
  const espace = { code: 'X', libelleFr: 'Factures reçues', libelleEn: 'Invoices received' };
  expect(libelleEspace(espace, 'fr')).toBe('Factures reçues');
  expect(libelleEspace(espace, 'en')).toBe('Invoices received');
});
