// Acts on espaces at the same moment: the second sees what the first did, whichever comes first.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  abonnementsStockes,
  deposerAbonnement,
  ouvrirEspaces,
  saisieDAbonnement,
} from '../../../tests/soutien/abonnements.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { dansLOrdre } from '../../../tests/soutien/courses.ts';
import { attacher, structureTenue } from '../../../tests/soutien/gestion.ts';
import { INSTANT, ouvrirMois } from '../../../tests/soutien/scene.ts';
import type { Transaction } from '../../platform/postgres/sql.ts';
import { fermerEspace } from '../espace/actions.ts';
import { supprimerRattachements } from '../rattachement/actions-suppression.ts';
import { validerAbonnement } from './actions-decision.ts';
import { demanderAbonnement } from './actions-demande.ts';
import { donnerEspaces } from './actions-gestion.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
let structureId: number;
let principal: number;
let compteId: number;
let rattachementId: number;

beforeAll(() => ouvrirMois(proprietaire));
beforeEach(async () => {
  ({ structureId, principal } = await structureTenue(sql));
  ({ compteId, rattachementId } = await attacher(sql, structureId));
  await ouvrirEspaces(sql, structureId, ['ENGAGEMENTS']);
});

const laStructure = (tx: Transaction) =>
  tx`select from structure where id = ${structureId} for update`;
const leCompte = (tx: Transaction) => tx`select from compte where id = ${compteId} for update`;
const demander = () => demanderAbonnement(sql, compteId, saisieDAbonnement(structureId), INSTANT);
const fermer = () => fermerEspace(sql, principal, { structureId, code: 'ENGAGEMENTS' }, INSTANT);
const partir = () => supprimerRattachements(sql, compteId, [rattachementId], INSTANT);
const donner = () => {
  const don = { espaces: ['ENGAGEMENTS'], mode: 'CONSULTATION' as const };
  return donnerEspaces(
    sql,
    principal,
    { structureId, rattachementId, motif: null, ...don },
    INSTANT,
  );
};

describe('two requests of one account', () => {
  test('at once: one is filed', async () => {
    const faits = await dansLOrdre(base, leCompte, [demander, demander]);
    expect(faits.map(({ kind }) => kind)).toEqual(['demandee', 'dejaDemande']);
  });
});

describe('an acceptance and the espace that closes', () => {
  test('the closing first: nothing is given', async () => {
    const id = await deposerAbonnement(sql, compteId, structureId);
    const valider = () => validerAbonnement(sql, principal, id, INSTANT);
    const [ferme, decide] = await dansLOrdre(base, laStructure, [fermer, valider]);
    expect(ferme.kind).toBe('ferme');
    expect(decide).toMatchObject({ kind: 'terminee', etat: 'EXPIREE' });
    expect(await abonnementsStockes(sql, compteId)).toEqual([]);
  });

  test('the acceptance first: what it gave ends too, at the latest when the closing is done again', async () => {
    const id = await deposerAbonnement(sql, compteId, structureId);
    const valider = () => validerAbonnement(sql, principal, id, INSTANT);
    const [decide, ferme] = await dansLOrdre(base, laStructure, [valider, fermer]);
    expect([decide.kind, ferme.kind]).toEqual(['acceptee', 'ferme']);
    expect(await abonnementsStockes(sql, compteId)).toEqual([]);
  });
});

describe('a request, or a gift, and the rattachement that ends', () => {
  test('the end first: it is not found', async () => {
    const [, fait] = await dansLOrdre(base, leCompte, [partir, demander]);
    expect(fait).toEqual({ kind: 'introuvable' });
    expect(await abonnementsStockes(sql, compteId)).toEqual([]);
  });

  test('the gift first: it ends with the rattachement', async () => {
    const [don] = await dansLOrdre(base, leCompte, [donner, partir]);
    expect(don.kind).toBe('donne');
    expect(await abonnementsStockes(sql, compteId)).toEqual([]);
  });

  test('the end first: there is nobody to give to', async () => {
    const [, don] = await dansLOrdre(base, leCompte, [partir, donner]);
    expect(don).toEqual({ kind: 'introuvable' });
  });
});

describe('two gifts of the same espace', () => {
  test('at once: one counts', async () => {
    const faits = await dansLOrdre(base, laStructure, [donner, donner]);
    expect(faits.map(({ kind }) => kind)).toEqual(['donne', 'dejaAcquis']);
    expect(await abonnementsStockes(sql, compteId)).toHaveLength(1);
  });
});
