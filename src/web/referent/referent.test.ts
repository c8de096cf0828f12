// The page of the référents over HTTP: theirs alone, their départements alone, what waits page by page.
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { DELAIS } from '../../../tests/soutien/delais.ts';
import { deposer } from '../../../tests/soutien/demandes.ts';
import { lienVers, resume, texteVisible } from '../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../tests/soutien/portail.ts';
import {
  apres,
  creerCompte,
  creerStructure,
  INSTANT,
  minutes,
  ouvrirMois,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { adresseReferent, adresses } from '../../domain/adresses.ts';
import { demanderReprise } from '../../domain/demande/actions-reprise.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let referentId: number;
let structureId: number;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
});

beforeEach(async () => {
  const { sql } = base;
  referentId = await creerCompte(sql, { referentDepartements: ['76'] });
  structureId = await creerStructure(sql, {
    raisonSociale: 'Mairie de Terneuil',
    departement: '76',
  });
});

const lire = async (compteId: number, chemin: string = adresses.referent) =>
  (await portail.connecter(compteId)).get(chemin);

describe('« Référent DGFiP »', () => {
  test('is a tab of référents; for others it does not exist', async () => {
    expect((await lire(referentId, adresses.accueil)).body).toContain('href="/referent"');
    const autre = await creerCompte(base.sql);
    expect((await lire(autre, adresses.accueil)).body).not.toContain('href="/referent"');
    expect((await lire(autre)).statusCode).toBe(404);
    expect((await lire(autre, adresseReferent(structureId))).statusCode).toBe(404);
  });

  test('lists the requests that went up, of its départements only', async () => {
    const { sql } = base;
    const auteur = await creerCompte(sql, { prenom: 'Karim', nom: 'Benali' });
    await deposer(sql, auteur, structureId);
    const ailleurs = await creerCompte(sql, { referentDepartements: ['27'] });
    expect(texteVisible((await lire(referentId)).body)).toContain('Karim Benali');
    expect(texteVisible((await lire(ailleurs)).body)).not.toContain('Karim Benali');
    const national = await creerCompte(sql, { referentNational: true });
    expect(texteVisible((await lire(national)).body)).toContain('Karim Benali');
  });

  test('lists the structures with people and no active manager, by département', async () => {
    const { sql } = base;
    await rattacher(sql, await creerCompte(sql), structureId);
    const geree = await creerStructure(sql, { raisonSociale: 'Gérée', departement: '76' });
    await rattacher(sql, await creerCompte(sql), geree, 'GESTIONNAIRE_PRINCIPAL');
    const page = texteVisible((await lire(referentId, '/referent?departement=76')).body);
    expect(page).toContain('Mairie de Terneuil');
    expect(page).not.toContain('Gérée');
    // Another département is not theirs to look at, whatever the address says.
    const ailleurs = await creerCompte(sql, { referentDepartements: ['27'] });
    const autre = texteVisible((await lire(ailleurs, '/referent?departement=76')).body);
    expect(autre).not.toContain('Mairie de Terneuil');
  });
});

describe('a référent who arrives', () => {
  const nouveau = (departement: string) =>
    creerCompte(base.sql, { referentDepartements: [departement] });
  const demander = async (jours: number) => {
    const auteur = await creerCompte(base.sql);
    await deposer(base.sql, auteur, structureId, {}, apres(INSTANT, -minutes(jours * 1440)));
  };
  beforeEach(async () => {
    referentId = await nouveau('48');
    await base.sql`update structure set departement = '48' where id = ${structureId}`;
  });
  // A structure of the next test is another: the requests of this one go with it.
  afterEach(() => base.sql`update structure set departement = null where id = ${structureId}`);

  test('is told how many requests wait and since when, and is led to them', async () => {
    await demander(12);
    await demander(1);
    const { body } = await lire(referentId, adresses.accueil);
    expect(texteVisible(body)).toMatch(
      /Référent DGFiP Information : 2 demandes attendent votre décision La plus ancienne a été faite le 11.novembre 2026 \(il y a 12 jours\)/,
    );
    expect(lienVers(body, 'Voir les demandes à décider comme référent')).toBe(adresses.referent);
    const ailleurs = await lire(await nouveau('27'), adresses.accueil);
    expect(texteVisible(ailleurs.body)).toContain(
      'Référent DGFiP Aucune demande n’attend votre décision',
    );
    const autre = await lire(await creerCompte(base.sql), adresses.accueil);
    expect(texteVisible(autre.body)).not.toMatch(/décision|Référent DGFiP/);
  });

  test('is not told of their own requests, nor of where they are attached', async () => {
    const dit = async () => texteVisible((await lire(referentId, adresses.accueil)).body);
    await deposer(base.sql, referentId, structureId);
    expect(await dit()).toContain('Aucune demande n’attend votre décision');
    await demander(0);
    expect(await dit()).toContain('1 demande attend votre décision');
    await rattacher(base.sql, referentId, structureId);
    expect(await dit()).toContain('Aucune demande n’attend votre décision');
  });
});

describe('what waits for a référent', () => {
  const page = async (query: string, qui = referentId) => {
    const { body } = await lire(qui, `${adresses.referent}${query}`);
    return { body, texte: texteVisible(body) };
  };
  const monter = async (nom: string, minute: number) => {
    const auteur = await creerCompte(base.sql, { prenom: 'Karim', nom });
    return deposer(base.sql, auteur, structureId, {}, apres(INSTANT, minutes(minute)));
  };

  test('is counted and goes on page after page, take-overs first; a name narrows it', async () => {
    referentId = await creerCompte(base.sql, { referentDepartements: ['2A'] });
    await base.sql`update structure set departement = '2A' where id = ${structureId}`;
    for (let n = 10; n < 31; n += 1) await monter(`Nom${n}.`, n);
    const agent = await creerCompte(base.sql, { prenom: 'Lou', nom: 'Repreneuse' });
    await rattacher(base.sql, agent, structureId);
    const motif = 'Elle est partie';
    await demanderReprise(
      base.sql,
      agent,
      { structureId, motif },
      apres(INSTANT, minutes(60)),
      DELAIS,
    );
    const premiere = await page('?departement=2A');
    expect(premiere.texte).toMatch(/Lou Repreneuse Reprise du rôle .*Karim Nom10\. .*Nom28\./);
    expect(premiere.texte).toMatch(/1 à 20 sur 22/);
    expect(premiere.texte).not.toContain('Nom29.');
    const seconde = await page(lienVers(premiere.body, 'Suivante').replace(/^[^?]*/, ''));
    expect(seconde.texte).toMatch(/Karim Nom29\. .*Karim Nom30\./);
    // The structures of the département stay where they were.
    expect(seconde.texte).toContain('Voir les gestionnaires – Mairie de Terneuil');
    const une = await page('?texte=nom30');
    expect(une.texte).toContain('Karim Nom30.');
    expect(une.texte).not.toMatch(/Nom29|Repreneuse/);
    const rien = await page('?texte=zzz');
    expect(rien.texte).toContain('Aucune demande ne correspond');
    expect(lienVers(rien.body, 'Afficher toutes les demandes')).toBe(adresses.referent);
  });

  test('asks for a number when the département is none, and keeps what was typed', async () => {
    const national = await creerCompte(base.sql, { referentNational: true });
    const { body, texte } = await page('?departement=ZZ', national);
    expect(resume(body)).toEqual([
      { ancre: 'departement', phrase: expect.stringMatching(/«\sDépartement\s»\s: saisissez/) },
    ]);
    expect(body).toContain('value="ZZ"');
    expect(texte).not.toContain('Voir les gestionnaires');
    expect(resume((await page('?departement=76', national)).body)).toEqual([]);
  });

  test('includes the structures of no département, for who has the whole country', async () => {
    const { sql } = base;
    await sql`update structure set departement = null where id = ${structureId}`;
    await rattacher(sql, await creerCompte(sql), structureId);
    const national = await creerCompte(sql, { referentNational: true });
    const { body } = await page('', national);
    const vers = lienVers(body, 'Structures dont le département n’est pas connu');
    expect(texteVisible((await lire(national, vers)).body)).toContain('Mairie de Terneuil');
    const local = await page('', referentId);
    expect(local.texte).not.toContain('n’est pas connu');
    expect(texteVisible((await lire(referentId, vers)).body)).not.toContain(
      'Voir les gestionnaires',
    );
  });
});
