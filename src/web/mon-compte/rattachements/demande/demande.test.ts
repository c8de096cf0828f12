// Step 2 of a request over HTTP (guide p.11): what is refused, what is kept, where each button leads.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../../tests/soutien/base-de-test.ts';
import {
  balises,
  resume,
  texteVisible,
  valeursDuFormulaire,
} from '../../../../../tests/soutien/html.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../../tests/soutien/portail.ts';
import {
  apres,
  creerCompte,
  creerService,
  creerStructure,
  heures,
  INSTANT,
  JOUR,
  ouvrirMois,
  rattacher,
} from '../../../../../tests/soutien/scene.ts';
import { adresseDemandeSur, adresses } from '../../../../domain/adresses.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let compteId: number;
let structureId: number;
let urbs: number;
let ferme: number;
let visiteur: Visiteur;
let adresse: string;

beforeAll(async () => {
  base = await baseDeTest();
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
});

beforeEach(async () => {
  const { sql } = base;
  await base.regler(INSTANT);
  compteId = await creerCompte(sql);
  structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
  urbs = await creerService(sql, structureId, 'URBS', { libelle: 'Urbanisme' });
  ferme = await creerService(sql, structureId, 'OLD', { libelle: 'Ancien', dateFin: '2026-11-22' });
  visiteur = await portail.connecter(compteId);
  adresse = adresseDemandeSur(structureId);
});

const entiere = { dateDebut: JOUR, entiere: 'oui' };
const demandes = () => base.sql<{ etat: string; commentaire: string | null }[]>`
  select etat, commentaire from demande where compte_id = ${compteId} order by id`;

test('the form starts today, on open services, with who asks and whom they ask', async () => {
  const gestionnaire = await creerCompte(base.sql, { prenom: 'Jeanne' });
  await rattacher(base.sql, gestionnaire, structureId, 'GESTIONNAIRE_PRINCIPAL');
  const { body } = await visiteur.get(adresse);
  const texte = texteVisible(body);
  for (const mot of [
    'Mairie de Terneuil',
    'Pauline',
    'Jeanne Dufour',
    'Urbanisme',
    'Étape 2 sur 2',
  ])
    expect(texte).toContain(mot);
  expect(texte).not.toContain('Ancien');
  expect(valeursDuFormulaire(body, adresse)).toEqual({
    dateDebut: JOUR,
    dateFin: '',
    commentaire: '',
  });
});

test('a form for nothing names the services only where there are some', async () => {
  const phrase = async () => {
    const { body } = await visiteur.post(adresse, { dateDebut: JOUR });
    return resume(body).map((erreur) => erreur.phrase.replaceAll('\u00a0', ' '));
  };
  expect(await phrase()).toEqual([
    'Cochez « Rattacher à la structure », ou au moins un service de la liste.',
  ]);
  await base.sql`update service set date_fin = '2026-11-22' where structure_id = ${structureId}`;
  expect(await phrase()).toEqual(['Cochez « Rattacher à la structure ».']);
});

describe('a request is refused, nothing stored and what was typed kept, for', () => {
  const cas: [quoi: string, champs: () => Record<string, string>, ancre: string][] = [
    ['nothing ticked', () => ({ dateDebut: JOUR }), 'entiere'],
    ['no start', () => ({ entiere: 'oui', dateDebut: '' }), 'dateDebut'],
    ['a start that is no day', () => ({ entiere: 'oui', dateDebut: '2026-02-30' }), 'dateDebut'],
    ['an end that is no day', () => ({ ...entiere, dateFin: 'demain' }), 'dateFin'],
    ['an end before the start', () => ({ ...entiere, dateFin: '2026-11-22' }), 'dateFin'],
    [
      'a period that is past',
      () => ({ entiere: 'oui', dateDebut: '2026-01-01', dateFin: '2026-02-01' }),
      'dateFin',
    ],
    [
      'a comment of 256 characters',
      () => ({ ...entiere, commentaire: 'é'.repeat(256) }),
      'commentaire',
    ],
    ['a comment with markup', () => ({ ...entiere, commentaire: 'a<b' }), 'commentaire'],
    ['a closed service', () => ({ dateDebut: JOUR, [`service-${ferme}`]: 'oui' }), 'entiere'],
    [
      'a service that does not exist',
      () => ({ dateDebut: JOUR, 'service-999999': 'oui' }),
      'entiere',
    ],
  ];
  test.each(cas)('%s', async (_, champs, ancre) => {
    const envoyes = champs();
    const { statusCode, body } = await visiteur.post(adresse, { ...envoyes, acte: 'valider' });
    expect(statusCode).toBe(422);
    expect(resume(body).map((erreur) => erreur.ancre)).toContain(ancre);
    expect(balises(body).some(({ attributs }) => attributs['id'] === ancre)).toBe(true);
    expect(valeursDuFormulaire(body, adresse)).toMatchObject(
      Object.fromEntries(Object.entries(envoyes).filter(([nom]) => !nom.startsWith('service-'))),
    );
    expect(await demandes()).toHaveLength(0);
  });

  test('a service of another structure', async () => {
    const ailleurs = await creerService(base.sql, await creerStructure(base.sql), 'URBS');
    const champs = { dateDebut: JOUR, [`service-${ailleurs}`]: 'oui' };
    expect((await visiteur.post(adresse, champs)).statusCode).toBe(422);
    expect(await demandes()).toHaveLength(0);
  });

  test('a structure closed between the page and the act', async () => {
    expect((await visiteur.get(adresse)).statusCode).toBe(200);
    await base.sql`update structure set statut = 'INACTIF' where id = ${structureId}`;
    const { body } = await visiteur.post(adresse, entiere);
    expect(resume(body)[0]?.phrase).toContain('inactive');
    expect(await demandes()).toHaveLength(0);
  });
});

test('a comment of 255 characters passes, a line break being one', async () => {
  const commentaire = `${'é'.repeat(253)}\r\n😀`;
  expect((await visiteur.post(adresse, { ...entiere, commentaire })).statusCode).toBe(303);
  expect(await demandes()).toEqual([
    { etat: 'EN_COURS_DE_VALIDATION', commentaire: `${'é'.repeat(253)}\n😀` },
  ]);
});

test('« Valider » leads to the list, where the request stands; asked again it is told', async () => {
  const { headers } = await visiteur.post(adresse, { ...entiere, acte: 'valider' });
  expect(headers.location).toBe(`${adresses.rattachements}?message=demandeEnvoyee`);
  const liste = texteVisible((await visiteur.get(headers.location ?? '')).body);
  expect(liste).toMatch(/Mairie de Terneuil.*Toute la structure.*En cours de validation/);
  const encore = await visiteur.post(adresse, { dateDebut: JOUR, [`service-${urbs}`]: 'oui' });
  expect(resume(encore.body)[0]?.phrase).toContain('déjà une demande en cours');
  expect(texteVisible((await visiteur.get(adresse)).body)).toContain('Demande en cours');
});

test('« Valider et rattacher à une autre structure » comes back to the search, criteria kept', async () => {
  const recherche = `${adresse}?raisonSociale=terneuil&ville=Terneuil`;
  const { headers } = await visiteur.post(recherche, { ...entiere, acte: 'continuer' });
  expect(headers.location).toBe(
    `${adresses.demanderRattachement}?raisonSociale=terneuil&ville=Terneuil&message=demandeEnvoyeeSuite`,
  );
});

test('a search among many services keeps what was ticked and typed', async () => {
  for (let n = 100; n < 160; n += 1) await creerService(base.sql, structureId, `S${n}`);
  const champs = { dateDebut: JOUR, commentaire: 'Bonjour', [`service-${urbs}`]: 'oui' };
  const { statusCode, body } = await visiteur.post(adresse, {
    ...champs,
    acte: 'chercher',
    recherche: 'S159',
  });
  expect(statusCode).toBe(200);
  expect(texteVisible(body)).toContain('S159');
  expect(texteVisible(body)).not.toContain('S110');
  expect(valeursDuFormulaire(body, adresse)).toMatchObject(champs);
  expect(await demandes()).toHaveLength(0);
});

test('what a manager asks for themselves is granted at once', async () => {
  await rattacher(base.sql, compteId, structureId, 'GESTIONNAIRE_SECONDAIRE', [
    { serviceId: urbs },
  ]);
  expect(texteVisible((await visiteur.get(adresse)).body)).toContain('Vous gérez cette structure');
  const { headers } = await visiteur.post(adresse, { ...entiere, acte: 'valider' });
  expect(headers.location).toContain('rattachementEtendu');
  expect(await demandes()).toHaveLength(0);
});

test('an earlier refusal is recalled with its reason', async () => {
  await base.sql`
    insert into demande (nature, compte_id, structure_id, etat, motif, demandee_le, terminee_le)
    values ('RATTACHEMENT', ${compteId}, ${structureId}, 'REFUSEE', 'Voir votre chef', ${INSTANT}, ${INSTANT})`;
  expect(texteVisible((await visiteur.get(adresse)).body)).toContain('Voir votre chef');
  expect((await visiteur.post(adresse, entiere)).statusCode).toBe(303);
});

test('a form sent after the session ended is found again, ticked services too', async () => {
  const champs = { dateDebut: '2026-12-01', commentaire: 'Bonjour', [`service-${urbs}`]: 'oui' };
  await base.regler(apres(INSTANT, heures(1)));
  const perdue = await visiteur.post(adresse, champs);
  expect(perdue.statusCode).toBe(401);
  const [saisie] = /saisie%3D([\w-]+)/.exec(perdue.body)?.slice(1) ?? [];
  const revenu = await portail.connecter(compteId);
  const { body } = await revenu.get(`${adresse}?saisie=${saisie}`);
  expect(valeursDuFormulaire(body, adresse)).toMatchObject(champs);
  expect(await demandes()).toHaveLength(0);
});
