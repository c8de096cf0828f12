// For whom a structure exists when they ask for it, and to whom it is granted at once (screens
// §6.1, model §3).
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  journalEntier,
  rattachementStocke,
  saisie,
  sansTrace,
} from '../../../tests/soutien/demandes.ts';
import {
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  filDe,
  INSTANT,
  JOUR,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { demanderRattachement, type SaisieDemande } from './actions.ts';

const { sql, proprietaire } = await baseDeTest();
let compteId: number;
let structureId: number;
beforeEach(async () => {
  [compteId, structureId] = [await creerCompte(sql), await creerStructure(sql)];
});

const demander = (champs: Partial<SaisieDemande> = {}, qui = compteId) =>
  demanderRattachement(sql, qui, saisie(structureId, champs), INSTANT);

describe('a private structure', () => {
  beforeEach(async () => {
    structureId = await creerStructure(sql, { typeStructure: 'PRIVEE' });
  });

  test('does not exist for who has nothing to do with it', async () => {
    expect(await sansTrace(proprietaire, () => demander())).toEqual({ kind: 'introuvable' });
  });

  test('does not exist either by the state that would refuse the request', async () => {
    await sql`update structure set statut = 'INACTIF' where id = ${structureId}`;
    expect(await sansTrace(proprietaire, () => demander({ portees: [] }))).toEqual({
      kind: 'introuvable',
    });
  });

  test('opens to who gave its whole identifier', async () => {
    expect(await demander({ prouve: true })).toMatchObject({ kind: 'demandee' });
  });

  test('opens to who is attached to it, even past the end, not to who was', async () => {
    const periode = { dateFin: '2026-10-31' };
    const id = await rattacher(sql, compteId, structureId, 'UTILISATEUR', [periode]);
    expect(await demander()).toMatchObject({ kind: 'demandee' });
    await sql`update rattachement set supprime_le = ${INSTANT} where id = ${id}`;
    expect(await sansTrace(proprietaire, () => demander())).toEqual({ kind: 'introuvable' });
  });

  test('opens to its delegate while the delegation lasts', async () => {
    await deleguer(sql, compteId, structureId, ['2026-11-24', '2026-12-31']);
    expect(await demander()).toEqual({ kind: 'introuvable' });
    const autre = await creerCompte(sql);
    await deleguer(sql, autre, structureId, [JOUR, JOUR]);
    expect(await demander({}, autre)).toMatchObject({ kind: 'demandee' });
  });

  test('is what a particulier is too, whichever type is stored', async () => {
    structureId = await creerStructure(sql, {
      typeIdentifiant: 'PARTICULIER',
      typeStructure: 'PUBLIQUE',
      raisonSociale: null,
      nom: 'Durand',
      prenom: 'Zoé',
    });
    expect(await sansTrace(proprietaire, () => demander())).toEqual({ kind: 'introuvable' });
    expect(await demander({ prouve: true })).toMatchObject({ kind: 'demandee' });
  });
});

describe('a manager’s own request', () => {
  test.each([
    ['GESTIONNAIRE_PRINCIPAL', 'GESTIONNAIRE_PRINCIPAL'],
    ['GESTIONNAIRE_SECONDAIRE', 'GESTIONNAIRE_SECONDAIRE'],
  ] as const)('is granted at once to a %s, and journaled', async (role, enQualite) => {
    const [a, b] = [
      await creerService(sql, structureId, 'A'),
      await creerService(sql, structureId, 'B'),
    ];
    const id = await rattacher(sql, compteId, structureId, role, [{ serviceId: a }]);
    expect(await demander({ portees: [a, b] })).toEqual({ kind: 'accordee' });
    const ligne = { dateFin: null, statut: 'VALIDEE' };
    expect(await rattachementStocke(sql, compteId, structureId)).toEqual({
      id,
      role,
      origine: 'MADRHAS',
      lignes: [
        { portee: a, dateDebut: '2026-01-01', ...ligne },
        { portee: b, dateDebut: JOUR, ...ligne },
      ],
    });
    expect(await journalEntier(sql, compteId)).toMatchObject([
      {
        acteurCompteId: compteId,
        enQualite,
        acte: 'RATTACHEMENT_ETENDU',
        objet: 'rattachement',
        objetId: id,
        structureId,
      },
    ]);
    expect(await filDe(sql, compteId)).toEqual(['RATTACHEMENT_ETENDU']);
    expect((await sql`select from demande where compte_id = ${compteId}`).length).toBe(0);
  });

  test('is granted to a delegate who is attached, a request of one who is not', async () => {
    const a = await creerService(sql, structureId, 'A');
    const b = await creerService(sql, structureId, 'B');
    await deleguer(sql, compteId, structureId, [JOUR, '2026-12-31']);
    expect(await demander({ portees: [a] })).toMatchObject({ kind: 'demandee' });
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', [{ serviceId: a }]);
    expect(await demander({ portees: [b] })).toEqual({ kind: 'accordee' });
    expect((await journalEntier(sql, compteId)).at(-1)).toMatchObject({ enQualite: 'DELEGUE' });
  });

  test.each<[string, Parameters<typeof rattacher>[4]]>([
    ['whose lines are over', [{ dateFin: '2026-11-22' }]],
    ['whose lines are to come', [{ dateDebut: '2026-11-24' }]],
    ['whose lines are suspended', [{ statut: 'DESACTIVEE' }]],
    ['whose days are counted, for longer', [{ dateFin: '2026-12-31' }]],
  ])('is a request of a secondaire %s', async (_quoi, lignes) => {
    await rattacher(sql, compteId, structureId, 'GESTIONNAIRE_SECONDAIRE', lignes);
    expect(await demander()).toMatchObject({ kind: 'demandee' });
  });

  test('has no end when it is a principal’s', async () => {
    await rattacher(sql, compteId, structureId, 'GESTIONNAIRE_PRINCIPAL');
    const fait = await sansTrace(proprietaire, () => demander({ dateFin: '2027-01-01' }));
    expect(fait).toEqual({ kind: 'finDePrincipal' });
  });
});
