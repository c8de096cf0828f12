// Escalated requests (model §3), on the database: what a référent decides, and what stays out of their reach.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { demandeStockee, deposer, sansTrace } from '../../../tests/soutien/demandes.ts';
import { creerCompte, creerStructure, INSTANT, rattacher } from '../../../tests/soutien/scene.ts';
import { refuserRattachement, validerRattachement } from './actions-decision.ts';

const { sql, proprietaire } = await baseDeTest();
let compteId: number;
let structureId: number;
let demandeId: number;
const escalader = () => sql`update demande set escaladee_le = ${INSTANT} where id = ${demandeId}`;
const referent = (champs: Record<string, unknown> = { referentDepartements: ['76'] }) =>
  creerCompte(sql, champs);
const valider = (qui: number, motif: string | null = null) =>
  validerRattachement(sql, qui, demandeId, INSTANT, { motif });
const refuser = (qui: number) =>
  refuserRattachement(sql, qui, { demandeId, motif: 'non' }, INSTANT);

beforeEach(async () => {
  compteId = await creerCompte(sql);
  structureId = await creerStructure(sql, { departement: '76' });
  demandeId = await deposer(sql, compteId, structureId);
});

describe('an escalated request', () => {
  test.each([
    ['of the département', { referentDepartements: ['27', '76'] }],
    ['of the whole country', { referentNational: true }],
  ])('is decided by a référent %s, in that quality', async (_qui, champs) => {
    await escalader();
    const qui = await referent(champs);
    expect(await valider(qui)).toEqual({ kind: 'acceptee' });
    const { demande } = await demandeStockee(sql, demandeId);
    expect(demande).toMatchObject({ decideeParCompteId: qui, decideeEnQualite: 'REFERENT' });
  });

  test('is refused by one too, and the second is told who did', async () => {
    await escalader();
    const [un, deux] = [
      await referent({ prenom: 'Inès', referentNational: true }),
      await referent(),
    ];
    expect(await refuser(un)).toEqual({ kind: 'refusee' });
    const terminee = { kind: 'terminee', etat: 'REFUSEE', par: 'Inès Dufour' };
    expect(await valider(deux)).toEqual(terminee);
  });

  test.each<[string, () => Promise<number>]>([
    ['a référent of another département', () => referent({ referentDepartements: ['27'] })],
    [
      'a référent attached to the structure',
      async () => {
        const qui = await referent();
        await rattacher(sql, qui, structureId);
        return qui;
      },
    ],
    ['nobody in particular', () => creerCompte(sql)],
  ])('does not exist for %s', async (_qui, creer) => {
    await escalader();
    const qui = await creer();
    for (const decider of [valider, refuser])
      expect(await sansTrace(proprietaire, () => decider(qui))).toEqual({ kind: 'introuvable' });
  });

  test('is not decided by a référent who wrote it', async () => {
    await sql`update compte set referent_national = true where id = ${compteId}`;
    await escalader();
    expect(await sansTrace(proprietaire, () => valider(compteId))).toEqual({ kind: 'interdite' });
  });
});

test('a request that is not escalated does not exist for a référent', async () => {
  await rattacher(sql, await creerCompte(sql), structureId, 'GESTIONNAIRE_PRINCIPAL');
  demandeId = await deposer(sql, await creerCompte(sql), structureId);
  const qui = await referent();
  expect(await sansTrace(proprietaire, () => valider(qui))).toEqual({ kind: 'introuvable' });
});

describe('an escalated request that prolongs a secondaire', () => {
  beforeEach(async () => {
    const lignes = [{ dateFin: '2026-12-31' }];
    await rattacher(sql, compteId, structureId, 'GESTIONNAIRE_SECONDAIRE', lignes);
    await escalader();
  });

  test('is accepted by a référent who says why: the timeline keeps it', async () => {
    const qui = await referent();
    expect(await sansTrace(proprietaire, () => valider(qui))).toEqual({ kind: 'motifRequis' });
    expect(await valider(qui, 'Intérim prolongé')).toEqual({ kind: 'acceptee' });
    const { demande, etapes } = await demandeStockee(sql, demandeId);
    expect(demande).toMatchObject({ etat: 'ACCEPTEE', motif: null });
    expect(etapes.at(-1)).toMatchObject({ quoi: 'ACCEPTEE', commentaire: 'Intérim prolongé' });
  });

  test('is not a secondaire’s, be they a référent elsewhere', async () => {
    const qui = await referent();
    await rattacher(sql, qui, structureId, 'GESTIONNAIRE_SECONDAIRE');
    const fait = await sansTrace(proprietaire, () => valider(qui, 'Je veux'));
    expect(fait).toEqual({ kind: 'interdite' });
  });
});
