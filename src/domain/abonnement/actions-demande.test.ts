// Asking for espaces: what is stored, who is told, what is granted at once, what leaves no trace.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  abonnementsStockes,
  deposerAbonnement,
  ouvrirEspaces,
  saisieDAbonnement,
} from '../../../tests/soutien/abonnements.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { demandeStockee, journalEntier, sansTrace } from '../../../tests/soutien/demandes.ts';
import { attacher, structureTenue } from '../../../tests/soutien/gestion.ts';
import { creerCompte, filDe, INSTANT, ouvrirMois } from '../../../tests/soutien/scene.ts';
import { demandesADecider } from '../demande/queries-file.ts';
import { lireSession } from '../session/queries.ts';
import type { AbonnementDemande } from './abonnement.ts';
import { demanderAbonnement } from './actions-demande.ts';

const { sql, proprietaire } = await baseDeTest();
const JOUR = '2026-11-23';
let structureId: number;
let urbs: number;
let principal: number;
let compteId: number;

beforeAll(() => ouvrirMois(proprietaire));
beforeEach(async () => {
  ({ structureId, urbs, principal } = await structureTenue(sql));
  ({ compteId } = await attacher(sql, structureId));
  await ouvrirEspaces(sql, structureId, ['ENGAGEMENTS', 'FACTURES_DE_TRAVAUX', 'RACCORDEMENTS']);
});

const demander = (champs: Partial<AbonnementDemande> = {}, qui = compteId) =>
  demanderAbonnement(sql, qui, saisieDAbonnement(structureId, champs), INSTANT);
const FILE = {
  ...{ structureId: null, nature: null, ageJours: null, texte: '', tri: 'ancien' as const },
  ...{ page: 1, parPage: 20 },
};

describe('a request for espaces', () => {
  test('has a line an espace and a scope, is journaled, told to both sides, and waits in the queue', async () => {
    const espaces = ['ENGAGEMENTS', 'FACTURES_DE_TRAVAUX'];
    const fait = await demander({ espaces, mode: 'MODIFICATION', commentaire: 'Merci' });
    expect(fait).toMatchObject({ kind: 'demandee', accordes: false });
    const id = fait.kind === 'demandee' ? fait.demandeId : 0;
    const { demande, lignes, etapes } = await demandeStockee(sql, id);
    expect(demande).toMatchObject({ nature: 'ABONNEMENT', compteId, commentaire: 'Merci' });
    expect(lignes.map((l) => [l['serviceId'], l['mode'], l['etat']])).toEqual(
      espaces.map(() => [null, 'MODIFICATION', 'EN_COURS_DE_VALIDATION']),
    );
    expect(etapes).toMatchObject([{ quoi: 'DEMANDEE', enQualite: 'DEMANDEUR' }]);
    expect(await journalEntier(sql, compteId)).toMatchObject([
      { acte: 'ABONNEMENT_DEMANDE', objet: 'demande', objetId: id },
    ]);
    expect(await filDe(sql, compteId)).toEqual(['ABONNEMENT_DEMANDE']);
    const recus = await sql`
      select e.quoi, p.code from evenement e join espace p on p.id = e.espace_id
      where e.structure_id = ${structureId} and e.compte_id is null`;
    expect(recus).toMatchObject([{ quoi: 'DEMANDE_RECUE', code: 'ACTIVITES_DU_GESTIONNAIRE' }]);
    expect((await demandesADecider(sql, principal, FILE, JOUR)).lignes).toMatchObject([
      {
        id,
        nature: 'ABONNEMENT',
        lignes: espaces.map((code) => ({ service: null, mode: 'MODIFICATION', espace: { code } })),
      },
    ]);
    expect(await abonnementsStockes(sql, compteId)).toEqual([]);
  });

  test('goes up at once where nobody manages the structure', async () => {
    await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${principal}`;
    const id = await deposerAbonnement(sql, compteId, structureId);
    const { demande } = await demandeStockee(sql, id);
    expect(demande).toMatchObject({ escaladeeLe: INSTANT });
    expect(await filDe(sql, compteId)).toContain('DEMANDE_ESCALADEE');
  });

  test.each<[string, Partial<AbonnementDemande>, string]>([
    ['closed there', { espaces: ['SOLLICITATIONS_EMISES'] }, 'espaceFerme'],
    ['held by everybody', { espaces: ['FACTURES_EMISES'] }, 'espaceParDefaut'],
    ['of managers', { espaces: ['RACCORDEMENTS'] }, 'espaceReserve'],
  ])('for an espace %s leaves no trace', async (_quoi, champs, attendu) => {
    const fait = await sansTrace(proprietaire, () => demander(champs));
    expect(fait).toEqual({ kind: attendu });
  });

  test('of somebody who is not attached there, or off, leaves no trace', async () => {
    const etranger = await creerCompte(sql);
    expect(await sansTrace(proprietaire, () => demander({}, etranger))).toEqual({
      kind: 'introuvable',
    });
    await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${compteId}`;
    expect(await sansTrace(proprietaire, () => demander())).toEqual({ kind: 'indisponible' });
  });

  test('is not filed twice; another espace is', async () => {
    await demander();
    expect(await sansTrace(proprietaire, () => demander())).toEqual({ kind: 'dejaDemande' });
    expect(await demander({ espaces: ['ENGAGEMENTS', 'FACTURES_DE_TRAVAUX'] })).toMatchObject({
      kind: 'demandee',
    });
  });
});

describe('what is granted at once', () => {
  test.each(['principal', 'secondaire'] as const)(
    'is what a %s asks for themselves',
    async (qui) => {
      const role = 'GESTIONNAIRE_SECONDAIRE';
      const gestionnaire =
        qui === 'principal' ? principal : (await attacher(sql, structureId, role)).compteId;
      const champs = { portees: [urbs], espaces: ['RACCORDEMENTS'], mode: 'MODIFICATION' } as const;
      expect(
        await demander({ ...champs, portees: [urbs], espaces: ['RACCORDEMENTS'] }, gestionnaire),
      ).toEqual({ kind: 'accordee' });
      expect(await abonnementsStockes(sql, gestionnaire)).toEqual([
        {
          ...{ espace: 'RACCORDEMENTS', portee: urbs, mode: 'MODIFICATION' },
          ...{ origine: 'GESTIONNAIRE', par: gestionnaire },
        },
      ]);
      const journal = await journalEntier(sql, gestionnaire);
      const enQualite = qui === 'principal' ? 'GESTIONNAIRE_PRINCIPAL' : role;
      expect(journal).toMatchObject([{ acte: 'ABONNEMENT_ACCORDE', enQualite }]);
      expect(await filDe(sql, gestionnaire)).toEqual(['ABONNEMENT_ACCORDE']);
    },
  );

  test('withdraws what the person asked before for the same', async () => {
    const demandee = await demander();
    const autre = await demander({ espaces: ['FACTURES_DE_TRAVAUX'] });
    await sql`update rattachement set role = 'GESTIONNAIRE_SECONDAIRE'
      where compte_id = ${compteId} and structure_id = ${structureId}`;
    expect(await demander({ mode: 'MODIFICATION' })).toEqual({ kind: 'accordee' });
    const etats = [demandee, autre].map(async (fait) => {
      const id = fait.kind === 'demandee' ? fait.demandeId : 0;
      return (await demandeStockee(sql, id)).demande?.['etat'];
    });
    expect(await Promise.all(etats)).toEqual(['RETIREE', 'EN_COURS_DE_VALIDATION']);
  });

  test('is an espace without validation; the rest is asked', async () => {
    await proprietaire`update espace set validation_requise = false where code = 'FACTURES_DE_TRAVAUX'`;
    const fait = await demander({ espaces: ['ENGAGEMENTS', 'FACTURES_DE_TRAVAUX'] });
    await proprietaire`update espace set validation_requise = true where code = 'FACTURES_DE_TRAVAUX'`;
    expect(fait).toMatchObject({ kind: 'demandee', accordes: true });
    expect(await abonnementsStockes(sql, compteId)).toMatchObject([
      { espace: 'FACTURES_DE_TRAVAUX', origine: 'PERSONNE', par: compteId },
    ]);
    expect(await filDe(sql, compteId)).toEqual(['ABONNEMENT_ACCORDE', 'ABONNEMENT_DEMANDE']);
  });

  test('shows as a tab at the next page, and one for managers goes with the role', async () => {
    const cle = Buffer.alloc(32, compteId % 250);
    await sql`insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, ouverte_le, vue_le)
      values (${cle}, ${principal}, 'pigp', 'sub', ${INSTANT}, ${INSTANT})`;
    const onglets = async () =>
      (await lireSession(sql, cle, JOUR))?.onglets.map(({ code }) => code) ?? [];
    expect(await onglets()).not.toContain('RACCORDEMENTS');
    await demander({ espaces: ['RACCORDEMENTS'] }, principal);
    expect(await onglets()).toContain('RACCORDEMENTS');
    await sql`update rattachement set role = 'UTILISATEUR'
      where compte_id = ${principal} and structure_id = ${structureId}`;
    expect(await onglets()).not.toContain('RACCORDEMENTS');
  });
});
