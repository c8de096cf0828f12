// The page of a vacant role over HTTP: who may take it, who may ask, what is said to the others.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../tests/soutien/base-de-test.ts';
import { lienVers, texteVisible } from '../../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../../tests/soutien/portail.ts';
import {
  creerCompte,
  creerStructure,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../../../../tests/soutien/scene.ts';
import { adresseReprise, adresseStructure, adresses } from '../../../domain/adresses.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let structureId: number;
let agentId: number;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base, { logLevel: 'warn' });
});

beforeEach(async () => {
  const { sql } = base;
  structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
  const ancien = await creerCompte(sql, { etat: 'INACTIF' });
  await rattacher(sql, ancien, structureId, 'GESTIONNAIRE_PRINCIPAL');
  agentId = await creerCompte(sql);
  await rattacher(sql, agentId, structureId);
});

const lire = async (compteId: number) =>
  (await portail.connecter(compteId)).get(adresseReprise(structureId));
const envoyer = async (compteId: number, champs: Record<string, string>) =>
  (await portail.connecter(compteId)).post(adresseReprise(structureId), champs);

describe('a structure without gestionnaire principal', () => {
  test('says so to those attached, with the way out; to nobody else', async () => {
    const page = async (qui: number) =>
      (await (await portail.connecter(qui)).get(adresseStructure(structureId))).body;
    expect(await page(agentId)).toContain(adresseReprise(structureId));
    expect(await page(await creerCompte(base.sql))).not.toContain(adresseReprise(structureId));
  });

  test('is asked for with a reason, that référents read', async () => {
    const { body } = await lire(agentId);
    expect(texteVisible(body)).toMatch(/Plus personne ne gère « Mairie de Terneuil »/);
    const vide = await envoyer(agentId, { acte: 'demander', motif: '  ' });
    expect(vide.statusCode).toBe(422);
    expect(texteVisible(vide.body)).toMatch(/« Motif » : dites pourquoi vous demandez ce rôle/);
    const long = await envoyer(agentId, { acte: 'demander', motif: 'é'.repeat(256) });
    expect(texteVisible(long.body)).toMatch(/255 caractères au plus/);
    expect(long.body).toContain('é'.repeat(256));
    const faite = await envoyer(agentId, { acte: 'demander', motif: 'Elle est partie' });
    expect(faite.headers.location).toMatch(/^\/demandes\/\d+\?message=repriseDemandee$/);
    const encore = await envoyer(agentId, { acte: 'demander', motif: 'Elle est partie' });
    expect(encore.statusCode).toBe(409);
    expect(texteVisible(encore.body)).toMatch(/Vous avez déjà demandé/);
  });

  test('is found again by who asked for it, from its page and from « Mes demandes »', async () => {
    expect((await lire(agentId)).body).not.toContain('Suivre ma demande');
    const faite = await envoyer(agentId, { acte: 'demander', motif: 'Elle est partie' });
    const demande = String(faite.headers.location).replace(/\?.*/, '');
    expect(lienVers((await lire(agentId)).body, 'Suivre ma demande de reprise')).toBe(demande);
    const agent = await portail.connecter(agentId);
    for (const page of [adresses.rattachements, adresses.demandesDeRattachement]) {
      const { body } = await agent.get(page);
      expect(lienVers(body, 'Suivre la demande')).toBe(demande);
      expect(texteVisible(body)).toMatch(
        /Mairie de Terneuil Reprise du rôle de gestionnaire principal .* En cours de validation/,
      );
    }
  });

  test('is read and opposed at the address of its request without a word in the log', async () => {
    const faite = await envoyer(agentId, { acte: 'demander', motif: 'Elle est partie' });
    const demande = String(faite.headers.location).replace(/\?.*/, '');
    const agent = await portail.connecter(agentId);
    const avant = portail.journal.length;
    expect((await agent.get(demande)).statusCode).toBe(200);
    expect((await agent.get(`${demande}/opposition`)).statusCode).toBe(200);
    const vide = await agent.post(`${demande}/opposition`, { motif: '' });
    expect(vide.statusCode).toBe(422);
    expect(portail.journal.slice(avant)).toEqual([]);
  });

  test('is taken in one act by a secondaire, who is then at home there', async () => {
    const secondaire = await creerCompte(base.sql);
    await rattacher(base.sql, secondaire, structureId, 'GESTIONNAIRE_SECONDAIRE');
    expect(texteVisible((await lire(secondaire)).body)).toContain('Reprendre ce rôle');
    expect(texteVisible((await lire(agentId)).body)).toMatch(/encore un gestionnaire secondaire/);
    const refuse = await envoyer(agentId, { acte: 'prendre' });
    expect(refuse.statusCode).toBe(409);
    const fait = await envoyer(secondaire, { acte: 'prendre' });
    expect(fait.headers.location).toContain('message=roleRepris');
    expect(texteVisible((await lire(agentId)).body)).toMatch(/a un gestionnaire principal/);
  });

  test('does not exist for a stranger', async () => {
    const etranger = await creerCompte(base.sql);
    expect((await lire(etranger)).statusCode).toBe(404);
    expect((await envoyer(etranger, { acte: 'prendre' })).statusCode).toBe(404);
    expect((await envoyer(etranger, { acte: 'demander', motif: 'x' })).statusCode).toBe(404);
  });

  test('keeps the reason typed before the session ended', async () => {
    const parti = await portail.connecter(agentId);
    await base.sql`update session set terminee_le = ${INSTANT}, fin = 'DECONNEXION'
      where compte_id = ${agentId}`;
    const champs = { acte: 'demander', motif: 'Elle est partie à la retraite' };
    const perdue = await parti.post(adresseReprise(structureId), champs);
    expect(perdue.statusCode).toBe(401);
    const [saisie] = /saisie%3D([\w-]+)/.exec(perdue.body)?.slice(1) ?? [];
    const revenu = await portail.connecter(agentId);
    const { body } = await revenu.get(`${adresseReprise(structureId)}?saisie=${saisie}`);
    expect(body).toContain('Elle est partie à la retraite');
  });
});
