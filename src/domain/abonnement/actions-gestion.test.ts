// A manager gives espaces without a request, and withdraws some: what is written, told, answered, refused.
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
import { abonner, filDe, INSTANT, ouvrirMois } from '../../../tests/soutien/scene.ts';
import { agirEnNombre } from '../rattachement/actions-gestion-nombre.ts';
import { donnerEspaces, retirerAbonnements } from './actions-gestion.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
let tenue: Awaited<ReturnType<typeof structureTenue>>;
let compteId: number;
let rattachementId: number;

beforeAll(() => ouvrirMois(proprietaire));
beforeEach(async () => {
  tenue = await structureTenue(sql);
  const { structureId, urbs, voirie } = tenue;
  const lignes = [{ serviceId: urbs }, { serviceId: voirie }];
  ({ compteId, rattachementId } = await attacher(sql, structureId, 'UTILISATEUR', lignes));
  await ouvrirEspaces(sql, structureId, ['ENGAGEMENTS', 'FACTURES_DE_TRAVAUX']);
});

const visee = (motif: string | null = null) => ({
  ...{ structureId: tenue.structureId, rattachementId, motif },
});
const DON = { espaces: ['ENGAGEMENTS'], mode: 'CONSULTATION' as const };
const donner = (don: Partial<typeof DON> = {}, acteur = tenue.principal) =>
  donnerEspaces(sql, acteur, { ...visee(), ...DON, ...don }, INSTANT);

describe('a gift of espaces', () => {
  test('counts on each scope of the person, who is told', async () => {
    expect(await donner()).toEqual({ kind: 'donne' });
    expect(await abonnementsStockes(sql, compteId)).toEqual(
      [tenue.urbs, tenue.voirie].map((portee) => ({
        ...{ espace: 'ENGAGEMENTS', portee, mode: 'CONSULTATION' },
        ...{ origine: 'GESTIONNAIRE', par: tenue.principal },
      })),
    );
    expect(await filDe(sql, compteId)).toEqual(['ABONNEMENT_ACCORDE']);
    expect(await journalEntier(sql, compteId)).toMatchObject(
      [tenue.urbs, tenue.voirie].map(() => ({
        ...{ acte: 'ABONNEMENT_ACCORDE', objet: 'abonnement', enQualite: 'GESTIONNAIRE_PRINCIPAL' },
        details: { espace: 'ENGAGEMENTS', mode: 'CONSULTATION' },
      })),
    );
    expect(await courrielsDuCompte(base, compteId)).toMatchObject([
      { nature: 'RATTACHEMENT_ACCORDE', gain: 'ESPACE', espaces: [{ code: 'ENGAGEMENTS' }] },
    ]);
    expect(await sansTrace(proprietaire, () => donner())).toEqual({ kind: 'dejaAcquis' });
  });

  test('answers a pending request that it serves, and no other', async () => {
    const { structureId, urbs } = tenue;
    const servie = await deposerAbonnement(sql, compteId, structureId, { portees: [urbs] });
    const autre = await deposerAbonnement(sql, compteId, structureId, {
      ...{ portees: [urbs], espaces: ['FACTURES_DE_TRAVAUX'] },
    });
    await donner();
    const etat = async (id: number) => (await demandeStockee(sql, id)).demande?.['etat'];
    expect([await etat(servie), await etat(autre)]).toEqual(['ACCEPTEE', 'EN_COURS_DE_VALIDATION']);
    const natures = (await courrielsDuCompte(base, compteId)).map(({ nature }) => nature);
    expect(natures).toEqual(['DEMANDE_ACCEPTEE']);
  });

  test('of more than was asked is told for the rest', async () => {
    const { structureId, urbs, voirie } = tenue;
    await deposerAbonnement(sql, compteId, structureId, { portees: [urbs, voirie] });
    await donner({ espaces: ['ENGAGEMENTS', 'FACTURES_DE_TRAVAUX'] });
    expect(await courrielsDuCompte(base, compteId)).toMatchObject([
      { nature: 'DEMANDE_ACCEPTEE' },
      {
        ...{ nature: 'RATTACHEMENT_ACCORDE', gain: 'ESPACE' },
        espaces: [{ code: 'FACTURES_DE_TRAVAUX' }],
      },
    ]);
  });

  test('to many reports each', async () => {
    const { structureId, principal } = tenue;
    const suspendu = await attacher(sql, structureId, 'UTILISATEUR', [{ statut: 'DESACTIVEE' }]);
    const [mien] = await sql<{ id: number }[]>`
      select id from rattachement where compte_id = ${principal} and structure_id = ${structureId}`;
    const quoi = {
      structureId,
      rattachementIds: [rattachementId, suspendu.rattachementId, mien?.id ?? 0],
    };
    const acte = { acte: 'espaces', motif: null, ...DON } as const;
    const fait = await agirEnNombre(sql, principal, quoi, acte, INSTANT);
    expect(fait.kind === 'faits' && fait.suites.map(({ kind }) => kind)).toEqual([
      ...['donne', 'nonRattache', 'principal'],
    ]);
  });

  test('is not for who manages nothing, nor for oneself', async () => {
    const autre = await attacher(sql, tenue.structureId);
    expect(await sansTrace(proprietaire, () => donner({}, autre.compteId))).toEqual({
      kind: 'interdit',
    });
    expect(await sansTrace(proprietaire, () => donner({}, compteId))).toEqual({ kind: 'interdit' });
  });
});

describe('a withdrawal', () => {
  test('ends it, with a reason that the person reads; others’ stay', async () => {
    const { structureId, principal, urbs } = tenue;
    const champs = { serviceId: urbs };
    const id = await abonner(sql, compteId, rattachementId, structureId, 'ENGAGEMENTS', champs);
    const autre = await attacher(sql, structureId);
    const etranger = await abonner(
      ...([sql, autre.compteId, autre.rattachementId, structureId, 'ENGAGEMENTS'] as const),
    );
    const retirer = (motif: string | null) =>
      retirerAbonnements(sql, principal, { ...visee(motif), ids: [id, etranger] }, INSTANT);
    expect(await sansTrace(proprietaire, () => retirer(null))).toEqual({ kind: 'motifRequis' });
    expect(await retirer('Mutation')).toEqual({ kind: 'retires' });
    expect(await abonnementsStockes(sql, compteId)).toEqual([]);
    expect(await abonnementsStockes(sql, autre.compteId)).toHaveLength(1);
    expect(await filDe(sql, compteId)).toEqual(['ABONNEMENT_RETIRE']);
    expect(await courrielsDuCompte(base, compteId)).toMatchObject([
      { nature: 'DROITS_RETIRES', perte: 'ESPACE_RETIRE', motif: 'Mutation' },
    ]);
    expect(await sansTrace(proprietaire, () => retirer('Encore'))).toEqual({ kind: 'dejaFinis' });
  });
});
