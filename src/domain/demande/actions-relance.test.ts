// « Relancer »: those who decide are reminded, at most every few days; acts beside it never wait for it in a circle.
import { beforeEach, describe, expect, test } from 'vitest';
import { courrielsDuCompte } from '../../../tests/soutien/annonces.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { DELAIS } from '../../../tests/soutien/delais.ts';
import { demandeStockee, deposer, sansTrace } from '../../../tests/soutien/demandes.ts';
import {
  apres,
  creerCompte,
  creerStructure,
  filDe,
  heures,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { validerRattachement } from './actions-decision.ts';
import { avancerDemandes } from './actions-echeances.ts';
import { relancerDemande } from './actions-relance.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
await ouvrirMois(proprietaire);
const A = (jours: number) => apres(INSTANT, heures(24 * jours));

let structureId: number;
let auteurId: number;
let principalId: number;
let demandeId: number;
let rang = 0;

function compte(champs: Record<string, unknown> = {}): Promise<number> {
  rang += 1;
  return creerCompte(sql, { adresseElectronique: `relance-${rang}@terneuil.fr`, ...champs });
}
const relancer = (jours: number, qui = auteurId, id = demandeId) =>
  relancerDemande(sql, qui, id, A(jours), DELAIS);
const mails = async (qui: number) =>
  (await courrielsDuCompte(base, qui)).map(({ nature }) => nature);

beforeEach(async () => {
  structureId = await creerStructure(sql, { departement: '76' });
  auteurId = await compte();
  principalId = await compte();
  await rattacher(sql, principalId, structureId, 'GESTIONNAIRE_PRINCIPAL');
  demandeId = await deposer(sql, auteurId, structureId);
});

describe('a reminder by the author', () => {
  test('reaches the managers, once in three days', async () => {
    expect(await relancer(2)).toEqual({ kind: 'tropTot', des: '2026-11-26' });
    expect(await relancer(3)).toEqual({ kind: 'relancee' });
    expect(await mails(principalId)).toEqual(['DEMANDES_EN_ATTENTE']);
    expect(await relancer(4)).toEqual({ kind: 'tropTot', des: '2026-11-29' });
    const { etapes } = await demandeStockee(sql, demandeId);
    expect(etapes.at(-1)).toMatchObject({ quoi: 'RELANCEE', enQualite: 'DEMANDEUR' });
    expect(await filDe(sql, auteurId)).toContain('DEMANDE_RELANCEE');
  });

  test('makes no second mail of a day: the first told all that waits', async () => {
    const autre = await compte();
    const sienne = await deposer(sql, autre, structureId);
    await relancer(3);
    expect(await relancer(3, autre, sienne)).toEqual({ kind: 'relancee' });
    await avancerDemandes(sql, A(3), DELAIS);
    expect(await mails(principalId)).toEqual(['DEMANDES_EN_ATTENTE']);
  });

  test('leaves those who switched notifications off alone, when somebody else is there', async () => {
    await sql`update compte set recevoir_notifications = false where id = ${principalId}`;
    const secondaire = await compte();
    await rattacher(sql, secondaire, structureId, 'GESTIONNAIRE_SECONDAIRE');
    expect(await relancer(3)).toEqual({ kind: 'relancee' });
    expect([await mails(principalId), await mails(secondaire)]).toEqual([
      [],
      ['DEMANDES_EN_ATTENTE'],
    ]);
  });

  test('goes to the référents where no manager is left, never to those attached there', async () => {
    const sansGestionnaire = await creerStructure(sql, { departement: '75' });
    const referent = await compte({ referentDepartements: ['75'] });
    const attache = await compte({ referentDepartements: ['75'] });
    await rattacher(sql, attache, sansGestionnaire);
    const id = await deposer(sql, auteurId, sansGestionnaire);
    expect(await relancer(3, auteurId, id)).toEqual({ kind: 'relancee' });
    expect([await mails(referent), await mails(attache)]).toEqual([['DEMANDES_ESCALADEES'], []]);
  });

  test('does not go to a référent who wants no such mail', async () => {
    const sansGestionnaire = await creerStructure(sql, { departement: '38' });
    await compte({ referentDepartements: ['38'], recevoirNotifications: false });
    const id = await deposer(sql, auteurId, sansGestionnaire);
    expect(await relancer(3, auteurId, id)).toEqual({ kind: 'personne' });
  });

  test('says that nobody can be reminded, and writes nothing', async () => {
    const id = await deposer(sql, auteurId, await creerStructure(sql, { departement: '01' }));
    const fait = await sansTrace(proprietaire, () => relancer(3, auteurId, id));
    expect(fait).toEqual({ kind: 'personne' });
  });

  test('is nobody else’s', async () => {
    const fait = await sansTrace(proprietaire, () => relancer(3, principalId));
    expect(fait).toEqual({ kind: 'introuvable' });
  });
});

test('a reminder, an acceptance and the clock at once never wait for each other in a circle', async () => {
  for (let n = 0; n < 6; n += 1) {
    const [auteur, un, deux] = [await compte(), await compte(), await compte()];
    const structure = await creerStructure(sql);
    await rattacher(sql, un, structure, 'GESTIONNAIRE_PRINCIPAL');
    await rattacher(sql, deux, structure, 'GESTIONNAIRE_SECONDAIRE');
    const id = await deposer(sql, auteur, structure);
    const faits = await Promise.allSettled([
      relancer(3, auteur, id),
      validerRattachement(sql, un, id, A(3)),
      validerRattachement(sql, deux, id, A(3)),
      avancerDemandes(sql, A(3), DELAIS),
    ]);
    expect(faits.filter(({ status }) => status === 'rejected')).toEqual([]);
  }
});
