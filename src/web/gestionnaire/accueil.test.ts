// What a manager sees first over HTTP (screens §4, §9): what waits, their structures, and which hang by one person.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { DELAIS } from '../../../tests/soutien/delais.ts';
import { deposer } from '../../../tests/soutien/demandes.ts';
import { lienVers, texteDe, texteVisible } from '../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../tests/soutien/portail.ts';
import {
  apres,
  creerCompte,
  creerStructure,
  deleguer,
  heures,
  INSTANT,
  JOUR,
  ouvrirMois,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import {
  adresseDemande,
  adresseFiche,
  adresseGestion,
  adresseReprise,
  adresseStructure,
  adresses,
} from '../../domain/adresses.ts';
import { demanderReprise } from '../../domain/demande/actions-reprise.ts';
import { reprisesOpposables } from '../../domain/demande/queries-reprise-lecture.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let compteId: number;
let structureId: number;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
});

beforeEach(async () => {
  compteId = await creerCompte(base.sql);
  structureId = await creerStructure(base.sql, { raisonSociale: 'Mairie de Terneuil' });
  await rattacher(base.sql, compteId, structureId, 'GESTIONNAIRE_PRINCIPAL');
});

const lire = async (page: string, qui = compteId) => (await portail.connecter(qui)).get(page);
const demander = async (jours: number) =>
  deposer(
    base.sql,
    await creerCompte(base.sql),
    structureId,
    {},
    apres(INSTANT, -heures(24 * jours)),
  );
const second = async () => {
  const id = await creerCompte(base.sql);
  await rattacher(base.sql, id, structureId, 'GESTIONNAIRE_SECONDAIRE');
  return id;
};

describe('the home page of a manager', () => {
  test('tells how many requests wait and since when, and leads to them', async () => {
    await demander(12);
    await demander(1);
    const { body } = await lire(adresses.accueil);
    expect(texteVisible(body)).toMatch(
      /2 demandes attendent votre décision La plus ancienne a été faite le 11.novembre 2026 \(il y a 12 jours\)/,
    );
    expect(lienVers(body, 'Voir les demandes à décider')).toBe(adresses.demandesADecider);
  });

  test('warns of a single manager, until there is another', async () => {
    const { body } = await lire(adresses.accueil);
    expect(texteVisible(body)).toMatch(/Mairie de Terneuil – un seul gestionnaire/);
    expect(lienVers(body, 'Mairie de Terneuil')).toBe(adresseGestion(structureId, 'utilisateurs'));
    await second();
    const apresCoup = await lire(adresses.accueil);
    expect(texteVisible(apresCoup.body)).not.toContain('un seul gestionnaire');
  });

  test('says nothing of it to who manages nothing', async () => {
    const usager = await creerCompte(base.sql);
    await rattacher(base.sql, usager, structureId);
    await demander(3);
    const { body } = await lire(adresses.accueil, usager);
    expect(texteVisible(body)).not.toMatch(/décision|Activités du gestionnaire/);
  });
});

describe('« Activités du gestionnaire »', () => {
  test('lists the structures managed, with role, managers, what waits, and their pages', async () => {
    await second();
    await demander(2);
    const autre = await creerStructure(base.sql, { raisonSociale: 'Agence' });
    await deleguer(base.sql, compteId, autre, [JOUR, JOUR]);
    await rattacher(base.sql, compteId, await creerStructure(base.sql, { raisonSociale: 'Zoo' }));
    const { body } = await lire(adresses.gestionnaire);
    const texte = texteVisible(body);
    expect(texte).toMatch(
      /Agence \d+ Gestionnaire délégué 0 aucun gestionnaire actif pas de gestionnaire principal 0/,
    );
    expect(texte).toMatch(/Mairie de Terneuil \d+ Gestionnaire principal 2 1 /);
    expect(texte).not.toContain('Zoo');
    expect(body).toContain(`href="${adresseGestion(structureId, 'utilisateurs')}"`);
    expect(body).toContain(`href="${adresses.demandesADecider}?structure=${structureId}"`);
  });

  test('is warned of a principal whose account is deactivated', async () => {
    const autre = await second();
    await base.sql`
      update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${compteId}`;
    const { body } = await lire(adresses.gestionnaire, autre);
    expect(texteVisible(body)).toMatch(/1 un seul gestionnaire pas de gestionnaire principal/);
  });

  test('leads whoever is attached to the vacant role, from wherever it is told', async () => {
    const autre = await second();
    const delegue = await creerCompte(base.sql);
    await deleguer(base.sql, delegue, structureId, [JOUR, JOUR]);
    const pages = [
      adresses.accueil,
      adresses.gestionnaire,
      adresseFiche(structureId),
      adresseGestion(structureId, 'utilisateurs'),
      adresseGestion(structureId, 'fiche'),
    ];
    const menees = async (qui: number) => {
      const vues = await Promise.all(pages.map((page) => lire(page, qui)));
      expect(vues.map(({ statusCode }) => statusCode)).toEqual(pages.map(() => 200));
      const vers = `href="${adresseReprise(structureId)}"`;
      return pages.filter((_, rang) => vues[rang]?.body.includes(vers));
    };
    expect(await menees(autre)).toEqual([]);
    await base.sql`
      update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${compteId}`;
    expect(await menees(autre)).toEqual(pages);
    // A delegate who is not attached would find no page there.
    expect(await menees(delegue)).toEqual([]);
    await base.sql`update structure set statut = 'INACTIF' where id = ${structureId}`;
    expect(await menees(autre)).toEqual([]);
  });

  test('is searched by name or identifier', async () => {
    for (let n = 0; n < 6; n += 1) {
      const id = await creerStructure(base.sql, { raisonSociale: `École ${n}` });
      await rattacher(base.sql, compteId, id, 'GESTIONNAIRE_SECONDAIRE');
    }
    const { body } = await lire(`${adresses.gestionnaire}?texte=ecole+3`);
    expect(texteVisible(body)).toContain('École 3');
    expect(texteVisible(body)).not.toContain('École 2');
    const rien = await lire(`${adresses.gestionnaire}?texte=zzz`);
    expect(texteVisible(rien.body)).toContain('Aucune structure ne correspond');
  });

  test('does not exist for anybody else', async () => {
    const hier = await creerCompte(base.sql);
    await deleguer(base.sql, hier, structureId, ['2026-11-01', '2026-11-22']);
    for (const qui of [hier, await creerCompte(base.sql)])
      expect((await lire(adresses.gestionnaire, qui)).statusCode).toBe(404);
  });
});

describe('a take-over of the role of gestionnaire principal', () => {
  let demande: string;
  let revenu: number;

  // Nobody was left when it was asked; a secondaire came back since.
  beforeEach(async () => {
    const { sql } = base;
    await sql`
      update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${compteId}`;
    const agent = await creerCompte(sql, { prenom: 'Karim', nom: 'Benali' });
    await rattacher(sql, agent, structureId);
    const motif = 'Elle est partie';
    const fait = await demanderReprise(sql, agent, { structureId, motif }, INSTANT, DELAIS);
    if (fait.kind !== 'demandee') throw new Error(fait.kind);
    demande = adresseDemande(fait.demandeId);
    revenu = await second();
  });
  const opposer = () =>
    base.sql`update demande set opposee_le = ${INSTANT} where structure_id = ${structureId}`;

  test.each([adresses.accueil, adresses.gestionnaire])(
    'shows on %s to who may oppose it, with the last day to do so',
    async (page) => {
      const { body } = await lire(page, revenu);
      expect(texteVisible(body)).toMatch(
        /Karim Benali pour Mairie de Terneuil – opposition possible jusqu’au 30.novembre 2026 inclus/,
      );
      expect(lienVers(body, 'Karim Benali pour')).toBe(demande);
      await opposer();
      expect(texteVisible((await lire(page, revenu)).body)).not.toContain('Karim Benali');
    },
  );

  test('is shown neither once the delay is over, nor to who manages elsewhere', async () => {
    const opposables = (qui: number, jour: string) =>
      reprisesOpposables(base.sql, qui, jour, DELAIS);
    expect(await opposables(revenu, '2026-11-30')).toMatchObject([{ jusqu: '2026-11-30' }]);
    expect(await opposables(revenu, '2026-12-01')).toEqual([]);
    const ailleurs = await creerCompte(base.sql);
    const autre = await creerStructure(base.sql);
    await rattacher(base.sql, ailleurs, autre, 'GESTIONNAIRE_PRINCIPAL');
    expect(await opposables(ailleurs, JOUR)).toEqual([]);
  });
});

test('the tab counts what waits up to ninety-nine, and nothing when nothing does', async () => {
  const onglet = async () => texteDe((await lire(adresses.aide)).body, 'menu');
  expect(await onglet()).not.toContain('à décider');
  await demander(0);
  expect(await onglet()).toContain('Activités du gestionnaire 1 1 demande à décider');
  for (let n = 0; n < 99; n += 1) await demander(0);
  expect(await onglet()).toContain('99+ plus de 99 demandes à décider');
});

describe('« Demander un service ou une période de plus »', () => {
  const offerte = async (qui: number) =>
    texteVisible((await lire(adresseStructure(structureId), qui)).body).includes('Demander un');

  test('is not offered to who holds everything without end', async () => {
    expect(await offerte(compteId)).toBe(false);
    const usager = await creerCompte(base.sql);
    await rattacher(base.sql, usager, structureId);
    expect(await offerte(usager)).toBe(false);
  });

  test.each([
    ['an end', { dateFin: '2027-12-31' }],
    ['a start to come', { dateDebut: '2027-01-01' }],
    ['a suspension', { statut: 'DESACTIVEE' as const }],
  ])('is offered to who has %s', async (_quoi, ligne) => {
    const usager = await creerCompte(base.sql);
    await rattacher(base.sql, usager, structureId, 'UTILISATEUR', [ligne]);
    expect(await offerte(usager)).toBe(true);
  });
});
