// Many requests decided at once, on the database: each for itself, one outcome each.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { demandeStockee, deposer, sansTrace } from '../../../tests/soutien/demandes.ts';
import { creerCompte, creerStructure, INSTANT, rattacher } from '../../../tests/soutien/scene.ts';
import { retirerDemande } from './actions.ts';
import { deciderDemandes } from './actions-decision-masse.ts';

const { sql, proprietaire } = await baseDeTest();
let structureId: number;
let principal: number;
beforeEach(async () => {
  structureId = await creerStructure(sql);
  principal = await creerCompte(sql);
  await rattacher(sql, principal, structureId, 'GESTIONNAIRE_PRINCIPAL');
});
const demande = async (ou = structureId) => deposer(sql, await creerCompte(sql), ou);
const accepter = (ids: number[]) =>
  deciderDemandes(sql, principal, ids, { acte: 'accepter' }, INSTANT);
const refuser = (ids: number[]) =>
  deciderDemandes(sql, principal, ids, { acte: 'refuser', motif: 'Inconnu' }, INSTANT);

describe('many requests', () => {
  test('are accepted, each told apart: one of elsewhere, one withdrawn, one twice', async () => {
    const [un, deux, retiree] = [await demande(), await demande(), await demande()];
    const ailleurs = await demande(await creerStructure(sql));
    const [auteur] = await sql<{ compteId: number }[]>`
      select compte_id from demande where id = ${retiree}`;
    await retirerDemande(sql, auteur?.compteId ?? 0, retiree, INSTANT);
    expect(await accepter([un, ailleurs, retiree, deux, un])).toEqual({
      kind: 'faites',
      issues: [
        { demandeId: un, resultat: { kind: 'acceptee' } },
        { demandeId: ailleurs, resultat: { kind: 'introuvable' } },
        { demandeId: retiree, resultat: { kind: 'terminee', etat: 'RETIREE', par: null } },
        { demandeId: deux, resultat: { kind: 'acceptee' } },
      ],
    });
    const { demande: intacte } = await demandeStockee(sql, ailleurs);
    expect(intacte).toMatchObject({ etat: 'EN_COURS_DE_VALIDATION' });
  });

  test('are refused with one reason, kept on each', async () => {
    const ids = [await demande(), await demande()];
    expect(await refuser(ids)).toMatchObject({ kind: 'faites' });
    for (const id of ids)
      expect((await demandeStockee(sql, id)).demande).toMatchObject({
        etat: 'REFUSEE',
        motif: 'Inconnu',
      });
  });

  test('of two managers at once are each decided once', async () => {
    const second = await creerCompte(sql);
    await rattacher(sql, second, structureId, 'GESTIONNAIRE_SECONDAIRE');
    const ids: number[] = [];
    for (let n = 0; n < 8; n += 1) ids.push(await demande());
    const rejet = { acte: 'refuser', motif: 'Non' } as const;
    const [un, deux] = await Promise.all([
      accepter(ids),
      deciderDemandes(sql, second, ids.toReversed(), rejet, INSTANT),
    ]);
    const kinds = [un, deux].flatMap((fait) =>
      fait.kind === 'faites' ? fait.issues.map(({ resultat }) => resultat.kind) : [],
    );
    expect(kinds.filter((kind) => kind === 'terminee')).toHaveLength(8);
    expect(kinds.filter((kind) => kind !== 'terminee')).toHaveLength(8);
  });

  test('beyond five hundred are none', async () => {
    const ids = Array.from({ length: 501 }, (_, n) => n + 1);
    const fait = await sansTrace(proprietaire, () => accepter(ids));
    expect(fait).toEqual({ kind: 'tropNombreuses' });
  });

  test('stop at once for who is deactivated', async () => {
    const id = await demande();
    await sql`
      update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${principal}`;
    expect(await accepter([id])).toEqual({ kind: 'indisponible' });
  });
});
