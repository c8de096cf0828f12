// Requests and decisions at the same moment: one wins, the other is told what the first did.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { dansLOrdre } from '../../../tests/soutien/courses.ts';
import {
  demandeStockee,
  deposer,
  rattachementStocke,
  saisie,
} from '../../../tests/soutien/demandes.ts';
import { appliquerLigne, ligneFlux } from '../../../tests/soutien/flux.ts';
import {
  courrielsEnFile,
  creerCompte,
  creerService,
  creerStructure,
  filDe,
  INSTANT,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import type { Transaction } from '../../platform/postgres/sql.ts';
import { supprimerRattachements } from '../rattachement/actions-suppression.ts';
import { demanderRattachement, retirerDemande } from './actions.ts';
import { refuserRattachement, validerRattachement } from './actions-decision.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
let compteId: number;
let structureId: number;
let principal: number;
let secondaire: number;
beforeEach(async () => {
  structureId = await creerStructure(sql);
  compteId = await creerCompte(sql);
  principal = await creerCompte(sql, { prenom: 'Léa', nom: 'Roux' });
  secondaire = await creerCompte(sql);
  await rattacher(sql, principal, structureId, 'GESTIONNAIRE_PRINCIPAL');
  await rattacher(sql, secondaire, structureId, 'GESTIONNAIRE_SECONDAIRE');
});

const demander = (portees: (number | null)[] = [null]) =>
  demanderRattachement(sql, compteId, saisie(structureId, { portees }), INSTANT);
const valider = (id: number, qui = principal) => validerRattachement(sql, qui, id, INSTANT);
const refuser = (id: number, qui = secondaire) =>
  refuserRattachement(sql, qui, { demandeId: id, motif: 'non' }, INSTANT);
const retirer = (id: number) => retirerDemande(sql, compteId, id, INSTANT);
const tenu = () => rattachementStocke(sql, compteId, structureId);
const demandes = async () =>
  (await sql`select etat from demande where compte_id = ${compteId}`).map((d) => d['etat']);
const leCompte = (tx: Transaction) => tx`select from compte where id = ${compteId} for update`;
const fermer = (tx: Transaction) =>
  tx`update structure set statut = 'INACTIF' where id = ${structureId}`;

describe('two requests from two tabs', () => {
  test('for the same: one is filed, the other is told', async () => {
    const [un, deux] = await dansLOrdre(base, leCompte, [() => demander(), () => demander()]);
    expect([un, deux]).toMatchObject([{ kind: 'demandee' }, { kind: 'dejaDemande' }]);
    expect(await demandes()).toEqual(['EN_COURS_DE_VALIDATION']);
  });

  test('five at once, in no order: one is filed', async () => {
    const faits = await Promise.all([1, 2, 3, 4, 5].map(() => demander()));
    const kinds = faits.map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual([...Array(4).fill('dejaDemande'), 'demandee']);
    expect((await demandes()).length).toBe(1);
    expect(await filDe(sql, compteId)).toEqual(['RATTACHEMENT_DEMANDE']);
  });

  test('for two services in common: the second asks for the rest', async () => {
    const services: number[] = [];
    for (const code of ['A', 'B', 'C']) services.push(await creerService(sql, structureId, code));
    const [a = 0, b = 0, c = 0] = services;
    const actes = [() => demander([a, b]), () => demander([b, c])] as const;
    const [, deux] = await dansLOrdre(base, leCompte, [...actes]);
    const id = deux?.kind === 'demandee' ? deux.demandeId : 0;
    const { lignes } = await demandeStockee(sql, id);
    expect(lignes.map((l) => l['serviceId'])).toEqual([c]);
  });

  test('of two people: both are filed', async () => {
    const autre = await creerCompte(sql);
    const faits = await Promise.all([
      demander(),
      demanderRattachement(sql, autre, saisie(structureId), INSTANT),
    ]);
    expect(faits.map(({ kind }) => kind)).toEqual(['demandee', 'demandee']);
  });

  test('of a manager, granted at once: the right is written once, the other told', async () => {
    const service = await creerService(sql, structureId, 'A');
    await sql`
      update rattachement_ligne set service_id = ${service} where structure_id = ${structureId}`;
    const demande = () => demanderRattachement(sql, secondaire, saisie(structureId), INSTANT);
    const kinds = (await Promise.all([demande(), demande()])).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['accordee', 'dejaRattache']);
  });
});

describe('a structure closed meanwhile', () => {
  test('refuses the request that waited for it, with the reason', async () => {
    const [fait] = await dansLOrdre(base, fermer, [() => demander()]);
    expect(fait).toEqual({ kind: 'structureInactive' });
    expect(await demandes()).toEqual([]);
  });

  test('refuses the acceptance that waited for it: the request waits on', async () => {
    const id = await deposer(sql, compteId, structureId);
    const [fait] = await dansLOrdre(base, fermer, [() => valider(id)]);
    expect(fait).toEqual({ kind: 'structureInactive' });
    expect(await tenu()).toBeUndefined();
    expect(await demandes()).toEqual(['EN_COURS_DE_VALIDATION']);
  });

  test('refuses the request of a service closed meanwhile', async () => {
    const service = await creerService(sql, structureId, 'A');
    const fermerService = (tx: Transaction) =>
      tx`update service set date_fin = '2026-11-22' where id = ${service}`;
    const [fait] = await dansLOrdre(base, fermerService, [() => demander([service])]);
    expect(fait).toEqual({ kind: 'serviceFerme' });
  });
});

describe('two managers on one request', () => {
  const accepter = () => valider(id);
  const rejeter = () => refuser(id);
  let id: number;
  beforeEach(async () => {
    id = await deposer(sql, compteId, structureId);
  });

  test.each([
    ['accepts', accepter, rejeter, 'ACCEPTEE'],
    ['refuses', rejeter, accepter, 'REFUSEE'],
  ] as const)('the first %s, the second is told who did', async (_quoi, premier, second, etat) => {
    const [un, deux] = await dansLOrdre(base, leCompte, [premier, second]);
    expect(un).toEqual({ kind: etat.toLowerCase() });
    const par = etat === 'ACCEPTEE' ? 'Léa Roux' : 'Pauline Dufour';
    expect(deux).toEqual({ kind: 'terminee', etat, par });
    expect((await tenu()) !== undefined).toBe(etat === 'ACCEPTEE');
    const { etapes } = await demandeStockee(sql, id);
    expect(etapes.map((e) => e['quoi'])).toEqual(['DEMANDEE', etat]);
  });

  test('both accept, many times over: the right, the mail and the event come once', async () => {
    const faits = await Promise.all(
      [1, 2, 3].flatMap(() => [valider(id), valider(id, secondaire)]),
    );
    const kinds = faits.map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual(['acceptee', ...Array(5).fill('terminee')]);
    const courriels = (await courrielsEnFile(proprietaire)).filter((c) => c['demandeId'] === id);
    expect(courriels.length).toBe(1);
    expect(await filDe(sql, compteId)).toEqual(['RATTACHEMENT_DEMANDE', 'DEMANDE_ACCEPTEE']);
    expect((await tenu())?.lignes.length).toBe(1);
  });
});

describe('a withdrawal and an acceptance', () => {
  let id: number;
  beforeEach(async () => {
    id = await deposer(sql, compteId, structureId);
  });

  test('the withdrawal first: nothing is given', async () => {
    const actes = [() => retirer(id), () => valider(id)] as const;
    const [un, deux] = await dansLOrdre(base, leCompte, [...actes]);
    expect([un, deux]).toEqual([
      { kind: 'retiree', nature: 'RATTACHEMENT' },
      { kind: 'terminee', etat: 'RETIREE', par: null },
    ]);
    expect(await tenu()).toBeUndefined();
  });

  test('the acceptance first: it stands', async () => {
    const actes = [() => valider(id), () => retirer(id)] as const;
    const [un, deux] = await dansLOrdre(base, leCompte, [...actes]);
    expect([un, deux]).toEqual([{ kind: 'acceptee' }, { kind: 'terminee', etat: 'ACCEPTEE' }]);
    expect((await tenu())?.role).toBe('UTILISATEUR');
  });
});

describe('a deletion and an acceptance', () => {
  let id: number;
  let rattachementId: number;
  beforeEach(async () => {
    const serviceId = await creerService(sql, structureId, 'A');
    const lignes = [{ serviceId }];
    rattachementId = await rattacher(sql, compteId, structureId, 'UTILISATEUR', lignes);
    id = await deposer(sql, compteId, structureId);
  });
  const supprimer = () => supprimerRattachements(sql, compteId, [rattachementId], INSTANT);

  test('the deletion first: the request went with it', async () => {
    const [, deux] = await dansLOrdre(base, leCompte, [supprimer, () => valider(id)]);
    expect(deux).toEqual({ kind: 'terminee', etat: 'RETIREE', par: null });
    expect(await tenu()).toBeUndefined();
  });

  test('the acceptance first: what it gave ends too', async () => {
    const [un] = await dansLOrdre(base, leCompte, [() => valider(id), supprimer]);
    expect(un).toEqual({ kind: 'acceptee' });
    expect(await tenu()).toBeUndefined();
    expect(await demandes()).toEqual(['ACCEPTEE']);
  });
});

describe('an account deactivated meanwhile by the feed', () => {
  const ligne = (nom: string, etat: 'ACTIF' | 'INACTIF') => ligneFlux(nom, { etat });

  test('does not get what it asked: the request is not accepted', async () => {
    compteId = await appliquerLigne(sql, ligne('M-DEMANDEUR', 'ACTIF'), INSTANT);
    const id = await deposer(sql, compteId, structureId);
    const desactiver = () => appliquerLigne(sql, ligne('M-DEMANDEUR', 'INACTIF'), INSTANT);
    const [, fait] = await dansLOrdre(base, leCompte, [desactiver, () => valider(id)]);
    expect(fait).toEqual({ kind: 'compteInactif' });
    expect(await tenu()).toBeUndefined();
  });

  test('does not decide any more', async () => {
    const decideur = await appliquerLigne(sql, ligne('M-DECIDEUR', 'ACTIF'), INSTANT);
    await rattacher(sql, decideur, structureId, 'GESTIONNAIRE_SECONDAIRE');
    const id = await deposer(sql, compteId, structureId);
    const tenir = (tx: Transaction) => tx`select from compte where id = ${decideur} for update`;
    const desactiver = () => appliquerLigne(sql, ligne('M-DECIDEUR', 'INACTIF'), INSTANT);
    const [, fait] = await dansLOrdre(base, tenir, [desactiver, () => valider(id, decideur)]);
    expect(fait).toEqual({ kind: 'indisponible' });
    expect(await demandes()).toEqual(['EN_COURS_DE_VALIDATION']);
  });
});
