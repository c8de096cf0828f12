// Accepting less than was asked, or what is left of it, on the database: what is stored, who is told what.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { dansLOrdre } from '../../../tests/soutien/courses.ts';
import {
  demandeStockee,
  deposer,
  journalEntier,
  rattachementStocke,
  sansTrace,
} from '../../../tests/soutien/demandes.ts';
import {
  apres,
  courrielsEnFile,
  creerCompte,
  creerService,
  creerStructure,
  heures,
  INSTANT,
  JOUR,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import type { Transaction } from '../../platform/postgres/sql.ts';
import type { Octroi } from './acceptation.ts';
import { retirerDemande } from './actions.ts';
import { validerRattachement } from './actions-decision.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
const PERIODE = { dateDebut: JOUR, dateFin: '2027-12-31' };
let compteId: number;
let structureId: number;
let principal: number;
let urbs: number;
let voirie: number;
beforeEach(async () => {
  compteId = await creerCompte(sql);
  structureId = await creerStructure(sql);
  principal = await creerCompte(sql);
  await rattacher(sql, principal, structureId, 'GESTIONNAIRE_PRINCIPAL');
  urbs = await creerService(sql, structureId, 'URBS');
  voirie = await creerService(sql, structureId, 'VOIRIE');
});

const demander = () => deposer(sql, compteId, structureId, { portees: [urbs, voirie], ...PERIODE });
const valider = (id: number, octroi: Octroi | null = null, instant = INSTANT) =>
  validerRattachement(sql, principal, id, instant, { octroi });
const tenu = () => rattachementStocke(sql, compteId, structureId);
const courrielDe = async (id: number) =>
  (await courrielsEnFile(proprietaire)).find((courriel) => courriel['demandeId'] === id);

describe('a request accepted in part', () => {
  const MOIS = { dateDebut: '2026-12-01', dateFin: '2026-12-31' };

  test('gives what was granted, and keeps beside it what was asked', async () => {
    const id = await demander();
    expect(await valider(id, { portees: [urbs], ...MOIS })).toEqual({ kind: 'acceptee' });
    expect((await tenu())?.lignes).toEqual([{ portee: urbs, ...MOIS, statut: 'VALIDEE' }]);
    const { demande, lignes } = await demandeStockee(sql, id);
    expect(demande).toMatchObject({ etat: 'ACCEPTEE', motif: null });
    expect(lignes).toMatchObject([
      {
        serviceId: urbs,
        ...PERIODE,
        etat: 'ACCEPTEE',
        accordeeDebut: MOIS.dateDebut,
        accordeeFin: MOIS.dateFin,
      },
      { serviceId: voirie, ...PERIODE, etat: 'REFUSEE', accordeeDebut: null, accordeeFin: null },
    ]);
  });

  test('is told as such, by mail and in the journal; one accepted whole is not', async () => {
    const id = await demander();
    await valider(id, { portees: [urbs], ...PERIODE });
    expect(await courrielDe(id)).toMatchObject({ nature: 'DEMANDE_ACCEPTEE', reduite: true });
    const autre = await deposer(sql, compteId, structureId, { portees: [voirie] });
    await valider(autre);
    expect(await courrielDe(autre)).toMatchObject({ reduite: false });
    const journal = await journalEntier(sql, compteId);
    const acceptations = journal.filter(({ acte }) => acte === 'DEMANDE_ACCEPTEE');
    expect(acceptations.map(({ details }) => details)).toEqual([{ reduite: true }, {}]);
  });

  test('lets the rest be asked again at once', async () => {
    await valider(await demander(), { portees: [urbs], ...PERIODE });
    const encore = { portees: [voirie], ...PERIODE };
    expect(await deposer(sql, compteId, structureId, encore)).toBeGreaterThan(0);
  });

  test('is never wider than asked: nothing is written', async () => {
    const id = await demander();
    const autre = await creerService(sql, structureId, 'AUTRE');
    for (const octroi of [
      { portees: [null], ...PERIODE },
      { portees: [urbs, autre], ...PERIODE },
      { portees: [urbs], ...PERIODE, dateFin: null },
    ])
      expect(await sansTrace(proprietaire, () => valider(id, octroi))).toEqual({
        kind: 'horsDemande',
      });
  });
});

describe('what changed since the request', () => {
  const fermer = (service: number) =>
    sql`update service set date_fin = '2026-11-22' where id = ${service}`;

  test('a service closed is left out, the other granted', async () => {
    const id = await demander();
    await fermer(urbs);
    expect(await valider(id)).toEqual({ kind: 'acceptee' });
    expect((await tenu())?.lignes).toMatchObject([{ portee: voirie }]);
    const { lignes } = await demandeStockee(sql, id);
    expect(lignes.map(({ etat }) => etat)).toEqual(['REFUSEE', 'ACCEPTEE']);
  });

  test('with every service closed, nothing can be accepted', async () => {
    const id = await demander();
    await fermer(urbs);
    await fermer(voirie);
    const fait = await sansTrace(proprietaire, () => valider(id));
    expect(fait).toEqual({ kind: 'serviceFerme' });
  });

  test('a period that is past gives nothing', async () => {
    const id = await deposer(sql, compteId, structureId, { dateDebut: JOUR, dateFin: JOUR });
    const demain = apres(INSTANT, heures(24));
    const fait = await sansTrace(proprietaire, () => valider(id, null, demain));
    expect(fait).toEqual({ kind: 'periodePassee' });
  });
});

describe('at the same moment', () => {
  const leCompte = (tx: Transaction) => tx`select from compte where id = ${compteId} for update`;

  test('a role lost meanwhile: the request is no longer theirs, nothing is given', async () => {
    const id = await demander();
    const retirerLeRole = (tx: Transaction) => tx`
      update rattachement set role = 'UTILISATEUR'
      where compte_id = ${principal} and structure_id = ${structureId}`;
    const tenir = async (tx: Transaction) => {
      await leCompte(tx);
      await retirerLeRole(tx);
    };
    const [fait] = await dansLOrdre(base, tenir, [() => valider(id)]);
    expect(fait).toEqual({ kind: 'introuvable' });
    expect(await tenu()).toBeUndefined();
  });

  test('a service closed meanwhile is not given', async () => {
    const id = await demander();
    const fermer = (tx: Transaction) =>
      tx`update service set date_fin = '2026-11-22' where id = ${urbs}`;
    const [fait] = await dansLOrdre(base, fermer, [() => valider(id)]);
    expect(fait).toEqual({ kind: 'acceptee' });
    expect((await tenu())?.lignes).toMatchObject([{ portee: voirie }]);
  });

  test('two narrowed acceptances: the first one stands, the second is told', async () => {
    const id = await demander();
    const actes = [
      () => valider(id, { portees: [urbs], ...PERIODE }),
      () => valider(id, { portees: [voirie], ...PERIODE }),
    ] as const;
    const [un, deux] = await dansLOrdre(base, leCompte, [...actes]);
    expect(un).toEqual({ kind: 'acceptee' });
    expect(deux).toEqual({ kind: 'terminee', etat: 'ACCEPTEE', par: 'Pauline Dufour' });
    expect((await tenu())?.lignes).toMatchObject([{ portee: urbs }]);
  });

  test('withdrawn meanwhile: nothing is given', async () => {
    const id = await demander();
    const retirer = () => retirerDemande(sql, compteId, id, INSTANT);
    const [, fait] = await dansLOrdre(base, leCompte, [retirer, () => valider(id)]);
    expect(fait).toEqual({ kind: 'terminee', etat: 'RETIREE', par: null });
    expect(await tenu()).toBeUndefined();
  });
});
