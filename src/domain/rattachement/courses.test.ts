// Departures and hand-overs at the same moment: never two principals, never a structure left
// without manager.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { dansLOrdre } from '../../../tests/soutien/courses.ts';
import { journalEntier, rattachementStocke } from '../../../tests/soutien/demandes.ts';
import { appliquerLigne, entreeFlux, ligneFlux } from '../../../tests/soutien/flux.ts';
import {
  creerCompte,
  creerStructure,
  INSTANT,
  JOUR,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import type { Transaction } from '../../platform/postgres/sql.ts';
import { appliquerFluxComptes } from '../compte/actions-flux.ts';
import type { LigneFlux } from '../compte/flux.ts';
import { remplacerGestionnairePrincipal, supprimerRattachements } from './actions-suppression.ts';

const base = await baseDeTest();
const { sql } = base;
const GP = 'GESTIONNAIRE_PRINCIPAL';
const GS = 'GESTIONNAIRE_SECONDAIRE';
let structureId: number;
let principal: number;
let mien: number;
let rang = 0;
beforeEach(async () => {
  rang += 1;
  [structureId, principal] = [await creerStructure(sql), await creerCompte(sql)];
  mien = await rattacher(sql, principal, structureId, GP);
});

/** Somebody whom the feed brought, attached to the whole structure. */
async function arriver(nom: string, role: 'UTILISATEUR' | typeof GS = 'UTILISATEUR') {
  const ligne = ligneFlux(`M-${nom}-${rang}`);
  const compteId = await appliquerLigne(sql, ligne, INSTANT);
  const rattachementId = await rattacher(sql, compteId, structureId, role);
  return { ligne, compteId, rattachementId };
}
const transmettre = (successeurId: number) =>
  remplacerGestionnairePrincipal(sql, principal, { rattachementId: mien, successeurId }, INSTANT);
const partir = (compteId: number, ...ids: number[]) =>
  supprimerRattachements(sql, compteId, ids, INSTANT);
const gerants = async () => {
  const rows = await sql<{ compteId: number; role: string }[]>`
    select compte_id, role from gestionnaires_actifs(${structureId}, ${JOUR})`;
  return rows.map(({ compteId, role }) => [compteId, role]);
};
const laStructure = (tx: Transaction) =>
  tx`select from structure where id = ${structureId} for update`;
const leCompte = (id: number) => (tx: Transaction) =>
  tx`select from compte where id = ${id} for update`;
const monRattachement = (tx: Transaction) =>
  tx`select from rattachement where id = ${mien} for update`;

describe('two principals designated at once', () => {
  test('from two tabs: one is, the other act is told that the role has gone', async () => {
    const [un, deux] = [await arriver('UN'), await arriver('DEUX')];
    const actes = [() => transmettre(un.compteId), () => transmettre(deux.compteId)];
    const faits = await dansLOrdre(base, leCompte(principal), actes);
    expect(faits).toEqual([{ kind: 'transmis' }, { kind: 'pasPrincipal' }]);
    expect(await gerants()).toEqual([[un.compteId, GP]]);
  });

  test('many times, in no order: one', async () => {
    const gens = [await arriver('UN'), await arriver('DEUX'), await arriver('TROIS')];
    const faits = await Promise.all(gens.map(({ compteId }) => transmettre(compteId)));
    const kinds = faits.map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual(['pasPrincipal', 'pasPrincipal', 'transmis']);
    expect((await gerants()).length).toBe(1);
  });

  test('by the person, then by the feed: the feed names anew, the other gives way', async () => {
    const [un, deux] = [await arriver('UN'), await arriver('DEUX')];
    const rattachements = [await entreeFlux(sql, structureId, { role: GP })];
    const nommer = () => appliquerLigne(sql, { ...deux.ligne, rattachements }, INSTANT);
    const actes = [() => transmettre(un.compteId), nommer];
    await dansLOrdre<unknown[]>(base, monRattachement, actes);
    expect((await gerants()).toSorted()).toEqual(
      [
        [un.compteId, GS],
        [deux.compteId, GP],
      ].toSorted(),
    );
  });

  test('by the feed, then by the person: the role is no longer theirs to give', async () => {
    const [un, deux] = [await arriver('UN'), await arriver('DEUX')];
    const rattachements = [await entreeFlux(sql, structureId, { role: GP })];
    const nommer = () => appliquerLigne(sql, { ...deux.ligne, rattachements }, INSTANT);
    const actes = [nommer, () => transmettre(un.compteId)];
    const [, fait] = await dansLOrdre<unknown[]>(base, monRattachement, actes);
    expect(fait).toEqual({ kind: 'pasPrincipal' });
    expect((await rattachementStocke(sql, un.compteId, structureId))?.role).toBe('UTILISATEUR');
  });
});

describe('leaving at once', () => {
  test('two secondaires, the principal away: one stays', async () => {
    await sql`
      update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${principal}`;
    const [un, deux] = [await arriver('UN', GS), await arriver('DEUX', GS)];
    const actes = [un, deux].map((qui) => () => partir(qui.compteId, qui.rattachementId));
    const faits = await dansLOrdre(base, laStructure, actes);
    expect(faits).toMatchObject([
      { supprimes: [{ id: un.rattachementId }], derniers: [] },
      { supprimes: [], derniers: [{ id: deux.rattachementId }] },
    ]);
    expect(await gerants()).toEqual([[deux.compteId, GS]]);
  });

  test('the principal to a secondaire who leaves first: the hand-over is refused', async () => {
    const { compteId, rattachementId } = await arriver('UN', GS);
    const actes = [() => partir(compteId, rattachementId), () => transmettre(compteId)];
    const [, fait] = await dansLOrdre<unknown[]>(base, leCompte(compteId), actes);
    expect(fait).toEqual({ kind: 'successeurRefuse' });
    expect(await gerants()).toEqual([[principal, GP]]);
  });

  test('the principal first, to a secondaire who leaves: the new principal stays', async () => {
    const { compteId, rattachementId } = await arriver('UN', GS);
    const actes = [() => transmettre(compteId), () => partir(compteId, rattachementId)];
    const [, fait] = await dansLOrdre<unknown[]>(base, leCompte(compteId), actes);
    expect(fait).toMatchObject({ supprimes: [], aTransmettre: [{ id: rattachementId }] });
    expect(await gerants()).toEqual([[compteId, GP]]);
  });

  test('the principal to an utilisateur, and the only secondaire: somebody manages', async () => {
    const [un, deux] = [await arriver('UN'), await arriver('DEUX', GS)];
    const actes = [
      () => transmettre(un.compteId),
      () => partir(deux.compteId, deux.rattachementId),
    ];
    await dansLOrdre<unknown[]>(base, laStructure, actes);
    expect(await gerants()).toEqual([[un.compteId, GP]]);
  });

  test('twice from two tabs: the second finds nothing left', async () => {
    const { compteId, rattachementId } = await arriver('UN');
    const acte = () => partir(compteId, rattachementId);
    const faits = await dansLOrdre(base, leCompte(compteId), [acte, acte]);
    expect(faits).toMatchObject([{ supprimes: [{ id: rattachementId }] }, { supprimes: [] }]);
    const actes = (await journalEntier(sql, compteId)).map((l) => l['acte']);
    expect(actes.filter((acte) => acte === 'RATTACHEMENT_SUPPRIME').length).toBe(1);
  });
});

describe('a successor deactivated by the feed between the form and the act', () => {
  test('is refused, and nothing is changed', async () => {
    const { ligne, compteId } = await arriver('UN');
    const desactiver = () => appliquerLigne(sql, { ...ligne, etat: 'INACTIF' }, INSTANT);
    const actes = [desactiver, () => transmettre(compteId)];
    const [, fait] = await dansLOrdre<unknown[]>(base, leCompte(compteId), actes);
    expect(fait).toEqual({ kind: 'successeurRefuse' });
    expect(await gerants()).toEqual([[principal, GP]]);
    expect((await rattachementStocke(sql, compteId, structureId))?.role).toBe('UTILISATEUR');
    expect(await journalEntier(sql, principal)).toEqual([]);
  });

  test('after the act, has the role all the same: a loss that nobody chose', async () => {
    const { ligne, compteId } = await arriver('UN');
    const desactiver = () => appliquerLigne(sql, { ...ligne, etat: 'INACTIF' }, INSTANT);
    const actes = [() => transmettre(compteId), desactiver];
    const [fait] = await dansLOrdre<unknown[]>(base, leCompte(compteId), actes);
    expect(fait).toEqual({ kind: 'transmis' });
    expect((await rattachementStocke(sql, compteId, structureId))?.role).toBe(GP);
    expect(await gerants()).toEqual([]);
  });
});

describe('the feed that names principals on two structures', () => {
  test('and the departure of who holds both do not wait for each other', async () => {
    const qui = await creerCompte(sql);
    // The feed would meet the two rows in the order of the structures, the departure in that of
    // their ids.
    const [seconde, premiere] = [await creerStructure(sql), await creerStructure(sql)];
    const un = await rattacher(sql, qui, premiere, GP);
    const deux = await rattacher(sql, qui, seconde, GP);
    await sql`update rattachement set version = version + 1 where id = ${un}`;
    const lignes: { numero: number; flux: LigneFlux }[] = [];
    for (const [numero, structure] of [premiere, seconde].entries()) {
      const rattachements = [await entreeFlux(sql, structure, { role: GP })];
      lignes.push({ numero, flux: ligneFlux(`M-${structure}`, { rattachements }) });
    }
    const nommer = () => appliquerFluxComptes(sql, lignes, () => false, INSTANT);
    const tenir = (tx: Transaction) => tx`select from rattachement where id = ${un} for update`;
    const actes = [() => partir(qui, un, deux), nommer];
    const [fait] = await dansLOrdre<unknown[]>(base, tenir, actes);
    expect(fait).toMatchObject({ aTransmettre: [{ id: un }, { id: deux }] });
    for (const structure of [premiere, seconde])
      expect((await rattachementStocke(sql, qui, structure))?.role).toBe(GS);
  });
});
