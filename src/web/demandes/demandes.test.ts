// The page of a request over HTTP: its author and its managers read the same timeline, nobody else (screens §6).
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { texteDe, texteVisible } from '../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../tests/soutien/portail.ts';
import {
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  INSTANT,
  JOUR,
  ouvrirMois,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { adresseDemande, adresses } from '../../domain/adresses.ts';
import { demanderRattachement } from '../../domain/demande/actions.ts';
import { refuserRattachement, validerRattachement } from '../../domain/demande/actions-decision.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let auteurId: number;
let gestionnaireId: number;
let structureId: number;
let demandeId: number;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
});

beforeEach(async () => {
  const { sql } = base;
  auteurId = await creerCompte(sql, { prenom: 'Karim' });
  gestionnaireId = await creerCompte(sql, { prenom: 'Jeanne' });
  structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
  await rattacher(sql, gestionnaireId, structureId, 'GESTIONNAIRE_PRINCIPAL');
  const saisie = {
    structureId,
    portees: [null],
    dateDebut: JOUR,
    dateFin: null,
    commentaire: 'Bonjour\nKarim',
    prouve: false,
  };
  const resultat = await demanderRattachement(sql, auteurId, saisie, INSTANT);
  demandeId = resultat.kind === 'demandee' ? resultat.demandeId : 0;
});

const lire = async (compteId: number) =>
  (await portail.connecter(compteId)).get(adresseDemande(demandeId));

describe('a request', () => {
  test('reads the same on both sides; withdrawing is its author’s', async () => {
    for (const [qui, sienne] of [
      [auteurId, true],
      [gestionnaireId, false],
    ] as const) {
      const { statusCode, body } = await lire(qui);
      expect(statusCode).toBe(200);
      expect(texteDe(body, 'demande')).toMatch(/Karim Dufour.*Toute la structure.*En cours/);
      expect(texteDe(body, 'suivi')).toMatch(/Demandée.*23 novembre 2026.*Karim Dufour, demandeur/);
      expect(body.includes('Retirer la demande')).toBe(sienne);
    }
  });

  test('does not exist for a stranger, a user of the structure, a delegate of yesterday', async () => {
    const { sql } = base;
    const [etranger, usager, hier, aujourdHui] = await Promise.all(
      [1, 2, 3, 4].map(() => creerCompte(sql)),
    );
    await rattacher(sql, usager ?? 0, structureId);
    await deleguer(sql, hier ?? 0, structureId, ['2026-11-01', '2026-11-22']);
    await deleguer(sql, aujourdHui ?? 0, structureId, ['2026-11-01', JOUR]);
    for (const qui of [etranger, usager, hier]) expect((await lire(qui ?? 0)).statusCode).toBe(404);
    expect((await lire(aujourdHui ?? 0)).statusCode).toBe(200);
  });

  test('tells who accepted, as what', async () => {
    await validerRattachement(base.sql, gestionnaireId, demandeId, INSTANT);
    const { body } = await lire(auteurId);
    expect(texteDe(body, 'suivi')).toMatch(/Acceptée.*Jeanne Dufour, gestionnaire principal/);
    expect(body).not.toContain('Demander à nouveau');
  });

  test('tells why it was refused, and how to ask again', async () => {
    const refus = { demandeId, motif: 'Demandez le service Voirie' };
    await refuserRattachement(base.sql, gestionnaireId, refus, INSTANT);
    const { body } = await lire(auteurId);
    expect(texteVisible(body)).toMatch(/Motif du refus Demandez le service Voirie/);
    expect(body).toContain('Demander à nouveau');
  });
});

describe('a withdrawal', () => {
  const retirer = async (compteId: number, id = demandeId) =>
    (await portail.connecter(compteId)).post(`${adresseDemande(id)}/retrait`, {});

  test('ends the request, once', async () => {
    const { headers } = await retirer(auteurId);
    expect(headers.location).toBe(`${adresses.rattachements}?message=demandeRetiree`);
    const [row] = await base.sql`select etat from demande where id = ${demandeId}`;
    expect(row).toEqual({ etat: 'RETIREE' });
    const encore = await retirer(auteurId);
    expect(encore.headers.location).toContain('demandeTerminee');
  });

  test('is nobody else’s: neither a manager’s nor a stranger’s', async () => {
    expect((await retirer(gestionnaireId)).statusCode).toBe(404);
    expect((await retirer(await creerCompte(base.sql))).statusCode).toBe(404);
    expect((await retirer(auteurId, 999_999)).statusCode).toBe(404);
    const [row] = await base.sql`select etat from demande where id = ${demandeId}`;
    expect(row).toEqual({ etat: 'EN_COURS_DE_VALIDATION' });
  });
});

test('the list shows a hundred services of one request in one line', async () => {
  const services = await Promise.all(
    Array.from({ length: 100 }, (_, n) => creerService(base.sql, structureId, `S${n}`)),
  );
  const compteId = await creerCompte(base.sql);
  const saisie = { structureId, dateDebut: JOUR, dateFin: null, commentaire: null, prouve: false };
  await demanderRattachement(base.sql, compteId, { ...saisie, portees: services }, INSTANT);
  const { body } = await (await portail.connecter(compteId)).get(adresses.rattachements);
  expect(texteVisible(body)).toContain('S99');
});
