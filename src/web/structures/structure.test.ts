// The sheets of a structure (screens §6): who reads which, its managers, its services page by page.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { h1, texteDe, texteVisible } from '../../../tests/soutien/html.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../tests/soutien/portail.ts';
import {
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  INSTANT,
  JOUR,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { adresseFiche, adresseStructure } from '../../domain/adresses.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let etranger: Visiteur;
let publique: number;
let privee: number;
let service: number;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base);
  const { sql } = base;
  etranger = await portail.connecter(await creerCompte(sql));
  publique = await creerStructure(sql, {
    raisonSociale: 'Mairie de Terneuil',
    adresseLigne: '1 place <b>de la</b> Mairie',
    telephone: '+33199000010',
    codeServiceObligatoire: true,
    numeroEngagementObligatoire: true,
  });
  privee = await creerStructure(sql, { raisonSociale: 'Menuiserie', typeStructure: 'PRIVEE' });
  service = await creerService(sql, publique, 'URBS', { libelle: 'Urbanisme' });
  for (let n = 10; n < 30; n += 1)
    await creerService(sql, publique, `S${n}`, { libelle: `Service ${n}`, dateFin: '2026-11-22' });
});

const entrer = async (compteId: number) => portail.connecter(compteId);

/** An account that holds a line on a structure. */
async function attache(
  structureId: number,
  ligne = {},
  role: 'UTILISATEUR' | 'GESTIONNAIRE_SECONDAIRE' = 'UTILISATEUR',
) {
  const compteId = await creerCompte(base.sql);
  await rattacher(base.sql, compteId, structureId, role, [ligne]);
  return entrer(compteId);
}

describe('the read-only sheet', () => {
  test('of a public structure is for everybody: identity, rule of invoicing, services', async () => {
    const { statusCode, body } = await etranger.get(adresseStructure(publique));
    expect(statusCode).toBe(200);
    expect(h1(body)).toBe('Mairie de Terneuil');
    const texte = texteVisible(body);
    expect(texte).toContain("Le code service et le numéro d'engagement");
    expect(texte).toContain('1 place <b>de la</b> Mairie');
    expect(texte).not.toContain('+33199000010');
    expect(texte).toContain('Demander un rattachement');
  });

  test('names its active managers, the principal first, and nobody else', async () => {
    const { sql } = base;
    const structureId = await creerStructure(sql);
    const personne = async (prenom: string, role: Parameters<typeof rattacher>[3], champs = {}) =>
      rattacher(sql, await creerCompte(sql, { prenom, ...champs }), structureId, role);
    await personne('Simone', 'UTILISATEUR');
    await personne('Zoé', 'GESTIONNAIRE_SECONDAIRE');
    await personne('Paul', 'GESTIONNAIRE_PRINCIPAL');
    await personne('Inès', 'GESTIONNAIRE_SECONDAIRE', { etat: 'INACTIF' });
    const { body } = await etranger.get(adresseStructure(structureId));
    const texte = texteDe(body, 'gestionnaires');
    expect(texte).toMatch(/Paul Dufour – Gestionnaire principal.*Zoé Dufour – Gestionnaire/);
    expect(texte).not.toMatch(/Simone|Inès/);
  });

  test('without a manager says whom to ask', async () => {
    const { body } = await etranger.get(adresseStructure(publique));
    expect(texteVisible(body)).toContain('Aucun gestionnaire actif');
  });

  test('lists services by pages and finds them by code or name, closed ones said so', async () => {
    const premiere = await etranger.get(adresseStructure(publique));
    expect(texteVisible(premiere.body)).toContain('1 à 10 sur 21');
    const parCode = texteVisible(
      (await etranger.get(`${adresseStructure(publique)}?service=urb`)).body,
    );
    expect(parCode).toContain('Urbanisme');
    expect(parCode).not.toContain('Service 10');
    const parNom = texteVisible(
      (await etranger.get(`${adresseStructure(publique)}?service=VICE+12`)).body,
    );
    expect(parNom).toMatch(/Service 12.*Fermé/);
    const aucun = await etranger.get(`${adresseStructure(publique)}?service=zzz`);
    expect(texteVisible(aucun.body)).toContain('Aucun service ne correspond');
  });

  test('of a closed structure offers no request', async () => {
    const fermee = await creerStructure(base.sql, { statut: 'INACTIF' });
    const texte = texteVisible((await etranger.get(adresseStructure(fermee))).body);
    expect(texte).toContain('inactive');
    expect(texte).not.toContain('Demander un rattachement');
  });

  test('of a private structure is for those attached to it, managers and delegates', async () => {
    const { sql } = base;
    expect((await etranger.get(adresseStructure(privee))).statusCode).toBe(404);
    expect((await (await attache(privee)).get(adresseStructure(privee))).statusCode).toBe(200);
    const delegue = await creerCompte(sql);
    await deleguer(sql, delegue, privee, [JOUR, JOUR]);
    expect((await (await entrer(delegue)).get(adresseStructure(privee))).statusCode).toBe(200);
  });

  test.each(['0', 'x', '1e3', '-1', '99999999', '9999999999999999999', '1;drop'])(
    'of « %s » does not exist',
    async (id) => {
      expect((await etranger.get(`/structures/${id}`)).statusCode).toBe(404);
    },
  );
});

describe('the whole sheet', () => {
  test.each<[string, () => Promise<Visiteur>, number]>([
    ['attached to the whole structure', () => attache(publique), 200],
    ['attached to one service', () => attache(publique, { serviceId: service }), 404],
    ['whose rattachement is over', () => attache(publique, { dateFin: '2026-11-22' }), 404],
    ['whose rattachement ends today', () => attache(publique, { dateFin: JOUR }), 200],
    ['whose rattachement is suspended', () => attache(publique, { statut: 'DESACTIVEE' }), 404],
    [
      'managing it by one service',
      () => attache(publique, { serviceId: service }, 'GESTIONNAIRE_SECONDAIRE'),
      200,
    ],
    ['who is a stranger', async () => etranger, 404],
  ])('for somebody %s', async (_, qui, statut) => {
    const visiteur = await qui();
    const { statusCode, body } = await visiteur.get(adresseFiche(publique));
    expect(statusCode).toBe(statut);
    expect(body.includes('+33199000010')).toBe(statut === 200);
    const lien = (await visiteur.get(adresseStructure(publique))).body;
    expect(lien.includes(adresseFiche(publique))).toBe(statut === 200);
  });
});
