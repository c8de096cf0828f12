// « Modifier la fiche » through HTTP: who reaches it, what is read-only, bad input, two tabs, the warning of one manager.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../tests/soutien/base-de-test.ts';
import {
  balises,
  h1,
  resume,
  texteVisible,
  titre,
  valeursDuFormulaire,
} from '../../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../../tests/soutien/portail.ts';
import {
  creerCompte,
  creerStructure,
  INSTANT,
  rattacher,
} from '../../../../tests/soutien/scene.ts';
import { creerGestion, type Gestion } from '../../../../tests/soutien/structure-geree.ts';
import { adresseFiche, adresseGestion } from '../../../domain/adresses.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let gestion: Gestion;
let page: string;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base, { logLevel: 'warn' });
});
beforeEach(async () => {
  gestion = await creerGestion(base.sql, {
    raisonSociale: 'Mairie de Terneuil',
    adresseVille: 'Terneuil',
    adressePays: 'FR',
    telephone: '+33148960012',
    codeServiceObligatoire: true,
  });
  page = adresseGestion(gestion.structureId, 'fiche');
});

const entrer = (qui: keyof Gestion) => portail.connecter(gestion[qui]);
const stockee = async () => {
  const [row] = await base.sql`
    select adresse_electronique, telephone, adresse_ville, adresse_code_postal, est_moa,
      code_service_obligatoire, raison_sociale, statut, version
    from structure where id = ${gestion.structureId}`;
  return row;
};

describe('the sheet to change', () => {
  test.each<[keyof Gestion, number]>([
    ['principal', 200],
    ['secondaire', 200],
    ['delegue', 200],
    ['utilisateur', 404],
    ['etranger', 404],
  ])('for %s: %i, to read and to send', async (qui, statut) => {
    const visiteur = await entrer(qui);
    expect((await visiteur.get(page)).statusCode).toBe(statut);
    const envoi = await visiteur.post(page, { version: '1', estMoa: 'oui' });
    expect(envoi.statusCode).toBe(statut === 200 ? 303 : 404);
    expect((await stockee())?.['estMoa']).toBe(statut === 200);
  });

  test('of another structure is a 404, and the log says who asked', async () => {
    const ailleurs = await creerStructure(base.sql);
    const visiteur = await entrer('principal');
    const autre = adresseGestion(ailleurs, 'fiche');
    expect((await visiteur.post(autre, { version: '1' })).statusCode).toBe(404);
    expect(portail.journal.at(-1)).toContain(`"structureId":${ailleurs}`);
  });

  test('says what registers gave and where to change it; it has no field', async () => {
    const { body } = await (await entrer('principal')).get(page);
    expect(h1(body)).toBe('Modifier la fiche');
    expect(titre(body)).toContain('Mairie de Terneuil');
    expect(texteVisible(body)).toContain('Leur origine : Annuaire des structures.');
    const champs = balises(body, 'input').map(({ attributs }) => attributs['name']);
    expect(champs).not.toContain('raisonSociale');
    expect(champs).not.toContain('statut');
  });

  test('stores what was typed, boxes that were unticked too, and nothing else', async () => {
    const visiteur = await entrer('principal');
    const valeurs = valeursDuFormulaire((await visiteur.get(page)).body, page);
    expect(valeurs).toMatchObject({
      telephone: '+33 1 48 96 00 12',
      codeServiceObligatoire: 'oui',
    });
    const { codeServiceObligatoire: _, ...autres } = valeurs;
    const envoi = await visiteur.post(page, {
      ...autres,
      adresseElectronique: 'mairie@terneuil.fr',
      adresseCodePostal: '76640',
      estMoa: 'oui',
      raisonSociale: 'Pirate',
      statut: 'INACTIF',
    });
    expect(envoi.headers.location).toBe(`${page}?message=ficheEnregistree`);
    expect(await stockee()).toEqual({
      adresseElectronique: 'mairie@terneuil.fr',
      telephone: '+33148960012',
      adresseVille: 'Terneuil',
      adresseCodePostal: '76640',
      estMoa: true,
      codeServiceObligatoire: false,
      raisonSociale: 'Mairie de Terneuil',
      statut: 'ACTIF',
      version: 2,
    });
    const { body } = await visiteur.get(String(envoi.headers.location));
    expect(texteVisible(body)).toContain('La fiche est enregistrée.');
  });

  test('with bad input comes back with every field named and what was typed; nothing changes', async () => {
    const visiteur = await entrer('principal');
    const { statusCode, body } = await visiteur.post(page, {
      version: '1',
      adresseElectronique: 'mairie',
      telephone: '12',
      adresseVille: 'x'.repeat(101),
      adresseCodePostal: '7664',
      adressePays: 'FR',
      adresseLigne: '1 place <b>',
      estMoa: 'oui',
    });
    expect(statusCode).toBe(422);
    expect(titre(body)).toMatch(/^Erreur – /);
    expect(resume(body).map(({ ancre }) => ancre)).toEqual([
      'adresseElectronique',
      'telephone',
      'adresseLigne',
      'adresseCodePostal',
      'adresseVille',
    ]);
    const valeurs = valeursDuFormulaire(body, page);
    expect(valeurs).toMatchObject({ adresseElectronique: 'mairie', estMoa: 'oui' });
    expect(valeurs['codeServiceObligatoire']).toBeUndefined();
    expect((await stockee())?.['version']).toBe(1);
  });

  test('without its version is given back', async () => {
    const { statusCode, body } = await (await entrer('principal')).post(page, { estMoa: 'oui' });
    expect(statusCode).toBe(422);
    expect(resume(body)).toMatchObject([{ ancre: 'formulaire' }]);
    expect(valeursDuFormulaire(body, page)).toMatchObject({ version: '1', estMoa: 'oui' });
  });

  test('changed in another tab comes back with both values, then goes through', async () => {
    const [un, deux] = [await entrer('principal'), await entrer('secondaire')];
    const valeurs = valeursDuFormulaire((await un.get(page)).body, page);
    await deux.post(page, { ...valeurs, telephone: '+33 1 48 96 00 54', estMoa: 'oui' });
    const conflit = await un.post(page, { ...valeurs, telephone: '+33 1 48 96 00 99' });
    expect(conflit.statusCode).toBe(409);
    const texte = texteVisible(conflit.body);
    expect(texte).toContain('Enregistré entre-temps : +33 1 48 96 00 54');
    expect(texte).toContain('Enregistré entre-temps : Oui');
    const seconde = valeursDuFormulaire(conflit.body, page);
    expect(seconde).toMatchObject({ telephone: '+33 1 48 96 00 99', version: '2' });
    expect((await un.post(page, seconde)).statusCode).toBe(303);
    expect(await stockee()).toMatchObject({ telephone: '+33148960099', version: 3 });
  });

  test('kept over a session that ended shows again what was typed', async () => {
    const visiteur = await entrer('principal');
    const { jeton: _ } = visiteur;
    await base.sql`update session set terminee_le = ${INSTANT}, fin = 'DECONNEXION'
      where compte_id = ${gestion.principal}`;
    const perdu = await visiteur.post(page, { version: '1', adresseVille: 'Rouen' });
    expect(perdu.statusCode).toBe(401);
    const lien = /saisie%3D([\w-]+)/.exec(perdu.body)?.[1] ?? '';
    const { body } = await (await entrer('principal')).get(`${page}?saisie=${lien}`);
    expect(texteVisible(body)).toContain('Votre saisie a été retrouvée');
    expect(valeursDuFormulaire(body, page)).toMatchObject({ adresseVille: 'Rouen' });
  });

  test('is in English for who reads English', async () => {
    await base.sql`update compte set langue = 'en' where id = ${gestion.principal}`;
    expect(h1((await (await entrer('principal')).get(page)).body)).toBe('Change the sheet');
  });
});

describe('the sheet to read', () => {
  const SEUL = 'Cette structure n’a qu’un seul gestionnaire';

  test('offers the change to its managers alone', async () => {
    const lire = async (qui: keyof Gestion) =>
      (await (await entrer(qui)).get(adresseFiche(gestion.structureId))).body;
    for (const qui of ['principal', 'delegue'] as const) expect(await lire(qui)).toContain(page);
    expect(await lire('utilisateur')).not.toContain(page);
  });

  test('warns of one single manager, on both pages; not of two', async () => {
    const seule = await creerStructure(base.sql);
    const [manager, autre] = [await creerCompte(base.sql), await creerCompte(base.sql)];
    await rattacher(base.sql, manager, seule, 'GESTIONNAIRE_PRINCIPAL');
    await rattacher(base.sql, autre, seule);
    const lire = async (compteId: number, adresse: string) =>
      texteVisible((await (await portail.connecter(compteId)).get(adresse)).body);
    expect(await lire(manager, adresseGestion(seule, 'fiche'))).toContain(SEUL);
    expect(await lire(manager, adresseFiche(seule))).toContain('Nommer un gestionnaire secondaire');
    const simple = await lire(autre, adresseFiche(seule));
    expect(simple).toContain(SEUL);
    expect(simple).not.toContain('Nommer un gestionnaire secondaire');
    expect(await lire(gestion.principal, page)).not.toContain(SEUL);
  });
});
