// The list of the abonnements of an account; default rights first (model §4): invoices on each active scope, the manager's activities on each structure managed.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  JOUR,
  type LigneDeScene,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { libelleEspace } from '../espace/espace.ts';
import type { FiltreDAbonnements } from './liste.ts';
import { abonnementsDuCompte } from './queries-liste.ts';

const { sql } = await baseDeTest();
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

test('an espace is named in the reader’s language', () => {
  const espace = { code: 'X', libelleFr: 'Factures reçues', libelleEn: 'Invoices received' };
  expect(libelleEspace(espace, 'fr')).toBe('Factures reçues');
  expect(libelleEspace(espace, 'en')).toBe('Invoices received');
});
