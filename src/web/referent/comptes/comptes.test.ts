// The accounts of a référent over HTTP: theirs alone, deactivated and reactivated with a reason that the person reads.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../tests/soutien/base-de-test.ts';
import { lienVers, texteVisible, valeursDuFormulaire } from '../../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../../tests/soutien/portail.ts';
import {
  courrielsEnFile,
  creerCompte,
  creerStructure,
  filDe,
  INSTANT,
  journalDe,
  ouvrirMois,
  rattacher,
} from '../../../../tests/soutien/scene.ts';
import { adresseCompteDuReferent, adresseReferent, adresses } from '../../../domain/adresses.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let referentId: number;
let agentId: number;
let structureId: number;
let rang = 0;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
});

beforeEach(async () => {
  const { sql } = base;
  rang += 1;
  referentId = await creerCompte(sql, { referentDepartements: ['76'] });
  structureId = await creerStructure(sql, {
    raisonSociale: 'Mairie de Terneuil',
    departement: '76',
  });
  agentId = await creerCompte(sql, {
    identifiantConnexion: `karim.${rang}`,
    prenom: 'Karim',
    nom: 'Benali',
    adresseElectronique: `karim.${rang}@terneuil.fr`,
  });
  await rattacher(sql, agentId, structureId, 'GESTIONNAIRE_PRINCIPAL');
});

const lire = async (chemin: string, qui = referentId) => (await portail.connecter(qui)).get(chemin);
const agir = async (champs: Record<string, string>, qui = referentId, sur = agentId) =>
  (await portail.connecter(qui)).post(adresseCompteDuReferent(sur), champs);
const DESACTIVER = { etat: 'INACTIF', motif: 'Parti à la retraite' };
const etat = async (id = agentId) => {
  const [row] = await base.sql<{ etat: string; desactiveLe: Date | null }[]>`
    select etat, desactive_le from compte where id = ${id}`;
  return row;
};
const courriels = async () => {
  const tous = await courrielsEnFile(base.proprietaire);
  return tous.filter(({ destinataire }) => destinataire === `karim.${rang}@terneuil.fr`);
};

describe('an account of a référent’s départements', () => {
  test('is found by its identifiant, whatever its capitals, and tells what it alone manages', async () => {
    const trouve = await lire(`${adresses.comptesDuReferent}?identifiant=KARIM.${rang}`);
    expect(trouve.headers.location).toBe(adresseCompteDuReferent(agentId));
    const page = texteVisible((await lire(adresseCompteDuReferent(agentId))).body);
    expect(page).toContain('Compte de Karim Benali');
    expect(page).toMatch(/Mairie de Terneuil .*Gestionnaire principal Seul gestionnaire/);
    await rattacher(base.sql, await creerCompte(base.sql), structureId, 'GESTIONNAIRE_SECONDAIRE');
    const autre = texteVisible((await lire(adresseCompteDuReferent(agentId))).body);
    expect(autre).not.toContain('Seul gestionnaire');
  });

  test('whose role is suspended manages nothing: its structure has nobody now', async () => {
    await base.sql`
      update rattachement_ligne set statut = 'DESACTIVEE' where rattachement_id in (
        select id from rattachement where compte_id = ${agentId})`;
    const national = await creerCompte(base.sql, { referentNational: true });
    const { body } = await lire(adresseCompteDuReferent(agentId), national);
    expect(texteVisible(body)).toContain('Sans gestionnaire actif');
    expect(texteVisible(body)).not.toContain('Seul gestionnaire');
  });

  test('shows the structures of these départements alone, counts the others, those without another manager first', async () => {
    const { sql } = base;
    const corse = await creerCompte(sql, { referentDepartements: ['2B'] });
    const geree = await creerStructure(sql, { raisonSociale: 'Zonza', departement: '2B' });
    await rattacher(sql, agentId, geree, 'GESTIONNAIRE_PRINCIPAL');
    for (let n = 0; n < 20; n += 1) {
      const champs = { raisonSociale: `Alpha ${n}`, departement: '2B' };
      await rattacher(sql, agentId, await creerStructure(sql, champs));
    }
    const page = texteVisible((await lire(adresseCompteDuReferent(agentId), corse)).body);
    expect(page).toMatch(/Zonza .*Alpha 0/);
    expect(page).toContain('Et 1 autre structure.');
    expect(page).toContain('rattaché à 1 structure d’un autre ressort');
    expect(page).not.toContain('Mairie de Terneuil');
  });

  test('is reached from the managers of its structure', async () => {
    const { body } = await lire(adresseReferent(structureId));
    expect(lienVers(body, 'Karim Benali')).toBe(adresseCompteDuReferent(agentId));
  });

  test('is deactivated with a reason: signed out, told, and its structure has no manager', async () => {
    const agent = await portail.connecter(agentId);
    const { body } = await lire(adresseCompteDuReferent(agentId));
    const cache = valeursDuFormulaire(body, adresseCompteDuReferent(agentId));
    const fait = await agir({ ...cache, motif: 'Parti à la retraite' });
    expect(fait.headers.location).toContain('acteDuReferent');
    expect(await etat()).toEqual({ etat: 'INACTIF', desactiveLe: INSTANT });
    expect((await agent.get(adresses.monCompte)).headers.location).toMatch(/^\/connexion\?/);
    expect(await courriels()).toMatchObject([
      { nature: 'COMPTE_DESACTIVE', motif: 'Parti à la retraite' },
    ]);
    expect((await journalDe(base.sql, agentId)).at(-1)).toMatchObject({
      acte: 'COMPTE_DESACTIVE',
      acteurCompteId: referentId,
    });
    const orphelines = texteVisible((await lire(`${adresses.referent}?departement=76`)).body);
    expect(orphelines).toContain('Mairie de Terneuil');
  });

  test('is reactivated, and told', async () => {
    await agir(DESACTIVER);
    const page = texteVisible((await lire(adresseCompteDuReferent(agentId))).body);
    expect(page).toMatch(/Désactivé .*Sans gestionnaire actif .*Réactiver le compte/);
    const fait = await agir({ etat: 'ACTIF', motif: 'Revenu de congé' });
    expect(fait.statusCode).toBe(303);
    expect(await etat()).toEqual({ etat: 'ACTIF', desactiveLe: null });
    expect((await courriels()).map(({ nature }) => nature)).toEqual([
      'COMPTE_DESACTIVE',
      'COMPTE_REACTIVE',
    ]);
    expect((await journalDe(base.sql, agentId)).at(-1)?.acte).toBe('COMPTE_REACTIVE');
    expect((await filDe(base.sql, agentId)).at(-1)).toBe('COMPTE_REACTIVE');
  });

  test('without a contact address is to be told by other means', async () => {
    await base.sql`update compte set adresse_electronique = null where id = ${agentId}`;
    const fait = await agir(DESACTIVER);
    expect(fait.headers.location).toContain('compteChangeSansCourriel');
    expect((await etat())?.etat).toBe('INACTIF');
  });

  test('whose référent lost their session keeps the reason, unless it no longer serves', async () => {
    const referent = await portail.connecter(referentId);
    await base.sql`update session set terminee_le = ${INSTANT}, fin = 'DECONNEXION' where compte_id = ${referentId}`;
    const refuse = await referent.post(adresseCompteDuReferent(agentId), DESACTIVER);
    expect([refuse.statusCode, (await etat())?.etat]).toEqual([401, 'ACTIF']);
    const retour = new URL(
      `http://h${lienVers(refuse.body, 'Se connecter et retrouver ma saisie')}`,
    ).searchParams.get('retour');
    expect((await lire(retour ?? '')).body).toContain('Parti à la retraite');
    await base.sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${agentId}`;
    const apresCoup = await referent.post(adresseCompteDuReferent(agentId), DESACTIVER);
    const autre = new URL(
      `http://h${lienVers(apresCoup.body, 'Se connecter et retrouver ma saisie')}`,
    ).searchParams.get('retour');
    expect((await lire(autre ?? '')).body).not.toContain('Parti à la retraite');
  });

  test('asks for a reason, and keeps what was typed', async () => {
    const sans = await agir({ ...DESACTIVER, motif: ' ' });
    expect([sans.statusCode, (await etat())?.etat]).toEqual([422, 'ACTIF']);
    expect(texteVisible(sans.body)).toMatch(/« Motif » : il est obligatoire/);
    const erreur = await lire(`${adresses.comptesDuReferent}?identifiant=`);
    expect(texteVisible(erreur.body)).toContain('« Identifiant de connexion » : saisissez-le');
    const long = await agir({ ...DESACTIVER, motif: 'Parti. '.repeat(40) });
    expect([long.statusCode, (await etat())?.etat]).toEqual([422, 'ACTIF']);
    expect(long.body).toContain('Parti. Parti.');
  });

  test('that another référent has just deactivated says so, and writes nothing twice', async () => {
    const autre = await creerCompte(base.sql, { referentNational: true });
    const issues = await Promise.all([agir(DESACTIVER), agir(DESACTIVER, autre)]);
    const messages = issues.map(({ headers }) => new URL(`http://h${headers.location}`).search);
    expect(messages.toSorted()).toEqual([
      '?message=acteDuReferent',
      '?message=etatDuCompteInchange',
    ]);
    expect(await courriels()).toHaveLength(1);
  });
});

describe('an account that a référent does not have', () => {
  test('is nobody’s: of another département, of none, unknown; and for who is no référent', async () => {
    const ailleurs = await creerCompte(base.sql, { referentDepartements: ['27'] });
    const manager = await creerCompte(base.sql);
    await rattacher(base.sql, manager, structureId, 'GESTIONNAIRE_SECONDAIRE');
    for (const qui of [ailleurs, manager]) {
      expect((await lire(adresseCompteDuReferent(agentId), qui)).statusCode).toBe(404);
      expect((await agir(DESACTIVER, qui)).statusCode).toBe(404);
    }
    expect((await lire(adresses.comptesDuReferent, manager)).statusCode).toBe(404);
    const cherche = await lire(`${adresses.comptesDuReferent}?identifiant=karim.${rang}`, ailleurs);
    expect(texteVisible(cherche.body)).toContain('Aucun compte de votre ressort');
    const seul = await creerCompte(base.sql);
    expect((await agir(DESACTIVER, referentId, seul)).statusCode).toBe(404);
    expect((await etat())?.etat).toBe('ACTIF');
    expect((await etat(seul))?.etat).toBe('ACTIF');
  });

  test('is no more theirs once its rights there ended, or are suspended', async () => {
    const { sql } = base;
    await sql`update rattachement set role = 'UTILISATEUR' where compte_id = ${agentId}`;
    const lignes = sql`rattachement_id in (select id from rattachement where compte_id = ${agentId})`;
    await sql`update rattachement_ligne set date_fin = '2026-11-22' where ${lignes}`;
    expect((await agir(DESACTIVER)).statusCode).toBe(404);
    await sql`update rattachement_ligne set date_fin = null, statut = 'DESACTIVEE' where ${lignes}`;
    expect((await agir(DESACTIVER)).statusCode).toBe(404);
    expect((await etat())?.etat).toBe('ACTIF');
  });

  test('is for another référent where they are attached themselves: no role is made vacant for oneself', async () => {
    await rattacher(base.sql, referentId, structureId, 'GESTIONNAIRE_SECONDAIRE');
    const { body } = await lire(adresseCompteDuReferent(agentId));
    expect(texteVisible(body)).toContain('un autre référent doit agir');
    expect(body).not.toContain('name="motif"');
    expect((await agir(DESACTIVER)).statusCode).toBe(403);
    expect((await etat())?.etat).toBe('ACTIF');
  });

  test('of another référent is for those of the whole country', async () => {
    await base.sql`update compte set referent_departements = '{27}' where id = ${agentId}`;
    expect((await agir(DESACTIVER)).statusCode).toBe(403);
    const national = await creerCompte(base.sql, { referentNational: true });
    expect((await agir(DESACTIVER, national)).statusCode).toBe(303);
    expect((await etat())?.etat).toBe('INACTIF');
  });

  test('is theirs when they have the whole country, attached or not', async () => {
    const national = await creerCompte(base.sql, { referentNational: true });
    const seul = await creerCompte(base.sql);
    expect((await agir(DESACTIVER, national, seul)).statusCode).toBe(303);
    expect((await etat(seul))?.etat).toBe('INACTIF');
  });

  test('is not one’s own: another référent decides', async () => {
    await rattacher(base.sql, referentId, structureId);
    const page = await lire(adresseCompteDuReferent(referentId));
    expect(texteVisible(page.body)).toContain('seul un autre référent');
    expect((await agir(DESACTIVER, referentId, referentId)).statusCode).toBe(403);
    expect((await etat(referentId))?.etat).toBe('ACTIF');
  });
});
