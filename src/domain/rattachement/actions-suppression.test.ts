// Deleting one's own rattachements (screens §6.3), on the database: what ends with them, what
// stays.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  demandeStockee,
  deposer,
  journalEntier,
  rattachementStocke,
  sansTrace,
} from '../../../tests/soutien/demandes.ts';
import {
  abonner,
  apres,
  courrielsEnFile,
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  filDe,
  INSTANT,
  JOUR,
  type LigneDeScene,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { supprimerRattachements } from './actions-suppression.ts';
import type { Role } from './rattachement.ts';

const { sql, proprietaire } = await baseDeTest();
const PLUS_TARD = apres(INSTANT, 60_000);
const GP = 'GESTIONNAIRE_PRINCIPAL';
const GS = 'GESTIONNAIRE_SECONDAIRE';
let compteId: number;
let structureId: number;
beforeEach(async () => {
  [compteId, structureId] = [await creerCompte(sql), await creerStructure(sql)];
});

const mien = (role: Role = 'UTILISATEUR', lignes?: LigneDeScene[]) =>
  rattacher(sql, compteId, structureId, role, lignes);
const autre = async (role: Role, lignes?: LigneDeScene[], compte = {}) =>
  rattacher(sql, await creerCompte(sql, compte), structureId, role, lignes);
const supprimer = async (...ids: number[]) => {
  const fait = await supprimerRattachements(sql, compteId, ids, PLUS_TARD);
  if (fait.kind !== 'traites') return fait;
  const idsDe = (liste: { id: number }[]) => liste.map(({ id }) => id);
  const { supprimes, aTransmettre, derniers } = fait;
  return {
    supprimes: idsDe(supprimes),
    aTransmettre: idsDe(aTransmettre),
    derniers: idsDe(derniers),
  };
};
const RIEN = { supprimes: [], aTransmettre: [], derniers: [] };

describe('an utilisateur who leaves', () => {
  test('has no rattachement any more, nor any right', async () => {
    const service = await creerService(sql, structureId, 'A');
    const id = await mien('UTILISATEUR', [
      {},
      { serviceId: service, statut: 'DESACTIVEE', dateFin: '2026-12-31' },
    ]);
    expect(await supprimer(id)).toEqual({ ...RIEN, supprimes: [id] });
    expect(await rattachementStocke(sql, compteId, structureId)).toBeUndefined();
    expect((await sql`select from portees_actives(${compteId}, ${JOUR})`).length).toBe(0);
    const [row] = await sql`select * from rattachement where id = ${id}`;
    expect(row).toMatchObject({ supprimeLe: PLUS_TARD, modifieLe: PLUS_TARD, version: 2 });
    const lignes = await sql`
      select statut, modifie_le from rattachement_ligne where rattachement_id = ${id}`;
    const finie = { statut: 'SUPPRIMEE', modifieLe: PLUS_TARD };
    expect([...lignes]).toEqual([finie, finie]);
  });

  test('no longer stands in as a manager there', async () => {
    const id = await mien();
    const passee = await deleguer(sql, compteId, structureId, ['2026-10-01', '2026-10-31']);
    const delegations = [
      await deleguer(sql, compteId, structureId, ['2026-11-01', '2026-11-30']),
      await deleguer(sql, compteId, structureId, ['2026-12-21', '2026-12-31']),
    ];
    await supprimer(id);
    expect((await sql`select from portees_actives(${compteId}, ${JOUR})`).length).toBe(0);
    const lignes = (await journalEntier(sql, compteId)).filter((l) => l['objet'] === 'delegation');
    const fin = { acte: 'DELEGATION_TERMINEE', acteurCompteId: compteId, structureId };
    expect(lignes).toMatchObject(delegations.map((objetId) => ({ ...fin, objetId })));
    expect(lignes).toHaveLength(2);
    const finie = 'DELEGATION_TERMINEE';
    expect(await filDe(sql, compteId)).toEqual([finie, finie, 'RATTACHEMENT_SUPPRIME']);
    const [row] = await sql`select terminee_le from delegation where id = ${passee}`;
    expect(row).toEqual({ termineeLe: null });
  });

  test('is journaled and told in the fil, mailed to nobody', async () => {
    const avant = (await courrielsEnFile(proprietaire)).length;
    const id = await mien();
    await supprimer(id);
    expect(await journalEntier(sql, compteId)).toEqual([
      {
        instant: PLUS_TARD,
        acteurCompteId: compteId,
        enQualite: null,
        acte: 'RATTACHEMENT_SUPPRIME',
        objet: 'rattachement',
        objetId: id,
        structureId,
        details: { role: 'UTILISATEUR' },
      },
    ]);
    expect(await filDe(sql, compteId)).toEqual(['RATTACHEMENT_SUPPRIME']);
    expect((await courrielsEnFile(proprietaire)).length).toBe(avant);
  });

  test('ends the abonnements of that rattachement, no others', async () => {
    const [id, ailleurs] = [await mien(), await creerStructure(sql)];
    const reste = await rattacher(sql, compteId, ailleurs);
    const fini = await abonner(sql, compteId, id, structureId, 'FACTURES_A_VALIDER');
    const garde = await abonner(sql, compteId, reste, ailleurs, 'FACTURES_A_VALIDER');
    await supprimer(id);
    const rows = await sql<{ id: number; termineLe: Date | null }[]>`
      select id, termine_le from abonnement where id in ${sql([fini, garde])} order by id`;
    expect([...rows]).toEqual([
      { id: fini, termineLe: PLUS_TARD },
      { id: garde, termineLe: null },
    ]);
  });

  test('no longer asks: what waits on that structure is withdrawn, the rest waits on', async () => {
    const service = await creerService(sql, structureId, 'A');
    const id = await mien('UTILISATEUR', [{ serviceId: service }]);
    const ici = await deposer(sql, compteId, structureId);
    const ailleurs = await deposer(sql, compteId, await creerStructure(sql));
    const collegue = await deposer(sql, await creerCompte(sql), structureId);
    await supprimer(id);
    const { demande, lignes, etapes } = await demandeStockee(sql, ici);
    expect(demande).toMatchObject({ etat: 'RETIREE', termineeLe: PLUS_TARD });
    expect(lignes).toMatchObject([{ etat: 'RETIREE' }]);
    expect(etapes.at(-1)).toMatchObject({
      quoi: 'RETIREE',
      parCompteId: compteId,
      enQualite: 'DEMANDEUR',
    });
    for (const restee of [ailleurs, collegue])
      expect((await demandeStockee(sql, restee)).demande).toMatchObject({
        etat: 'EN_COURS_DE_VALIDATION',
      });
    const fil = await filDe(sql, compteId);
    expect(fil.slice(-2)).toEqual(['RATTACHEMENT_SUPPRIME', 'DEMANDE_RETIREE']);
  });

  test('may leave a structure without manager, and come back by a request', async () => {
    const id = await mien();
    expect(await supprimer(id)).toEqual({ ...RIEN, supprimes: [id] });
    expect(await deposer(sql, compteId, structureId)).toBeGreaterThan(0);
  });
});

describe('a secondaire who leaves', () => {
  const encore = async () => (await rattachementStocke(sql, compteId, structureId))?.role;

  test.each<[string, Role, LigneDeScene[] | undefined]>([
    ['a principal stays', GP, undefined],
    ['another secondaire stays', GS, undefined],
    ['another secondaire stays, on their last day', GS, [{ dateFin: JOUR }]],
  ])('may, when %s', async (_quoi, role, lignes) => {
    const id = await mien(GS);
    await autre(role, lignes);
    expect(await supprimer(id)).toEqual({ ...RIEN, supprimes: [id] });
  });

  test.each<[string, Role, LigneDeScene[] | undefined, object]>([
    ['an utilisateur', 'UTILISATEUR', undefined, {}],
    ['a principal whose account is deactivated', GP, undefined, { etat: 'INACTIF' }],
    ['a principal suspended', GP, [{ statut: 'DESACTIVEE' }], {}],
    ['a secondaire since yesterday over', GS, [{ dateFin: '2026-11-22' }], {}],
    ['a secondaire from tomorrow on', GS, [{ dateDebut: '2026-11-24' }], {}],
  ])('may not, when there is only %s besides', async (_quoi, role, lignes, compte) => {
    const id = await mien(GS);
    await autre(role, lignes, compte);
    const fait = await sansTrace(proprietaire, () => supprimer(id));
    expect(fait).toEqual({ ...RIEN, derniers: [id] });
    expect(await encore()).toBe(GS);
  });

  test('may not, when there is only a delegate besides: a stand-in ends by itself', async () => {
    const id = await mien(GS);
    await deleguer(sql, await creerCompte(sql), structureId, [JOUR, '2026-12-31']);
    expect(await supprimer(id)).toEqual({ ...RIEN, derniers: [id] });
  });

  test('may, when they manage nothing today: nobody is lost', async () => {
    const id = await mien(GS, [{ dateFin: '2026-11-22' }]);
    expect(await supprimer(id)).toEqual({ ...RIEN, supprimes: [id] });
  });

  test('is not kept by managers of other structures', async () => {
    const id = await mien(GS);
    await rattacher(sql, await creerCompte(sql), await creerStructure(sql), GP);
    expect(await supprimer(id)).toEqual({ ...RIEN, derniers: [id] });
  });
});

describe('several at once', () => {
  test('end where they may, in one act; the others are told apart and stay', async () => {
    const ids: number[] = [];
    for (const role of ['UTILISATEUR', GP, GS, GS] as const) {
      structureId = await creerStructure(sql);
      ids.push(await mien(role));
    }
    await autre(GP);
    const [utilisateur = 0, principal = 0, dernier = 0, secondaire = 0] = ids;
    expect(await supprimer(...ids)).toEqual({
      supprimes: [utilisateur, secondaire],
      aTransmettre: [principal],
      derniers: [dernier],
    });
    const vivants = await sql`
      select id from rattachement where compte_id = ${compteId} and supprime_le is null
      order by id`;
    expect(vivants.map((r) => r['id'])).toEqual([principal, dernier]);
    expect(await filDe(sql, compteId)).toEqual(['RATTACHEMENT_SUPPRIME', 'RATTACHEMENT_SUPPRIME']);
  });

  test('count each once, however often it is named', async () => {
    const id = await mien();
    expect(await supprimer(id, id, id)).toEqual({ ...RIEN, supprimes: [id] });
    expect(await filDe(sql, compteId)).toEqual(['RATTACHEMENT_SUPPRIME']);
  });

  test('leave out those of somebody else, of nobody, and those deleted before', async () => {
    const [id, collegue] = [await mien(), await autre('UTILISATEUR')];
    await supprimer(id);
    const encore = () => supprimer(id, collegue, 999_999);
    expect(await sansTrace(proprietaire, encore)).toEqual(RIEN);
    expect(await sansTrace(proprietaire, () => supprimer())).toEqual(RIEN);
  });

  test('are none for a deactivated account', async () => {
    const id = await mien();
    await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${compteId}`;
    const fait = await sansTrace(proprietaire, () => supprimer(id));
    expect(fait).toEqual({ kind: 'indisponible' });
  });
});

describe('a principal who deletes', () => {
  test('is asked for a successor first: nothing ends', async () => {
    const id = await mien(GP);
    await autre(GS);
    const fait = await sansTrace(proprietaire, () => supprimer(id));
    expect(fait).toEqual({ ...RIEN, aTransmettre: [id] });
  });
});
