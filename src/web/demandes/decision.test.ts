// The manager's decision on one request over HTTP (screens §9): what is granted, what is refused, what each side is told.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deposerAbonnement, ouvrirEspaces } from '../../../tests/soutien/abonnements.ts';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { demandeStockee, deposer, rattachementStocke } from '../../../tests/soutien/demandes.ts';
import { attacher } from '../../../tests/soutien/gestion.ts';
import { resume, texteDe, texteVisible, valeursDuFormulaire } from '../../../tests/soutien/html.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../tests/soutien/portail.ts';
import {
  apres,
  creerCompte,
  creerService,
  creerStructure,
  heures,
  INSTANT,
  JOUR,
  ouvrirMois,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import type { Mode } from '../../domain/abonnement/abonnement.ts';
import { adresseDemande } from '../../domain/adresses.ts';
import { retirerDemande } from '../../domain/demande/actions.ts';
import { validerRattachement } from '../../domain/demande/actions-decision.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let auteurId: number;
let principalId: number;
let secondaireId: number;
let structureId: number;
let demandeId: number;
let urbs: number;
let voirie: number;
let principal: Visiteur;
let page: string;

beforeAll(async () => {
  base = await baseDeTest();
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base, { logLevel: 'warn' });
});

const FIN = '2027-12-31';
beforeEach(async () => {
  const { sql } = base;
  await base.regler(INSTANT);
  auteurId = await creerCompte(sql, { prenom: 'Karim' });
  principalId = await creerCompte(sql, { prenom: 'Jeanne' });
  secondaireId = await creerCompte(sql, { prenom: 'Paul' });
  structureId = await creerStructure(sql, { departement: '76' });
  await rattacher(sql, principalId, structureId, 'GESTIONNAIRE_PRINCIPAL');
  await rattacher(sql, secondaireId, structureId, 'GESTIONNAIRE_SECONDAIRE');
  urbs = await creerService(sql, structureId, 'URBS', { libelle: 'Urbanisme' });
  voirie = await creerService(sql, structureId, 'VOIRIE', { libelle: 'Voirie' });
  const champs = { portees: [urbs, voirie], dateDebut: JOUR, dateFin: FIN };
  demandeId = await deposer(sql, auteurId, structureId, champs);
  principal = await portail.connecter(principalId);
  page = adresseDemande(demandeId);
});

const accepter = (champs: Record<string, string>, qui = principal) =>
  qui.post(`${page}/acceptation`, champs);
const refuser = (motif: string, qui = principal) => qui.post(`${page}/refus`, { motif });
const etat = async () => (await demandeStockee(base.sql, demandeId)).demande?.['etat'];
const toutes = () => ({
  [`portee-${urbs}`]: 'oui',
  [`portee-${voirie}`]: 'oui',
  dateDebut: JOUR,
  dateFin: FIN,
});

describe('the decision', () => {
  test('starts from all that is asked, for a manager alone', async () => {
    const { body } = await principal.get(page);
    expect(valeursDuFormulaire(body, `${page}/acceptation`)).toEqual(toutes());
    expect(valeursDuFormulaire(body, `${page}/refus`)).toEqual({ motif: '' });
    const auteur = await (await portail.connecter(auteurId)).get(page);
    expect(auteur.body).not.toContain(`${page}/acceptation`);
  });

  test('accepts all, and says so; the request is no longer there to decide', async () => {
    const { statusCode, headers } = await accepter(toutes());
    expect([statusCode, headers.location]).toEqual([303, `${page}?message=demandeAcceptee`]);
    const { body } = await principal.get(String(headers.location));
    expect(texteVisible(body)).toContain('La demande est acceptée.');
    expect(body).not.toContain(`${page}/refus`);
    expect(texteDe(body, 'demande')).not.toContain('Rattachement accordé');
  });

  test('accepts less: both sides read what was granted beside what was asked', async () => {
    const champs = { [`portee-${urbs}`]: 'oui', dateDebut: JOUR, dateFin: '2026-12-31' };
    expect((await accepter(champs)).statusCode).toBe(303);
    const tenu = await rattachementStocke(base.sql, auteurId, structureId);
    expect(tenu?.lignes).toMatchObject([{ portee: urbs, dateFin: '2026-12-31' }]);
    for (const qui of [principal, await portail.connecter(auteurId)]) {
      const texte = texteDe((await qui.get(page)).body, 'demande');
      expect(texte).toMatch(/Rattachement demandé Urbanisme, Voirie/);
      expect(texte).toMatch(/Rattachement accordé Urbanisme Du 23.novembre 2026 au 31.décembre/);
      expect(texte).toMatch(/Non accordé Voirie/);
    }
  });

  test('refuses with a reason, that the person reads', async () => {
    const { headers } = await refuser(' Demandez la voirie\r\nseulement ');
    expect(headers.location).toBe(`${page}?message=demandeRefusee`);
    const { body } = await (await portail.connecter(auteurId)).get(page);
    expect(texteVisible(body)).toContain('Motif du refus Demandez la voirie seulement');
  });
});

describe('how less may be granted is said', () => {
  const aide = async (id: number) =>
    /Vous pouvez accorder moins.: (.*?)\./.exec(
      texteVisible((await principal.get(adresseDemande(id))).body),
    )?.[1];

  test('of services and of the period, or of the period alone', async () => {
    expect(await aide(demandeId)).toBe('décochez un service, ou raccourcissez la période');
    const id = await deposer(base.sql, await creerCompte(base.sql), structureId);
    expect(await aide(id)).toBe('raccourcissez la période');
  });

  test.each<[espaces: string[], mode: Mode, dit: string | undefined]>([
    [
      ['ENGAGEMENTS', 'FACTURES_DE_TRAVAUX'],
      'MODIFICATION',
      'décochez une ligne, ou limitez à la consultation',
    ],
    [['ENGAGEMENTS', 'FACTURES_DE_TRAVAUX'], 'CONSULTATION', 'décochez une ligne'],
    [['ENGAGEMENTS'], 'MODIFICATION', 'limitez à la consultation'],
    [['ENGAGEMENTS'], 'CONSULTATION', undefined],
  ])('of the espaces %j in %s', async (espaces, mode, dit) => {
    await ouvrirEspaces(base.sql, structureId, espaces);
    const { compteId } = await attacher(base.sql, structureId);
    const id = await deposerAbonnement(base.sql, compteId, structureId, { espaces, mode });
    expect(await aide(id)).toBe(dit);
  });
});

describe('a decision is refused, nothing changed and what was typed kept, for', () => {
  type Cas = [quoi: string, champs: () => Record<string, string>, ancres: string[]];
  test.each<Cas>([
    ['nothing ticked', () => ({ dateDebut: JOUR, dateFin: FIN }), ['portees']],
    ['a start that is no day', () => ({ ...toutes(), dateDebut: '2026-02-30' }), ['dateDebut']],
    ['an end that is no day', () => ({ ...toutes(), dateFin: 'demain' }), ['dateFin']],
    ['an earlier start', () => ({ ...toutes(), dateDebut: '2026-11-01' }), ['dateDebut']],
    ['a later end', () => ({ ...toutes(), dateFin: '2028-01-01' }), ['dateDebut']],
    ['no end', () => ({ ...toutes(), dateFin: '' }), ['dateDebut']],
    ['dates reversed', () => ({ ...toutes(), dateFin: '2026-11-22' }), ['dateFin']],
    ['a service not asked', () => ({ ...toutes(), 'portee-999999': 'oui' }), ['dateDebut']],
    ['all at once', () => ({ dateDebut: 'x', dateFin: 'y' }), ['portees', 'dateDebut', 'dateFin']],
  ])('%s', async (_quoi, champs, ancres) => {
    const envoyes = champs();
    const { statusCode, body } = await accepter(envoyes);
    expect(statusCode).toBe(422);
    expect(resume(body).map(({ ancre }) => ancre)).toEqual(ancres);
    for (const ancre of ancres) expect(body).toContain(`id="${ancre}"`);
    const { 'portee-999999': _, ...gardes } = envoyes;
    expect(valeursDuFormulaire(body, `${page}/acceptation`)).toEqual(gardes);
    expect(await etat()).toBe('EN_COURS_DE_VALIDATION');
  });

  test.each([
    ['no reason', ' \n '],
    ['a reason of 256 characters', 'é'.repeat(256)],
    ['a reason with markup', 'a<b'],
  ])('%s', async (_quoi, motif) => {
    const { statusCode, body } = await refuser(motif);
    expect(statusCode).toBe(422);
    expect(resume(body).map(({ ancre }) => ancre)).toEqual(['motif']);
    expect(valeursDuFormulaire(body, `${page}/refus`)).toEqual({ motif });
    expect(await etat()).toBe('EN_COURS_DE_VALIDATION');
  });

  test('services closed meanwhile; the page says it of each', async () => {
    await base.sql`
      update service set date_fin = '2026-11-22' where structure_id = ${structureId}`;
    const { statusCode, body } = await accepter(toutes());
    expect(statusCode).toBe(422);
    expect(resume(body)[0]?.phrase).toContain('sont fermés');
    expect(texteDe(body, 'decision')).toMatch(/Urbanisme Fermé depuis/);
  });
});

describe('meanwhile', () => {
  test('decided by another manager: the second is told who did what', async () => {
    await validerRattachement(base.sql, secondaireId, demandeId, INSTANT);
    for (const reponse of [await accepter(toutes()), await refuser('Non')]) {
      expect(reponse.statusCode).toBe(409);
      const texte = texteVisible(reponse.body);
      expect(texte).toContain('Cette demande a déjà été acceptée par Paul Dufour');
    }
    expect(await etat()).toBe('ACCEPTEE');
  });

  test('withdrawn by its author: told too', async () => {
    await retirerDemande(base.sql, auteurId, demandeId, INSTANT);
    const { statusCode, body } = await accepter(toutes());
    expect(statusCode).toBe(409);
    expect(texteVisible(body)).toContain('Cette demande a été retirée par son auteur');
  });

  test('the role lost: the request does not exist, and the log says who asked', async () => {
    expect((await principal.get(page)).statusCode).toBe(200);
    await base.sql`
      update rattachement set role = 'UTILISATEUR'
      where compte_id = ${principalId} and structure_id = ${structureId}`;
    expect((await accepter(toutes())).statusCode).toBe(404);
    expect((await refuser('Non')).statusCode).toBe(404);
    expect(portail.journal.join()).toContain('request out of reach asked');
    expect(await etat()).toBe('EN_COURS_DE_VALIDATION');
  });

  test('the session over: nothing is decided, and what was typed is found again', async () => {
    await base.regler(apres(INSTANT, heures(1)));
    const champs = { [`portee-${voirie}`]: 'oui', dateDebut: JOUR, dateFin: '2027-01-31' };
    const perdue = await accepter(champs);
    expect(perdue.statusCode).toBe(401);
    const [saisie] = /saisie%3D([\w-]+)/.exec(perdue.body)?.slice(1) ?? [];
    const revenue = await portail.connecter(principalId);
    const { body } = await revenue.get(`${page}/acceptation?saisie=${saisie}`);
    expect(valeursDuFormulaire(body, `${page}/acceptation`)).toEqual(champs);
    expect(await etat()).toBe('EN_COURS_DE_VALIDATION');
  });
});

test('nobody decides on their own request, be they a manager since', async () => {
  await rattacher(base.sql, auteurId, structureId, 'GESTIONNAIRE_SECONDAIRE');
  const auteur = await portail.connecter(auteurId);
  expect((await accepter(toutes(), auteur)).statusCode).toBe(404);
  expect((await refuser('Non', auteur)).statusCode).toBe(404);
});

describe('a request that prolongs a secondaire', () => {
  beforeEach(async () => {
    const lignes = [{ dateFin: '2026-12-31' }];
    await rattacher(base.sql, auteurId, structureId, 'GESTIONNAIRE_SECONDAIRE', lignes);
  });

  test('is shown to a peer without a form, and refused if sent', async () => {
    const pair = await portail.connecter(secondaireId);
    const { body } = await pair.get(page);
    expect(texteDe(body, 'decision')).toContain('seul le gestionnaire principal en décide');
    expect(body).not.toContain(`${page}/acceptation`);
    const envoyee = await accepter(toutes(), pair);
    expect(envoyee.statusCode).toBe(409);
    expect(await etat()).toBe('EN_COURS_DE_VALIDATION');
  });

  test('is the principal’s to decide', async () => {
    expect((await accepter(toutes())).statusCode).toBe(303);
    expect(await etat()).toBe('ACCEPTEE');
  });

  test('once escalated, is a référent’s, who says why', async () => {
    const id = await creerCompte(base.sql, { referentDepartements: ['76'] });
    const referent = await portail.connecter(id);
    expect((await referent.get(page)).statusCode).toBe(404);
    await base.sql`update demande set escaladee_le = ${INSTANT} where id = ${demandeId}`;
    expect((await referent.get(page)).body).toContain('motifReferent');
    const sans = await accepter({ ...toutes(), motifReferent: '' }, referent);
    expect(resume(sans.body).map(({ ancre }) => ancre)).toEqual(['motifReferent']);
    const avec = await accepter({ ...toutes(), motifReferent: 'Intérim' }, referent);
    expect(avec.statusCode).toBe(303);
    expect(texteDe((await principal.get(page)).body, 'suivi')).toContain('Intérim');
  });
});

describe('withdrawing', () => {
  test('is confirmed first, from the list too', async () => {
    const auteur = await portail.connecter(auteurId);
    const liste = await auteur.get('/mon-compte/rattachements');
    expect(liste.body).toContain(`href="${page}/retrait"`);
    expect(liste.body).not.toContain(`formaction="${page}/retrait"`);
    const { statusCode, body } = await auteur.get(`${page}/retrait`);
    expect(statusCode).toBe(200);
    expect(texteVisible(body)).toContain('vouloir retirer cette demande');
    expect(await etat()).toBe('EN_COURS_DE_VALIDATION');
  });

  test('is not offered to others, nor once it is over', async () => {
    expect((await principal.get(`${page}/retrait`)).statusCode).toBe(404);
    await validerRattachement(base.sql, principalId, demandeId, INSTANT);
    const { headers } = await (await portail.connecter(auteurId)).get(`${page}/retrait`);
    expect(headers.location).toContain('demandeTerminee');
  });
});
