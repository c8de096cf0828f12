// Withdrawing one’s own request, on the database: what is written, or that nothing is.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  demandeStockee,
  deposer,
  journalEntier,
  sansTrace,
} from '../../../tests/soutien/demandes.ts';
import {
  apres,
  creerCompte,
  creerStructure,
  filDe,
  INSTANT,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { retirerDemande } from './actions.ts';

const { sql, proprietaire } = await baseDeTest();
let compteId: number;
let structureId: number;
beforeEach(async () => {
  [compteId, structureId] = [await creerCompte(sql), await creerStructure(sql)];
  // Managed: requests wait for their managers.
  await rattacher(sql, await creerCompte(sql), structureId, 'GESTIONNAIRE_PRINCIPAL');
});

describe('a withdrawal', () => {
  const PLUS_TARD = apres(INSTANT, 60_000);

  test('ends the request with its lines, adds a step, is journaled and told', async () => {
    const id = await deposer(sql, compteId, structureId);
    expect(await retirerDemande(sql, compteId, id, PLUS_TARD)).toEqual({
      kind: 'retiree',
      nature: 'RATTACHEMENT',
    });
    const { demande, lignes, etapes } = await demandeStockee(sql, id);
    expect(demande).toMatchObject({
      etat: 'RETIREE',
      termineeLe: PLUS_TARD,
      motif: null,
      decideeParCompteId: null,
      decideeEnQualite: null,
      version: 2,
    });
    expect(lignes).toMatchObject([{ etat: 'RETIREE' }]);
    const par = { parCompteId: compteId, enQualite: 'DEMANDEUR', commentaire: null };
    expect(etapes).toEqual([
      { quoi: 'DEMANDEE', ...par, instant: INSTANT },
      { quoi: 'RETIREE', ...par, instant: PLUS_TARD },
    ]);
    const journal = await journalEntier(sql, compteId);
    expect(journal.at(-1)).toMatchObject({ acte: 'DEMANDE_RETIREE', objetId: id, structureId });
    expect(await filDe(sql, compteId)).toEqual(['RATTACHEMENT_DEMANDE', 'DEMANDE_RETIREE']);
  });

  test('of somebody else’s request is of nothing', async () => {
    const id = await deposer(sql, compteId, structureId);
    const [gestionnaire, passant] = [await creerCompte(sql), await creerCompte(sql)];
    await rattacher(sql, gestionnaire, structureId, 'GESTIONNAIRE_SECONDAIRE');
    for (const qui of [gestionnaire, passant]) {
      const fait = await sansTrace(proprietaire, () => retirerDemande(sql, qui, id, INSTANT));
      expect(fait).toEqual({ kind: 'introuvable' });
    }
    const fait = await sansTrace(proprietaire, () =>
      retirerDemande(sql, compteId, 999_999, INSTANT),
    );
    expect(fait).toEqual({ kind: 'introuvable' });
  });

  test('comes too late once it is over', async () => {
    const id = await deposer(sql, compteId, structureId);
    await retirerDemande(sql, compteId, id, INSTANT);
    const fait = await sansTrace(proprietaire, () => retirerDemande(sql, compteId, id, PLUS_TARD));
    expect(fait).toEqual({ kind: 'terminee', etat: 'RETIREE' });
  });

  test('takes a take-over back too', async () => {
    const [row] = await sql<{ id: number }[]>`
      insert into demande (nature, compte_id, structure_id, demandee_le)
      values ('REPRISE', ${compteId}, ${structureId}, ${INSTANT}) returning id`;
    expect(await retirerDemande(sql, compteId, row?.id ?? 0, INSTANT)).toEqual({
      kind: 'retiree',
      nature: 'REPRISE',
    });
    const { demande, etapes } = await demandeStockee(sql, row?.id ?? 0);
    expect(demande).toMatchObject({ etat: 'RETIREE' });
    expect(etapes.at(-1)).toMatchObject({ quoi: 'RETIREE', enQualite: 'DEMANDEUR' });
  });

  test('is not of a deactivated account', async () => {
    const id = await deposer(sql, compteId, structureId);
    await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${compteId}`;
    const fait = await sansTrace(proprietaire, () => retirerDemande(sql, compteId, id, INSTANT));
    expect(fait).toEqual({ kind: 'indisponible' });
  });
});
