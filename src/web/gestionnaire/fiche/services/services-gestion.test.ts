// The services of a structure through HTTP: list, creation, change, the warning before closing, opening again.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../../tests/soutien/base-de-test.ts';
import {
  h1,
  lienVers,
  resume,
  texteDe,
  texteVisible,
  titre,
  valeursDuFormulaire,
} from '../../../../../tests/soutien/html.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../../tests/soutien/portail.ts';
import {
  creerCompte,
  creerService,
  creerStructure,
  INSTANT,
  JOUR,
  ouvrirMois,
  rattacher,
} from '../../../../../tests/soutien/scene.ts';
import { creerGestion, type Gestion } from '../../../../../tests/soutien/structure-geree.ts';
import { adresseGestion, adresseService } from '../../../../domain/adresses.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let gestion: Gestion;
let manager: Visiteur;
let liste: string;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base, { logLevel: 'warn' });
});
beforeEach(async () => {
  gestion = await creerGestion(base.sql, { raisonSociale: 'Mairie de Terneuil' });
  manager = await portail.connecter(gestion.principal);
  liste = adresseGestion(gestion.structureId, 'services');
});

const service = (code: string, champs = {}) =>
  creerService(base.sql, gestion.structureId, code, { libelle: `Service ${code}`, ...champs });
const message = async (reponse: { headers: Record<string, unknown> }) =>
  texteVisible((await manager.get(String(reponse.headers['location']))).body);

describe('the list', () => {
  test('shows services with their state and what can be done, by code or name, by pages', async () => {
    await service('OUVERT');
    await service('FERME', { dateFin: '2026-11-22' });
    await service('FUTUR', { dateDebut: '2027-01-01' });
    const { body } = await manager.get(liste);
    const texte = texteVisible(body);
    expect(texte).toMatch(/Service FERME .*Fermé.*Rouvrir – Service FERME/);
    expect(texte).toMatch(/Service FUTUR .*À venir.*Fermer – Service FUTUR/);
    expect(lienVers(body, 'Créer un service')).toBe(`${liste}/nouveau`);
    for (let n = 10; n < 40; n += 1) await service(`S${n}`);
    expect(texteVisible((await manager.get(`${liste}?page=2`)).body)).toContain('21 à 33 sur 33');
    const trouve = texteVisible((await manager.get(`${liste}?service=S12`)).body);
    expect(trouve).toContain('Service S12');
    expect(trouve).not.toContain('Service S13');
  });

  test('of nothing says so', async () => {
    expect(texteVisible((await manager.get(liste)).body)).toContain('Aucun service');
  });

  test.each(['utilisateur', 'etranger'] as const)('is a 404 for %s', async (qui) => {
    const visiteur = await portail.connecter(gestion[qui]);
    for (const adresse of [liste, `${liste}/nouveau`])
      expect((await visiteur.get(adresse)).statusCode).toBe(404);
    const champs = { code: 'A', libelle: 'A' };
    expect((await visiteur.post(`${liste}/nouveau`, champs)).statusCode).toBe(404);
  });
});

describe('a new service', () => {
  test('is created and shown', async () => {
    const { body } = await manager.get(`${liste}/nouveau`);
    const valeurs = valeursDuFormulaire(body, `${liste}/nouveau`);
    expect(valeurs).toMatchObject({ dateDebut: JOUR, code: '' });
    const envoi = await manager.post(`${liste}/nouveau`, {
      ...valeurs,
      code: 'URBS',
      libelle: 'Urbanisme',
      engagementObligatoire: 'oui',
    });
    expect(envoi.statusCode).toBe(303);
    expect(await message(envoi)).toMatch(/Le service est créé\. .*Urbanisme URBS/);
  });

  test('with bad input comes back, each field named, nothing stored', async () => {
    const { statusCode, body } = await manager.post(`${liste}/nouveau`, {
      code: 'x'.repeat(101),
      libelle: '',
      description: 'y'.repeat(1001),
      dateDebut: '2026-02-31',
      engagementObligatoire: 'oui',
    });
    expect(statusCode).toBe(422);
    expect(resume(body).map(({ ancre }) => ancre)).toEqual([
      'code',
      'libelle',
      'description',
      'dateDebut',
    ]);
    expect(valeursDuFormulaire(body, `${liste}/nouveau`)).toMatchObject({
      dateDebut: '2026-02-31',
      engagementObligatoire: 'oui',
    });
    expect(
      (
        await base.sql`select from service
      where structure_id = ${gestion.structureId}`
      ).length,
    ).toBe(0);
  });

  test('whose code is taken is told at its field', async () => {
    await service('URBS', { dateFin: '2020-01-01' });
    const champs = { code: 'URBS', libelle: 'Urbanisme' };
    const { statusCode, body } = await manager.post(`${liste}/nouveau`, champs);
    expect(statusCode).toBe(422);
    expect(resume(body)).toEqual([
      {
        ancre: 'code',
        phrase:
          '«\u00a0Code\u00a0»\u00a0: un autre service de la structure a déjà ce code, ouvert ou fermé.',
      },
    ]);
  });

  test('is not for an inactive structure', async () => {
    await base.sql`update structure set statut = 'INACTIF' where id = ${gestion.structureId}`;
    expect(texteVisible((await manager.get(liste)).body)).not.toContain('Créer un service');
    const envoi = await manager.post(`${liste}/nouveau`, { code: 'A', libelle: 'A' });
    expect(await message(envoi)).toContain('inactive');
  });
});

describe('a service', () => {
  test('is changed; the code that a register gave is not', async () => {
    const id = await service('URBS', { source: 'ANNUAIRE' });
    const ici = adresseService(gestion.structureId, id);
    const { body } = await manager.get(ici);
    expect(titre(body)).toContain('Service : Service URBS – URBS – Mairie de Terneuil');
    expect(body).toMatch(/<input[^>]* id="code"[^>]* readonly/);
    const valeurs = valeursDuFormulaire(body, ici);
    const envoi = await manager.post(ici, { ...valeurs, code: 'AUTRE', libelle: 'Urbanisme' });
    expect(await message(envoi)).toContain('Le service est enregistré.');
    const [stocke] = await base.sql`select code, libelle from service where id = ${id}`;
    expect(stocke).toEqual({ code: 'URBS', libelle: 'Urbanisme' });
  });

  test('changed in another tab comes back with both values', async () => {
    const id = await service('URBS');
    const ici = adresseService(gestion.structureId, id);
    const valeurs = valeursDuFormulaire((await manager.get(ici)).body, ici);
    await manager.post(ici, { ...valeurs, libelle: 'Un' });
    const { statusCode, body } = await manager.post(ici, { ...valeurs, libelle: 'Deux' });
    expect(statusCode).toBe(409);
    expect(texteVisible(body)).toContain('Enregistré entre-temps : Un');
    expect(valeursDuFormulaire(body, ici)).toMatchObject({ libelle: 'Deux', version: '2' });
    expect((await manager.post(ici, { libelle: 'x', code: 'x' })).statusCode).toBe(422);
  });

  test('of another structure is a 404 everywhere, logged', async () => {
    const ailleurs = await creerService(base.sql, await creerStructure(base.sql), 'A');
    const ici = adresseService(gestion.structureId, ailleurs);
    for (const adresse of [ici, `${ici}/fermeture`, `${ici}/reouverture`]) {
      expect((await manager.get(adresse)).statusCode).toBe(404);
      const champs = { dernierJour: JOUR, version: '1', code: 'A', libelle: 'Pris' };
      expect((await manager.post(adresse, champs)).statusCode).toBe(404);
    }
    expect(portail.journal.at(-1)).toContain('service of another structure asked');
    for (const id of ['0', 'x', '99999999'])
      expect((await manager.get(`${liste}/${id}`)).statusCode).toBe(404);
  });
});

describe('closing a service', () => {
  test('is warned of with how many people it touches, then done', async () => {
    const id = await service('URBS');
    const compteId = await creerCompte(base.sql);
    await rattacher(base.sql, compteId, gestion.structureId, 'UTILISATEUR', [{ serviceId: id }]);
    const ici = `${adresseService(gestion.structureId, id)}/fermeture`;
    const { body } = await manager.get(ici);
    expect(h1(body)).toBe('Fermer le service');
    expect(texteDe(body, 'consequences')).toMatch(/Personnes touchées 1 .*Demandes en attente 0/);
    const valeurs = valeursDuFormulaire(body, ici);
    expect(valeurs).toEqual({ dernierJour: JOUR });
    const envoi = await manager.post(ici, valeurs);
    expect(await message(envoi)).toContain('La fermeture du service est enregistrée.');
    const [stocke] = await base.sql`select date_fin from service where id = ${id}`;
    expect(stocke).toEqual({ dateFin: JOUR });
  });

  test.each([
    ['', 'saisissez une date'],
    ['demain', 'saisissez une date'],
    ['2026-11-22', 'cette date est passée'],
    ['2026-12-31', 'n’est pas encore ouvert ce jour-là'],
  ])('on « %s » is refused at its field', async (dernierJour, phrase) => {
    const id = await service('URBS', { dateDebut: '2027-01-01' });
    const ici = `${adresseService(gestion.structureId, id)}/fermeture`;
    const { statusCode, body } = await manager.post(ici, { dernierJour });
    expect(statusCode).toBe(422);
    expect(resume(body)).toMatchObject([{ ancre: 'dernierJour' }]);
    expect(resume(body)[0]?.phrase).toContain(phrase);
    expect(valeursDuFormulaire(body, ici)).toEqual({ dernierJour });
  });

  test('that the principal depends on is told beforehand, and refused', async () => {
    const id = await service('URBS');
    await base.sql`update rattachement_ligne set service_id = ${id}
      where rattachement_id in (select id from rattachement where compte_id = ${gestion.principal})`;
    const ici = `${adresseService(gestion.structureId, id)}/fermeture`;
    const { body } = await manager.get(ici);
    expect(texteVisible(body)).toContain(
      'Le gestionnaire principal n’est rattaché que par ce service',
    );
    expect(() => valeursDuFormulaire(body, ici)).toThrow();
    const envoi = await manager.post(ici, { dernierJour: JOUR });
    expect(envoi.statusCode).toBe(409);
  });

  test('is taken back, and says that nothing else is', async () => {
    const id = await service('URBS', { dateFin: '2026-11-22' });
    const ici = adresseService(gestion.structureId, id);
    expect(texteDe((await manager.get(ici)).body, 'fin')).toContain('le 22 novembre 2026');
    expect(await message(await manager.get(`${ici}/fermeture`))).toContain('déjà fermé');
    const { body } = await manager.get(`${ici}/reouverture`);
    expect(texteVisible(body)).toContain('Rouvrir ne rend rien');
    expect(await message(await manager.post(`${ici}/reouverture`, {}))).toContain('est rouvert');
    expect(await message(await manager.get(`${ici}/reouverture`))).toContain('n’avait pas de fin');
  });

  test('to come can be given another day, or cancelled', async () => {
    const id = await service('URBS', { dateFin: '2026-12-31' });
    const ici = adresseService(gestion.structureId, id);
    const fin = texteDe((await manager.get(ici)).body, 'fin');
    expect(fin).toMatch(/31 décembre 2026.*Changer le dernier jour.*Annuler cette fin/);
    const { body } = await manager.get(`${ici}/fermeture`);
    expect(valeursDuFormulaire(body, `${ici}/fermeture`)).toEqual({ dernierJour: '2026-12-31' });
  });
});
