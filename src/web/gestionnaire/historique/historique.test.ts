// « Historique » through HTTP: sentences, names at this moment, filters, pages by line, export read back.
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../tests/soutien/base-de-test.ts';
import { balises, lienVers, resume, texteVisible, titre } from '../../../../tests/soutien/html.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../tests/soutien/portail.ts';
import {
  apres,
  creerService,
  creerStructure,
  heures,
  INSTANT,
  minutes,
} from '../../../../tests/soutien/scene.ts';
import { creerGestion, type Gestion } from '../../../../tests/soutien/structure-geree.ts';
import { adresseGestion } from '../../../domain/adresses.ts';
import { ACTES_JOURNALISES, type LigneDeJournal } from '../../../domain/journal/journal.ts';
import { journaliser } from '../../../domain/journal/queries.ts';
import { LANGUES, textesDe } from '../../../platform/textes/index.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let gestion: Gestion;
let manager: Visiteur;
let page: string;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base);
});
beforeEach(async () => {
  gestion = await creerGestion(base.sql);
  manager = await portail.connecter(gestion.principal);
  page = adresseGestion(gestion.structureId, 'historique');
});

const noter = (ligne: Partial<LigneDeJournal> = {}) =>
  base.sql.begin((tx) =>
    journaliser(tx, {
      instant: INSTANT,
      acteurCompteId: gestion.principal,
      enQualite: 'GESTIONNAIRE_PRINCIPAL',
      acte: 'DEMANDE_ACCEPTEE',
      objet: 'demande',
      objetId: 1,
      compteId: gestion.utilisateur,
      structureId: gestion.structureId,
      ...ligne,
    }),
  );
const lire = async (query = '') => texteVisible((await manager.get(`${page}${query}`)).body);
const lignes = async (query = '') =>
  balises((await manager.get(`${page}${query}`)).body, 'th').filter(
    ({ attributs }) => attributs['scope'] === 'row',
  ).length;

describe('the history', () => {
  test('says who did what, when, in which quality, with names of now and no address', async () => {
    await noter();
    const { body } = await manager.get(page);
    expect(titre(body)).toContain('Historique');
    const texte = texteVisible(body);
    expect(texte).toContain('La demande de Camille Nguyen a été acceptée.');
    expect(texte).toContain('23 novembre 2026 à 10:00');
    expect(texte).toContain('Hélène Aubry, gestionnaire principal');
    await base.sql`update compte set nom = 'Leroy' where id = ${gestion.utilisateur}`;
    expect(await lire()).toContain('La demande de Camille Leroy');
    expect(await lire()).not.toContain('@');
  });

  test('names services, espaces, fields; the portal; an account that is gone', async () => {
    const objetId = await creerService(base.sql, gestion.structureId, 'URBS', {
      libelle: 'Urbanisme',
    });
    const service = { acte: 'SERVICE_MODIFIE', objet: 'service', objetId, compteId: null } as const;
    await noter({ ...service, details: { champs: ['libelle', 'dateDebut'] } });
    await noter({
      ...service,
      acte: 'SERVICE_FERME',
      acteurCompteId: null,
      details: { dernierJour: '2026-12-31', personnes: 3 },
    });
    const details = { espace: 'ENGAGEMENTS' };
    await noter({ acte: 'ESPACE_OUVERT', objet: 'espace', objetId: 9, compteId: null, details });
    await noter({
      acte: 'FICHE_MODIFIEE',
      objet: 'structure',
      compteId: null,
      details: { champs: ['telephone', 'estMoa', 'departement'] },
    });
    await noter({ acteurCompteId: 999_999, compteId: 999_998 });
    const texte = await lire();
    expect(texte).toContain('« Urbanisme » a été modifié. Champs : Nom, Date de début.');
    expect(texte).toMatch(
      /du service « Urbanisme » a été décidée\. Dernier jour : 31 décembre 2026\./,
    );
    expect(texte).toMatch(/3 personnes touchées\. .* le portail/);
    expect(texte).toContain('L’espace « Engagements » a été ouvert.');
    expect(texte).toContain("Champs : Téléphone, Maître d'ouvrage, Département.");
    expect(texte).toMatch(/La demande de \(compte effacé\) .*un compte effacé, gestionnaire/);
  });

  // Precisions, whose words precisions.test.ts proves one by one.
  test('shows them under the sentence, and in the export', async () => {
    const details = { de: 'UTILISATEUR', vers: 'GESTIONNAIRE_SECONDAIRE' };
    await noter({ acte: 'ROLE_MODIFIE', objet: 'rattachement', details });
    const voulu = /Le rôle de Camille Nguyen a changé\.[ ;].*de « Utilisateur » à « Gestionnaire/;
    expect(await lire()).toMatch(voulu);
    const { body } = await manager.get(`${page}/export.csv`);
    expect(body.replaceAll('\u00a0', ' ')).toMatch(voulu);
  });

  test('has a sentence for every act of the journal, in both languages', async () => {
    for (const acte of ACTES_JOURNALISES)
      for (const langue of LANGUES) {
        const t = textesDe(langue);
        expect(t(`historique.phrases.${acte}`, { personne: 'P', objet: 'O' })).not.toContain('{{');
        expect(t(`historique.noms.${acte}`)).not.toContain('historique.');
      }
  });

  test('is of this structure alone, and a 404 for who does not manage it', async () => {
    await noter({ structureId: await creerStructure(base.sql) });
    expect(await lire()).toContain('Rien encore');
    for (const qui of ['utilisateur', 'etranger'] as const) {
      const visiteur = await portail.connecter(gestion[qui]);
      for (const adresse of [page, `${page}/export.csv`, `${page}/export.xlsx`])
        expect((await visiteur.get(adresse)).statusCode).toBe(404);
    }
  });
});

describe('its filters', () => {
  beforeEach(async () => {
    await noter({ instant: apres(INSTANT, -heures(24 * 30)) });
    await noter({ acte: 'ROLE_MODIFIE', objet: 'rattachement', compteId: gestion.secondaire });
    await noter({ acte: 'FICHE_MODIFIEE', objet: 'structure', compteId: null });
    await noter({ acte: 'DEMANDE_REFUSEE', acteurCompteId: gestion.delegue });
  });

  test.each([
    ['', 4],
    ['?quoi=DEMANDES', 2],
    ['?quoi=DEMANDE_REFUSEE', 1],
    ['?quoi=FICHE', 1],
    ['?quoi=COMPTE', 4],
    ['?quoi=inconnu', 4],
    ['?personne=nguyen', 2],
    ['?personne=Camille+Nguyen', 2],
    ['?personne=INES', 1],
    ['?personne=tessier', 1],
    ['?personne=aubry', 3],
    ['?personne=personne', 0],
    ['?du=2026-11-23', 3],
    ['?au=2026-11-22', 1],
    ['?du=24/10/2026&au=24/10/2026', 1],
    ['?quoi=DEMANDES&personne=aubry&du=2026-10-01', 1],
    // Signs alone are no word of a name.
    ['?personne=%25', 4],
  ])('« %s » keeps %i lines', async (query, nombre) => {
    expect(await lignes(query)).toBe(nombre);
  });

  test('say that nothing matches, and offer everything again', async () => {
    const { body } = await manager.get(`${page}?personne=zzz`);
    expect(texteVisible(body)).toContain('Rien ne correspond à cette recherche');
    expect(lienVers(body, 'Tout afficher')).toBe(page);
  });

  test.each([
    ['?du=hier', 'du'],
    ['?au=2026-02-31', 'au'],
    ['?du=2026-11-23&au=2026-11-22', 'au'],
  ])('« %s » is told at its field, what was typed kept', async (query, ancre) => {
    const { statusCode, body } = await manager.get(`${page}${query}`);
    expect(statusCode).toBe(422);
    expect(resume(body)).toMatchObject([{ ancre }]);
    const champ = balises(body, 'input').find(({ attributs }) => attributs['id'] === ancre);
    expect(champ?.attributs['value']).toBe(new URLSearchParams(query).get(ancre));
    expect((await manager.get(`${page}/export.csv${query}`)).statusCode).toBe(404);
  });
});

describe('its pages', () => {
  test('go older and newer from a line on; new lines do not move them', async () => {
    for (let n = 0; n < 60; n += 1)
      await noter({
        instant: apres(INSTANT, minutes(n)),
        acte: 'FICHE_MODIFIEE',
        objet: 'structure',
        compteId: null,
        details: { champs: [`champ${n}.`] },
      });
    const dans = (texte: string) => [...texte.matchAll(/champ(\d+)\./g)].map(([, n]) => Number(n));
    const aller = async (adresse: string) => {
      const { body } = await manager.get(adresse);
      return { body, numeros: dans(texteVisible(body)) };
    };
    const premiere = await aller(page);
    expect([premiere.numeros[0], premiere.numeros.at(-1)]).toEqual([59, 35]);
    expect(premiere.body).not.toContain('Plus récents');
    const seconde = await aller(lienVers(premiere.body, 'Plus anciens'));
    expect([seconde.numeros[0], seconde.numeros.at(-1)]).toEqual([34, 10]);
    const derniere = await aller(lienVers(seconde.body, 'Plus anciens'));
    expect([derniere.numeros[0], derniere.numeros.at(-1)]).toEqual([9, 0]);
    expect(derniere.body).not.toContain('Plus anciens');
    const retour = await aller(lienVers(derniere.body, 'Plus récents'));
    expect(retour.numeros).toEqual(seconde.numeros);
    const haut = await aller(lienVers(retour.body, 'Plus récents'));
    expect(haut.numeros).toEqual(premiere.numeros);
    await noter();
    const decale = await aller(lienVers(retour.body, 'Plus récents'));
    expect(decale.numeros).toEqual(premiere.numeros);
    expect(decale.body).toContain('Plus récents');
  });

  test('keep the filter', async () => {
    for (let n = 0; n < 30; n += 1) await noter();
    const { body } = await manager.get(`${page}?quoi=DEMANDES&personne=nguyen`);
    expect(lienVers(body, 'Plus anciens')).toMatch(/quoi=DEMANDES&personne=nguyen&avant=\d+$/);
  });
});

describe('its export', () => {
  const TITRES = [
    'Date',
    'Heure',
    'Acte',
    'Ce qui a été fait',
    'Par',
    'En qualité de',
    'Personne concernée',
    'Précisions',
  ];

  test('holds the lines that the filter keeps, newest first, as CSV', async () => {
    await noter({ instant: apres(INSTANT, -heures(1)) });
    await noter({ acte: 'ROLE_MODIFIE', compteId: gestion.secondaire });
    await noter({ acte: 'DEMANDE_REFUSEE', acteurCompteId: null });
    const { headers, body } = await manager.get(`${page}/export.csv?quoi=DEMANDES`);
    expect(headers['content-disposition']).toMatch(/filename="historique-\d+\.csv"/);
    const rangees = body.replace('\uFEFF', '').trim().split('\r\n');
    expect(rangees[0]).toBe(TITRES.join(';'));
    expect(rangees.slice(1).map((rangee) => rangee.split(';')[3])).toEqual([
      'La demande de Camille Nguyen a été refusée.',
      'La demande de Camille Nguyen a été acceptée.',
    ]);
    expect(rangees[1]).toContain('le portail');
    expect(rangees[2]).toMatch(/^2026-11-23;09:00;/);
  });

  test('goes beyond one batch, and is read back from XLSX', async () => {
    await base.sql`
      insert into journal (instant, acteur_compte_id, acte, objet, objet_id, compte_id,
        structure_id)
      select ${INSTANT}, ${gestion.principal}, 'DEMANDE_ACCEPTEE', 'demande', n,
        ${gestion.utilisateur}, ${gestion.structureId}
      from generate_series(1, 2500) n`;
    const { rawPayload } = await manager.get(`${page}/export.xlsx`);
    const { sheets } = await readXlsx(rawPayload);
    expect(sheets[0]?.name).toBe('Historique');
    expect(sheets[0]?.rows[0]).toEqual(TITRES);
    expect(sheets[0]?.rows[1]?.slice(0, 2)).toEqual(['2026-11-23', '10:00']);
    expect(sheets[0]?.rows.length).toBe(2501);
    const csv = (await manager.get(`${page}/export.csv`)).body.trim().split('\r\n');
    expect(csv.length).toBe(2501);
  });
});
