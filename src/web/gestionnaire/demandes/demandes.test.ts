// The queue over HTTP (screens §9): whose it is, its filters, decisions on many and what each row is told.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../tests/soutien/base-de-test.ts';
import { demandeStockee, deposer } from '../../../../tests/soutien/demandes.ts';
import {
  h1,
  resume,
  texteDe,
  texteVisible,
  valeursDuFormulaire,
} from '../../../../tests/soutien/html.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../tests/soutien/portail.ts';
import {
  apres,
  creerCompte,
  creerStructure,
  heures,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../../../../tests/soutien/scene.ts';
import { adresses } from '../../../domain/adresses.ts';
import { retirerDemande } from '../../../domain/demande/actions.ts';
import { refuserRattachement } from '../../../domain/demande/actions-decision.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let structureId: number;
let principalId: number;
let principal: Visiteur;
let karim: number;
let zoe: number;

beforeAll(async () => {
  base = await baseDeTest();
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base, { logLevel: 'warn' });
});

beforeEach(async () => {
  const { sql } = base;
  await base.regler(INSTANT);
  portail.journal.length = 0;
  structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
  principalId = await creerCompte(sql, { prenom: 'Jeanne' });
  await rattacher(sql, principalId, structureId, 'GESTIONNAIRE_PRINCIPAL');
  karim = await demandeDe('Karim', 9);
  zoe = await demandeDe('Zoé', 1);
  principal = await portail.connecter(principalId);
});

const demandeDe = async (prenom: string, jours = 0, ou = structureId) =>
  deposer(
    base.sql,
    await creerCompte(base.sql, { prenom }),
    ou,
    {},
    apres(INSTANT, -heures(24 * jours)),
  );
const etatDe = async (id: number) => (await demandeStockee(base.sql, id)).demande?.['etat'];
const noms = (html: string) =>
  [...html.matchAll(/<th role="rowheader"[^>]*>([^<]*)/g)].map(([, nom]) => nom);
const { demandesADecider: FILE, decisionDeDemandes: DECISION, bilanDeDemandes: BILAN } = adresses;

describe('the queue', () => {
  test('shows what waits, the oldest first, with the number in the title and in the tab', async () => {
    const { body } = await principal.get(FILE);
    expect(h1(body)).toBe('Demandes à décider (2)');
    expect(noms(body)).toEqual(['Karim Dufour', 'Zoé Dufour']);
    expect(texteVisible(body)).toMatch(/Toute la structure.*14.novembre 2026 il y a 9 jours/);
    expect(texteDe(body, 'menu')).toContain('Activités du gestionnaire 2 2 demandes à décider');
  });

  test('is narrowed and sorted by its address', async () => {
    const ceux = async (suite: string) => noms((await principal.get(`${FILE}?${suite}`)).body);
    expect(await ceux('tri=recent')).toEqual(['Zoé Dufour', 'Karim Dufour']);
    expect(await ceux('age=7')).toEqual(['Karim Dufour']);
    expect(await ceux('texte=zoe')).toEqual(['Zoé Dufour']);
    expect(await ceux('nature=ABONNEMENT')).toEqual([]);
    expect(await ceux('lignes=5&page=7&tri=nimporte&age=x')).toEqual([
      'Karim Dufour',
      'Zoé Dufour',
    ]);
    const { body } = await principal.get(`${FILE}?texte=zzz`);
    expect(texteVisible(body)).toContain('Aucune demande ne correspond');
  });

  test('says that nothing waits', async () => {
    const autre = await creerCompte(base.sql);
    await rattacher(base.sql, autre, await creerStructure(base.sql), 'GESTIONNAIRE_PRINCIPAL');
    const { body } = await (await portail.connecter(autre)).get(FILE);
    expect(h1(body)).toBe('Demandes à décider (0)');
    expect(texteVisible(body)).toContain('Aucune demande n’attend votre décision');
    expect(texteVisible(body)).not.toContain('demandes cochées');
  });

  test('does not exist for who manages nothing; nor of a structure of others, which is logged', async () => {
    const usager = await creerCompte(base.sql);
    await rattacher(base.sql, usager, structureId);
    const agent = await portail.connecter(usager);
    for (const page of [
      FILE,
      adresses.gestionnaire,
      `${BILAN}?d=${karim}`,
      `${DECISION}?d=${karim}`,
    ])
      expect((await agent.get(page)).statusCode).toBe(404);
    const ailleurs = await creerStructure(base.sql);
    expect((await principal.get(`${FILE}?structure=${structureId}`)).statusCode).toBe(200);
    expect((await principal.get(`${FILE}?structure=${ailleurs}`)).statusCode).toBe(404);
    expect(portail.journal.join()).toContain('requests of a structure managed by others asked');
  });
});

describe('a decision on many', () => {
  const choix = (acte: string, ids: number[], champs: Record<string, string> = {}) => ({
    acte,
    d: ids.join(','),
    ...champs,
  });

  test('asks to tick first, and keeps the filters', async () => {
    const { headers } = await principal.get(`${DECISION}?acte=refuser&file=tri%3Drecent`);
    expect(headers.location).toBe(`${FILE}?tri=recent&message=demandesACocher`);
  });

  test('is confirmed on a page that lists them', async () => {
    const { body } = await principal.get(`${DECISION}?acte=accepter&d=${karim}&d=${zoe}`);
    expect(texteVisible(body)).toContain('Vous allez accepter ces 2 demandes.');
    expect(noms(body)).toEqual(['Karim Dufour', 'Zoé Dufour']);
    expect(valeursDuFormulaire(body, DECISION)).toEqual({
      acte: 'accepter',
      d: `${karim},${zoe}`,
      file: '',
    });
    expect(await etatDe(karim)).toBe('EN_COURS_DE_VALIDATION');
  });

  test('accepts each, and reports each', async () => {
    const { statusCode, headers } = await principal.post(DECISION, choix('accepter', [karim, zoe]));
    expect(statusCode).toBe(303);
    const { body } = await principal.get(String(headers.location));
    expect(texteVisible(body)).toMatch(/Karim.*Acceptée.*Zoé.*Acceptée/);
    expect([await etatDe(karim), await etatDe(zoe)]).toEqual(['ACCEPTEE', 'ACCEPTEE']);
  });

  test('refuses with one reason, which is mandatory: the page again, its anchor, nothing done', async () => {
    for (const motif of ['', 'x'.repeat(256), '<b>']) {
      const envoye = choix('refuser', [karim, zoe], { motif, file: 'age=7' });
      const { statusCode, body } = await principal.post(DECISION, envoye);
      expect(statusCode).toBe(422);
      expect(resume(body).map(({ ancre }) => ancre)).toEqual(['motif']);
      expect(valeursDuFormulaire(body, DECISION)).toEqual(envoye);
    }
    expect(await etatDe(karim)).toBe('EN_COURS_DE_VALIDATION');
    await principal.post(DECISION, choix('refuser', [karim, zoe], { motif: 'Inconnu ici' }));
    for (const id of [karim, zoe])
      expect((await demandeStockee(base.sql, id)).demande).toMatchObject({
        etat: 'REFUSEE',
        motif: 'Inconnu ici',
      });
  });

  test('reports who decided before, what was withdrawn, what is not theirs, what cannot be', async () => {
    const { sql } = base;
    const paul = await creerCompte(sql, { prenom: 'Paul' });
    await rattacher(sql, paul, structureId, 'GESTIONNAIRE_SECONDAIRE');
    const ailleurs = await demandeDe('Ailleurs', 0, await creerStructure(sql));
    const retiree = await demandeDe('Retirée');
    const inactif = await demandeDe('Inactif');
    const auteurDe = async (id: number) =>
      Number((await demandeStockee(sql, id)).demande?.['compteId']);
    await refuserRattachement(sql, paul, { demandeId: zoe, motif: 'Non' }, INSTANT);
    await retirerDemande(sql, await auteurDe(retiree), retiree, INSTANT);
    await sql`
      update compte set etat = 'INACTIF', desactive_le = ${INSTANT}
      where id = ${await auteurDe(inactif)}`;
    const ids = [karim, zoe, ailleurs, retiree, inactif];
    const { headers } = await principal.post(DECISION, choix('accepter', ids));
    const texte = texteVisible((await principal.get(String(headers.location))).body);
    expect(texte).toMatch(/Karim Dufour.*Acceptée/);
    expect(texte).toMatch(/Zoé Dufour.*Déjà refusée par Paul Dufour/);
    expect(texte).toMatch(/Retirée Dufour.*Retirée par son auteur/);
    expect(texte).toMatch(/Inactif Dufour.*Non décidée.*compte du demandeur est désactivé/);
    expect(texte).toContain('Une demande n’est plus de votre ressort');
    expect(texte).not.toContain('Ailleurs');
    expect(await etatDe(ailleurs)).toBe('EN_COURS_DE_VALIDATION');
    expect(portail.journal.join()).toContain(`"demandeIds":[${ailleurs}]`);
  });

  test('only on those of others is a page that does not exist', async () => {
    const ailleurs = await demandeDe('Ailleurs', 0, await creerStructure(base.sql));
    const envoi = choix('accepter', [ailleurs]);
    expect((await principal.post(DECISION, envoi)).statusCode).toBe(404);
    expect((await principal.get(`${DECISION}?acte=accepter&d=${ailleurs}`)).statusCode).toBe(404);
  });

  test('leaves out what was decided since the list was shown', async () => {
    await refuserRattachement(base.sql, principalId, { demandeId: zoe, motif: 'Non' }, INSTANT);
    const { body } = await principal.get(`${DECISION}?acte=accepter&d=${karim}&d=${zoe}`);
    expect(texteVisible(body)).toContain('Une demande choisie n’attend plus');
    expect(noms(body)).toEqual(['Karim Dufour']);
    const vide = await principal.get(`${DECISION}?acte=accepter&d=${zoe}`);
    expect(texteVisible(vide.body)).toContain('Aucune de ces demandes n’attend encore');
  });

  test('of more than five hundred is refused whole', async () => {
    const ids = [karim, ...Array.from({ length: 500 }, (_, n) => 1_000_000 + n)];
    expect((await principal.post(DECISION, choix('accepter', ids))).statusCode).toBe(413);
    expect(await etatDe(karim)).toBe('EN_COURS_DE_VALIDATION');
  });

  test('sent after the session ended is found again, reason and all', async () => {
    await base.regler(apres(INSTANT, heures(1)));
    const envoi = choix('refuser', [karim, zoe], { motif: 'Inconnu', file: '' });
    const perdue = await principal.post(DECISION, envoi);
    expect(perdue.statusCode).toBe(401);
    const [saisie] = /saisie%3D([\w-]+)/.exec(perdue.body)?.slice(1) ?? [];
    const revenue = await portail.connecter(principalId);
    const { body } = await revenue.get(`${DECISION}?saisie=${saisie}`);
    expect(valeursDuFormulaire(body, DECISION)).toEqual(envoi);
    expect(await etatDe(karim)).toBe('EN_COURS_DE_VALIDATION');
  });
});
