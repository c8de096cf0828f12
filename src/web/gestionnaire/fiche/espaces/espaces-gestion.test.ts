// The espaces of a structure through HTTP: the list of those that suit it, opening, the warning before closing.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../../tests/soutien/base-de-test.ts';
import { h1, lienVers, texteDe, texteVisible } from '../../../../../tests/soutien/html.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../../tests/soutien/portail.ts';
import {
  abonner,
  creerCompte,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../../../../../tests/soutien/scene.ts';
import { creerGestion, type Gestion } from '../../../../../tests/soutien/structure-geree.ts';
import { adresseGestion } from '../../../../domain/adresses.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let gestion: Gestion;
let manager: Visiteur;
let liste: string;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
});
beforeEach(async () => {
  gestion = await creerGestion(base.sql);
  manager = await portail.connecter(gestion.principal);
  liste = adresseGestion(gestion.structureId, 'espaces');
});

const ouvrir = (espace: string) => manager.post(`${liste}/ouverture`, { espace });
const message = async (reponse: { headers: Record<string, unknown> }) =>
  texteVisible((await manager.get(String(reponse.headers['location']))).body);

describe('the espaces of a structure', () => {
  test('are those that suit it, neither by default nor the managers’ own', async () => {
    const texte = texteVisible((await manager.get(liste)).body);
    for (const nom of ['Factures à valider', 'Engagements', 'Raccordements'])
      expect(texte).toContain(`Ouvrir – ${nom}`);
    for (const nom of ['Factures reçues', 'Demandes de remboursement TIC'])
      expect(texte).not.toContain(`– ${nom}`);
  });

  test('are opened by a button of the row', async () => {
    const envoi = await ouvrir('ENGAGEMENTS');
    expect(envoi.statusCode).toBe(303);
    const texte = await message(envoi);
    expect(texte).toContain('L’espace est ouvert.');
    expect(texte).toMatch(/Engagements .*Ouvert Le 23 novembre 2026, par Hélène Aubry/);
    expect(await message(await ouvrir('ENGAGEMENTS'))).toContain('déjà ouvert');
    expect((await manager.get(`${liste}/ouverture`)).headers.location).toBe(liste);
  });

  test.each(['ACTIVITES_DU_GESTIONNAIRE', 'MON_COMPTE', 'DEMANDES_DE_REMBOURSEMENT_TIC', '', 'x'])(
    'do not hold « %s »',
    async (espace) => {
      expect((await ouvrir(espace)).statusCode).toBe(404);
      expect((await manager.get(`${liste}/fermeture?espace=${espace}`)).statusCode).toBe(404);
    },
  );

  test('are closed after a page that says how many people it touches', async () => {
    await ouvrir('ENGAGEMENTS');
    const compteId = await creerCompte(base.sql);
    const id = await rattacher(base.sql, compteId, gestion.structureId);
    await abonner(base.sql, compteId, id, gestion.structureId, 'ENGAGEMENTS');
    const lien = lienVers((await manager.get(liste)).body, 'Fermer');
    const { body } = await manager.get(lien);
    expect(h1(body)).toBe('Fermer l’espace');
    expect(texteDe(body, 'consequences')).toContain('Personnes touchées 1');
    const envoi = await manager.post(`${liste}/fermeture`, { espace: 'ENGAGEMENTS' });
    expect(await message(envoi)).toContain('L’espace est fermé.');
    expect(await message(await manager.get(lien))).toContain('déjà fermé');
    const encore = await manager.post(`${liste}/fermeture`, { espace: 'ENGAGEMENTS' });
    expect(await message(encore)).toContain('déjà fermé');
  });

  test.each(['utilisateur', 'etranger'] as const)('are a 404 for %s', async (qui) => {
    const visiteur = await portail.connecter(gestion[qui]);
    expect((await visiteur.get(liste)).statusCode).toBe(404);
    for (const acte of ['ouverture', 'fermeture']) {
      const envoi = await visiteur.post(`${liste}/${acte}`, { espace: 'ENGAGEMENTS' });
      expect(envoi.statusCode).toBe(404);
    }
  });

  test('of an inactive structure are closed, not opened', async () => {
    await base.sql`update structure set statut = 'INACTIF' where id = ${gestion.structureId}`;
    expect(texteVisible((await manager.get(liste)).body)).not.toContain('Ouvrir – ');
    expect(await message(await ouvrir('ENGAGEMENTS'))).toContain('inactive');
  });
});
