// Refusing a request, on the database, and decisions that cannot be taken, or no longer.
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
  apres,
  courrielsEnFile,
  creerCompte,
  creerStructure,
  filDe,
  INSTANT,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { refuserRattachement, validerRattachement } from './actions-decision.ts';

const { sql, proprietaire } = await baseDeTest();
const PLUS_TARD = apres(INSTANT, 60_000);
let compteId: number;
let structureId: number;
let principal: number;
beforeEach(async () => {
  compteId = await creerCompte(sql, { adresseElectronique: 'karim@terneuil.fr' });
  structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
  principal = await creerCompte(sql, { prenom: 'Léa', nom: 'Roux' });
  await rattacher(sql, principal, structureId, 'GESTIONNAIRE_PRINCIPAL');
});

const demander = (champs: Parameters<typeof deposer>[3] = {}) =>
  deposer(sql, compteId, structureId, champs);
const valider = (id: number, qui = principal) => validerRattachement(sql, qui, id, PLUS_TARD);
const refuser = (id: number, motif = 'Inconnu ici', qui = principal) =>
  refuserRattachement(sql, qui, { demandeId: id, motif }, PLUS_TARD);
const tenu = () => rattachementStocke(sql, compteId, structureId);

describe('a request refused', () => {
  test('gives nothing, and its reason on itself, its timeline and by mail', async () => {
    const id = await demander({ commentaire: 'Bonjour' });
    const motif = 'Voyez d’abord la DSI';
    expect(await refuser(id, motif)).toEqual({ kind: 'refusee' });
    expect(await tenu()).toBeUndefined();
    const { demande, lignes, etapes } = await demandeStockee(sql, id);
    expect(demande).toMatchObject({
      etat: 'REFUSEE',
      motif,
      commentaire: 'Bonjour',
      termineeLe: PLUS_TARD,
      decideeParCompteId: principal,
      decideeEnQualite: 'GESTIONNAIRE_PRINCIPAL',
    });
    expect(lignes).toMatchObject([{ etat: 'REFUSEE' }]);
    expect(etapes[1]).toMatchObject({
      quoi: 'REFUSEE',
      parCompteId: principal,
      enQualite: 'GESTIONNAIRE_PRINCIPAL',
      commentaire: motif,
    });
    const courriels = (await courrielsEnFile(proprietaire)).filter((c) => c['demandeId'] === id);
    expect(courriels).toMatchObject([{ nature: 'DEMANDE_REFUSEE', motif }]);
  });

  test('is journaled without its reason, told in the fil', async () => {
    const id = await demander();
    await refuser(id, 'Tout à fait secret');
    const journal = await journalEntier(sql, compteId);
    expect(journal[1]).toMatchObject({ acte: 'DEMANDE_REFUSEE', objetId: id, details: {} });
    expect(JSON.stringify(journal)).not.toContain('secret');
    expect(await filDe(sql, compteId)).toEqual(['RATTACHEMENT_DEMANDE', 'DEMANDE_REFUSEE']);
  });

  test('leaves what the requester has', async () => {
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', [{ dateFin: '2026-12-31' }]);
    const avant = await tenu();
    await refuser(await demander());
    expect(await tenu()).toEqual(avant);
  });
});

describe('a decision that comes too late', () => {
  test.each([
    ['accepted', valider, 'ACCEPTEE'],
    ['refused', refuser, 'REFUSEE'],
  ] as const)(
    'says that it is %s and by whom, and changes nothing',
    async (_quoi, decider, etat) => {
      const id = await demander();
      await decider(id);
      const attendu = { kind: 'terminee', etat, par: 'Léa Roux' };
      const encore = () => sansTrace(proprietaire, () => valider(id));
      expect(await encore()).toEqual(attendu);
      expect(await sansTrace(proprietaire, () => refuser(id))).toEqual(attendu);
    },
  );
});

describe('a request cannot be accepted', () => {
  test('on a structure closed since; it can be refused', async () => {
    const id = await demander();
    await sql`update structure set statut = 'INACTIF' where id = ${structureId}`;
    const fait = await sansTrace(proprietaire, () => valider(id));
    expect(fait).toEqual({ kind: 'structureInactive' });
    expect(await refuser(id)).toEqual({ kind: 'refusee' });
  });

  test('for an account deactivated since; it can be refused', async () => {
    const id = await demander();
    await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${compteId}`;
    const fait = await sansTrace(proprietaire, () => valider(id));
    expect(fait).toEqual({ kind: 'compteInactif' });
    expect(await refuser(id)).toEqual({ kind: 'refusee' });
  });
});
