// Deciding on a request for espaces: what is written, in which mode, what both sides read, who may not.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  abonnementsStockes,
  deposerAbonnement,
  ouvrirEspaces,
} from '../../../tests/soutien/abonnements.ts';
import { courrielsDuCompte } from '../../../tests/soutien/annonces.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { demandeStockee, journalEntier, sansTrace } from '../../../tests/soutien/demandes.ts';
import { attacher, structureTenue } from '../../../tests/soutien/gestion.ts';
import {
  abonner,
  apres,
  creerCompte,
  filDe,
  heures,
  INSTANT,
  ouvrirMois,
} from '../../../tests/soutien/scene.ts';
import { deciderDemandes } from '../demande/actions-decision-masse.ts';
import { avancerDemandes } from '../demande/actions-echeances.ts';
import { fermerEspace } from '../espace/actions.ts';
import { supprimerRattachements } from '../rattachement/actions-suppression.ts';
import { refuserAbonnement, validerAbonnement } from './actions-decision.ts';
import { abonnementsDuCompte } from './queries-liste.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
const PLUS_TARD = apres(INSTANT, heures(2));
const JOUR = '2026-11-23';
const TOUS = { texte: '', etat: null, page: 1, parPage: 50 };
const DELAIS = {
  ...{ rappelsJours: [3], relanceJours: 3, escaladeJours: 21, expirationJours: 90 },
  oppositionJours: 7,
};
let tenue: Awaited<ReturnType<typeof structureTenue>>;
let structureId: number;
let principal: number;
let compteId: number;
let rattachementId: number;

beforeAll(async () => {
  await ouvrirMois(proprietaire);
  await ouvrirMois(proprietaire, new Date('2026-12-15T09:00:00Z'));
  await ouvrirMois(proprietaire, new Date('2027-02-22T09:00:00Z'));
});
beforeEach(async () => {
  tenue = await structureTenue(sql);
  ({ structureId, principal } = tenue);
  ({ compteId, rattachementId } = await attacher(sql, structureId));
  await ouvrirEspaces(sql, structureId, ['ENGAGEMENTS', 'FACTURES_DE_TRAVAUX']);
});

const DEUX = { espaces: ['ENGAGEMENTS', 'FACTURES_DE_TRAVAUX'], mode: 'MODIFICATION' } as const;
const deposer = (champs: Parameters<typeof deposerAbonnement>[3] = {}) =>
  deposerAbonnement(sql, compteId, structureId, champs);
const valider = (id: number, octroi?: Parameters<typeof validerAbonnement>[4]) =>
  validerAbonnement(sql, principal, id, PLUS_TARD, octroi);
const etats = async () =>
  (await abonnementsDuCompte(sql, compteId, TOUS, JOUR)).lignes
    .filter(({ etat }) => etat !== 'PAR_DEFAUT')
    .map(({ code, etat, mode, par, motif }) => [code, etat, mode, par, motif]);

describe('accepting', () => {
  test('writes the rights, says who granted them, and is told by journal, event and mail', async () => {
    const id = await deposer({ ...DEUX, espaces: [...DEUX.espaces] });
    expect(await valider(id)).toEqual({ kind: 'acceptee' });
    expect(await abonnementsStockes(sql, compteId)).toEqual(
      [...DEUX.espaces].toReversed().map((espace) => ({
        ...{ espace, portee: null, mode: 'MODIFICATION' },
        ...{ origine: 'GESTIONNAIRE', par: principal },
      })),
    );
    expect(await etats()).toEqual(
      [...DEUX.espaces]
        .toReversed()
        .map((code) => [code, 'VALIDE', 'MODIFICATION', 'Hélène AUBRY', null]),
    );
    const { demande, etapes } = await demandeStockee(sql, id);
    expect(demande).toMatchObject({ etat: 'ACCEPTEE', decideeParCompteId: principal });
    expect(etapes.map(({ quoi }) => quoi)).toEqual(['DEMANDEE', 'ACCEPTEE']);
    const actes = (await journalEntier(sql, compteId)).map(({ acte }) => acte);
    expect(actes).toEqual([
      ...['ABONNEMENT_DEMANDE', 'ABONNEMENT_ACCORDE', 'ABONNEMENT_ACCORDE', 'DEMANDE_ACCEPTEE'],
    ]);
    expect(await filDe(sql, compteId)).toEqual(['ABONNEMENT_DEMANDE', 'ABONNEMENT_ACCORDE']);
    expect(await courrielsDuCompte(base, compteId)).toMatchObject([
      { nature: 'DEMANDE_ACCEPTEE', abonnement: true, reduite: false },
    ]);
  });

  test('the whole structure answers a narrower request, and no wider one', async () => {
    const { urbs } = tenue;
    const etroite = await deposer({ portees: [urbs] });
    const large = await deposer({ mode: 'MODIFICATION' });
    const autre = await deposer({ espaces: ['FACTURES_DE_TRAVAUX'] });
    await valider(large);
    const stockees = await Promise.all([etroite, autre].map((id) => demandeStockee(sql, id)));
    expect(stockees.map(({ demande }) => demande)).toMatchObject([
      { etat: 'ACCEPTEE', decideeParCompteId: principal },
      { etat: 'EN_COURS_DE_VALIDATION' },
    ]);
    expect((await courrielsDuCompte(base, compteId)).map(({ demandeId }) => demandeId)).toEqual([
      ...[large, etroite],
    ]);
  });

  test('less writes less, and the request keeps both', async () => {
    const id = await deposer({ ...DEUX, espaces: [...DEUX.espaces] });
    const { lignes } = await demandeStockee(sql, id);
    const une = Number(lignes[0]?.['id']);
    expect(await valider(id, { lignes: [une], consultation: true })).toEqual({ kind: 'acceptee' });
    expect(await abonnementsStockes(sql, compteId)).toMatchObject([
      { espace: 'ENGAGEMENTS', mode: 'CONSULTATION' },
    ]);
    const apresCoup = await demandeStockee(sql, id);
    expect(apresCoup.lignes.map((l) => [l['etat'], l['mode'], l['accordeMode']])).toEqual([
      ['ACCEPTEE', 'MODIFICATION', 'CONSULTATION'],
      ['REFUSEE', 'MODIFICATION', null],
    ]);
    expect(await courrielsDuCompte(base, compteId)).toMatchObject([{ reduite: true }]);
  });

  test('an upgrade replaces the mode of the one held', async () => {
    await abonner(sql, compteId, rattachementId, structureId, 'ENGAGEMENTS');
    await valider(await deposer({ mode: 'MODIFICATION' }));
    expect(await abonnementsStockes(sql, compteId)).toMatchObject([
      { espace: 'ENGAGEMENTS', mode: 'MODIFICATION', par: principal },
    ]);
  });

  test('once the espace closed, or the person left, gives nothing', async () => {
    const id = await deposer();
    await sql`update espace_structure set ferme_le = ${INSTANT}
      where structure_id = ${structureId} and espace_id = 9`;
    expect(await sansTrace(proprietaire, () => valider(id))).toEqual({ kind: 'espaceFerme' });
    await sql`update rattachement_ligne set date_fin = '2026-11-22'
      where rattachement_id = ${rattachementId}`;
    expect(await sansTrace(proprietaire, () => valider(id))).toEqual({ kind: 'nonRattache' });
  });

  test('is for the managers: not for oneself, not for a stranger', async () => {
    const id = await deposer();
    const par = (qui: number) => () => validerAbonnement(sql, qui, id, PLUS_TARD);
    expect(await sansTrace(proprietaire, par(compteId))).toEqual({ kind: 'interdite' });
    const etranger = await creerCompte(sql);
    expect(await sansTrace(proprietaire, par(etranger))).toEqual({ kind: 'introuvable' });
    expect(await valider(id)).toEqual({ kind: 'acceptee' });
    expect(await valider(id)).toMatchObject({ kind: 'terminee', etat: 'ACCEPTEE' });
  });

  test('by a référent once it went up, in their own name', async () => {
    const id = await deposer();
    const referent = await creerCompte(sql, { referentDepartements: ['76'] });
    expect(await validerAbonnement(sql, referent, id, PLUS_TARD)).toEqual({ kind: 'introuvable' });
    await sql`update demande set escaladee_le = ${INSTANT} where id = ${id}`;
    expect(await validerAbonnement(sql, referent, id, PLUS_TARD)).toEqual({ kind: 'acceptee' });
    expect(await abonnementsStockes(sql, compteId)).toMatchObject([{ origine: 'REFERENT' }]);
  });

  test('many at once takes requests of either nature', async () => {
    const id = await deposer();
    const fait = await deciderDemandes(sql, principal, [id], { acte: 'accepter' }, PLUS_TARD);
    expect(fait).toMatchObject({ issues: [{ demandeId: id, resultat: { kind: 'acceptee' } }] });
    const autre = await deposer({ espaces: ['FACTURES_DE_TRAVAUX'] });
    const refus = { acte: 'refuser', motif: 'Non' } as const;
    expect(await deciderDemandes(sql, principal, [autre], refus, PLUS_TARD)).toMatchObject({
      issues: [{ resultat: { kind: 'refusee' } }],
    });
  });
});

describe('refusing', () => {
  const refuser = (demandeId: number, motif = 'Voyez la DSI') =>
    refuserAbonnement(sql, principal, { demandeId, motif }, PLUS_TARD);

  test('is told with its reason, and stays in the list until it is asked or granted again', async () => {
    await refuser(await deposer());
    expect(await etats()).toEqual([
      ['ENGAGEMENTS', 'REFUSE', 'CONSULTATION', 'Hélène AUBRY', 'Voyez la DSI'],
    ]);
    expect(await filDe(sql, compteId)).toEqual(['ABONNEMENT_DEMANDE', 'ABONNEMENT_REFUSE']);
    expect(await courrielsDuCompte(base, compteId)).toMatchObject([
      { nature: 'DEMANDE_REFUSEE', abonnement: true, motif: 'Voyez la DSI' },
    ]);
    const encore = await deposer();
    expect((await etats()).map(([, etat]) => etat)).toEqual(['EN_COURS_DE_VALIDATION']);
    await refuser(encore, 'Toujours non');
    expect(await etats()).toEqual([
      ['ENGAGEMENTS', 'REFUSE', 'CONSULTATION', 'Hélène AUBRY', 'Toujours non'],
    ]);
    await abonner(sql, compteId, rattachementId, structureId, 'ENGAGEMENTS');
    expect((await etats()).map(([, etat]) => etat)).toEqual(['VALIDE']);
  });

  test('goes with the rattachement: nobody asks again where they are not', async () => {
    await refuser(await deposer());
    await supprimerRattachements(sql, compteId, [rattachementId], PLUS_TARD);
    expect(await etats()).toEqual([]);
  });
});

describe('what else ends a request for espaces', () => {
  test('its espace that closes, its author who leaves, the days', async () => {
    const ferme = await deposer();
    await fermerEspace(sql, principal, { structureId, code: 'ENGAGEMENTS' }, PLUS_TARD);
    const quitte = await deposer({ espaces: ['FACTURES_DE_TRAVAUX'] });
    await supprimerRattachements(sql, compteId, [rattachementId], PLUS_TARD);
    const autre = await attacher(sql, structureId);
    const vieille = await deposerAbonnement(sql, autre.compteId, structureId, {
      espaces: ['FACTURES_DE_TRAVAUX'],
    });
    const montee = new Date('2026-12-15T09:00:00Z');
    await avancerDemandes(sql, montee, DELAIS);
    expect((await demandeStockee(sql, vieille)).demande).toMatchObject({ escaladeeLe: montee });
    await avancerDemandes(sql, new Date('2027-02-22T09:00:00Z'), DELAIS);
    const finales = [ferme, quitte, vieille].map(async (id) => {
      const { demande } = await demandeStockee(sql, id);
      return demande?.['etat'];
    });
    expect(await Promise.all(finales)).toEqual(['EXPIREE', 'RETIREE', 'EXPIREE']);
  });
});
