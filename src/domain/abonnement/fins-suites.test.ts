// What ends with a period, a delegation, a narrower rattachement: abonnements, and the requests for some (model §2).
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { abonnementsStockes, deposerAbonnement } from '../../../tests/soutien/abonnements.ts';
import { courrielsDuCompte } from '../../../tests/soutien/annonces.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { demandeStockee } from '../../../tests/soutien/demandes.ts';
import {
  abonner,
  apres,
  filDe,
  heures,
  INSTANT,
  JOUR,
  ouvrirMois,
} from '../../../tests/soutien/scene.ts';
import { deleguer, terminerDelegation } from '../rattachement/actions-gestion-delegation.ts';
import { modifierRattachement } from '../rattachement/actions-gestion-lignes.ts';
import { terminerAbonnementsEchus } from './actions-echeances.ts';
import { poserFins, type SceneDeFins, viseeDe } from './fins.test-helper.ts';
import { abonnementsDuCompte } from './queries-liste.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
const DEMAIN = apres(INSTANT, heures(24));
let scene: SceneDeFins;

beforeAll(() => ouvrirMois(proprietaire));
beforeEach(async () => {
  scene = await poserFins(sql);
});

describe('abonnements and requests', () => {
  test('past its period and before the clock came by, it gives no right and says so', async () => {
    const { compteId } = scene.duService;
    const tous = { texte: '', etat: null, page: 1, parPage: 50 };
    const lire = async (jour: string) =>
      (await abonnementsDuCompte(sql, compteId, tous, jour)).lignes
        .filter(({ id }) => id !== null)
        .map(({ etat }) => etat);
    expect(await lire(JOUR)).toEqual(['VALIDE']);
    expect(await lire('2026-11-24')).toEqual(['TERMINE']);
    const tenus = await sql`select from espaces_tenus(${compteId}, '2026-11-24')`;
    expect(tenus).toHaveLength(0);
  });

  test('a delegation that ends takes them along, ended early or by its last day', async () => {
    const { structureId, principal, entier } = scene;
    const periode = { dateDebut: JOUR, dateFin: JOUR };
    const raccordements = async () =>
      (await abonnementsStockes(sql, entier.compteId)).filter(
        ({ espace }) => espace === 'RACCORDEMENTS',
      ).length;
    const donner = async () => {
      const fait = await deleguer(
        sql,
        principal,
        { ...viseeDe(scene, entier), ...periode },
        INSTANT,
      );
      await abonner(sql, entier.compteId, entier.rattachementId, structureId, 'RACCORDEMENTS');
      return fait.kind === 'deleguee' ? fait.delegationId : 0;
    };
    const delegationId = await donner();
    expect(await raccordements()).toBe(1);
    const fin = { structureId, delegationId, motif: null };
    await terminerDelegation(sql, principal, fin, INSTANT);
    expect(await raccordements()).toBe(0);
    await donner();
    await terminerAbonnementsEchus(sql, DEMAIN);
    expect(await raccordements()).toBe(0);
  });

  test('a request for an espace on what is lost expires; the rest of it waits', async () => {
    const { structureId, principal, entier, urbs, voirie } = scene;
    const { compteId } = entier;
    const perdue = await deposerAbonnement(sql, compteId, structureId, {
      ...{ mode: 'MODIFICATION', portees: [urbs] },
    });
    const gardee = await deposerAbonnement(sql, compteId, structureId, {
      ...{ mode: 'MODIFICATION', portees: [voirie] },
    });
    const periode = { dateDebut: JOUR, dateFin: null, portees: [voirie], version: 1 };
    const voulu = { ...viseeDe(scene, entier), ...periode };
    await modifierRattachement(sql, principal, voulu, INSTANT);
    const etat = async (id: number) => (await demandeStockee(sql, id)).demande?.['etat'];
    expect([await etat(perdue), await etat(gardee)]).toEqual(['EXPIREE', 'EN_COURS_DE_VALIDATION']);
    expect(await filDe(sql, compteId)).toContain('DEMANDE_CLOSE');
    expect(await courrielsDuCompte(base, compteId)).toMatchObject([
      { perte: 'REDUIT', demandesCloses: 1 },
    ]);
  });

  test('a request alone that expires with the period is told by mail, once', async () => {
    const { structureId, duService, urbs } = scene;
    const { compteId } = duService;
    await sql`delete from abonnement where compte_id = ${compteId}`;
    const demande = await deposerAbonnement(sql, compteId, structureId, { portees: [urbs] });
    expect(await terminerAbonnementsEchus(sql, DEMAIN)).toBeGreaterThan(0);
    expect(await terminerAbonnementsEchus(sql, DEMAIN)).toBe(0);
    expect((await demandeStockee(sql, demande)).demande?.['etat']).toBe('EXPIREE');
    expect(await courrielsDuCompte(base, compteId)).toMatchObject([
      { nature: 'DROITS_RETIRES', perte: 'DEMANDE_CLOSE' },
    ]);
  });
});
