// A page reads the database in at most two round trips after the session (design §6.10).
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { creerCompteRempli } from '../../tests/soutien/compte-rempli.ts';
import { deposer } from '../../tests/soutien/demandes.ts';
import { ouvrirPortail, type Visiteur } from '../../tests/soutien/portail.ts';
import {
  abonner,
  apres,
  creerService,
  creerStructure,
  INSTANT,
  minutes,
  ouvrirMois,
  rattacher,
} from '../../tests/soutien/scene.ts';

import { adresseDemande, adresses } from '../domain/adresses.ts';

const { vagues, noter } = vi.hoisted(() => {
  const vagues: string[][] = [];
  let ouverte = false;
  /** Statements issued before the process waits again leave together: one round trip. */
  function noter(texte: string): void {
    // The clock that tests share is a table; elsewhere it costs nothing.
    if (texte.includes('horloge_de_test')) return;
    if (!ouverte) {
      vagues.push([]);
      ouverte = true;
      setImmediate(() => {
        ouverte = false;
      });
    }
    vagues.at(-1)?.push(texte);
  }
  return { vagues, noter };
});

vi.mock('postgres', async (importOriginal) => {
  const { default: postgres } = await importOriginal<{
    default: typeof import('postgres');
  }>();
  const debug = (_connection: number, texte: string) => noter(texte);
  const espion = (url: string, options: object) => postgres(url, { ...options, debug });
  return { default: Object.assign(espion, postgres) };
});

let base: BaseDeTest;
let visiteur: Visiteur;
let compteId: number;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  const portail = await ouvrirPortail(base);
  compteId = await creerCompteRempli(base.sql);
  for (let n = 0; n < 20; n++) {
    const structure = await creerStructure(base.sql);
    await rattacher(base.sql, compteId, structure, 'UTILISATEUR', [{}]);
  }
  const geree = await creerStructure(base.sql);
  expect(geree).toBe(GEREE);
  await rattacher(base.sql, compteId, geree, 'GESTIONNAIRE_SECONDAIRE', [{}]);
  await creerService(base.sql, geree, 'URBS');
  await base.sql`insert into espace_structure (structure_id, espace_id, ouvert_le)
    values (${geree}, 9, ${INSTANT})`;
  const abonnee = await creerStructure(base.sql);
  const porteur = await rattacher(base.sql, compteId, abonnee);
  await abonner(base.sql, compteId, porteur, abonnee, 'ENGAGEMENTS');
  visiteur = await portail.connecter(compteId);
  // Connections opened and statements prepared: what follows is what each next reader costs.
  for (let n = 0; n < 3; n++) await visiteur.get(adresses.monCompte);
});

beforeEach(() => {
  vagues.length = 0;
});

/** The structure that the visitor manages. */
const GEREE = 21;
const GESTION = `${adresses.structuresGerees}/${GEREE}`;
const PAGES: [page: string, ordres: number][] = [
  [adresses.accueil, 6],
  [adresses.evenements, 3],
  [`${adresses.evenements}?famille=COMPTE&apres=1`, 4],
  [adresses.monCompte, 6],
  [adresses.informationsPersonnelles, 3],
  [adresses.parametres, 4],
  [adresses.rattachements, 3],
  [adresses.demandesDeRattachement, 2],
  [adresses.demanderRattachement, 1],
  [`${adresses.demanderRattachement}?raisonSociale=commune`, 2],
  [`${adresses.structures}?raisonSociale=comune`, 3],
  ['/structures/1', 5],
  ['/structures/1/fiche', 5],
  [`${adresses.demanderRattachement}/1`, 7],
  [`${adresses.supprimerRattachements}?r=1`, 2],
  [adresses.abonnements, 2],
  [`${adresses.ajouterAbonnement}?choix=oui`, 2],
  [`${adresses.ajouterAbonnement}/${GEREE}`, 7],
  [`${adresses.supprimerAbonnements}?a=1`, 2],
  [adresses.piecesJointes, 3],
  [`${GESTION}/utilisateurs`, 4],
  [`${GESTION}/utilisateurs/nouveau`, 3],
  ['/structures/1/reprise', 3],
  [`${GESTION}/fiche`, 3],
  [`${GESTION}/services`, 3],
  [`${GESTION}/services/nouveau`, 2],
  [`${GESTION}/services/1`, 3],
  [`${GESTION}/services/1/fermeture`, 5],
  [`${GESTION}/espaces`, 3],
  [`${GESTION}/espaces/fermeture?espace=ENGAGEMENTS`, 4],
  [`${GESTION}/historique?personne=dufour`, 3],
  [adresses.ajouterPieceJointe, 3],
  [adresses.aide, 1],
  [`${adresses.rechercheDAide}?q=rattachement`, 1],
  [adresses.actualites, 2],
  ['/espaces/factures-emises', 2],
];

async function mesurer(qui: Visiteur, page: string, ordres: number) {
  expect((await qui.get(page)).statusCode).toBe(200);
  vagues.length = 0;
  expect((await qui.get(page)).statusCode).toBe(200);
  expect(vagues.length).toBeGreaterThan(0);
  expect(vagues.length).toBeLessThanOrEqual(3);
  expect(vagues.flat().length).toBeLessThanOrEqual(ordres);
  expect(vagues[0]?.[0]).toContain('from session');
}

describe.each(PAGES)('%s', (page, ordres) => {
  test('costs at most three round trips, session included, whatever it shows', async () => {
    await mesurer(visiteur, page, ordres);
  });
});

describe('for a manager', () => {
  let gestionnaire: Visiteur;
  beforeAll(async () => {
    const id = await creerCompteRempli(base.sql);
    const structureId = await creerStructure(base.sql);
    await rattacher(base.sql, id, structureId, 'GESTIONNAIRE_PRINCIPAL');
    for (let n = 0; n < 5; n++)
      await deposer(base.sql, await creerCompteRempli(base.sql), structureId);
    gestionnaire = await (await ouvrirPortail(base)).connecter(id);
  });

  test.each<[page: string, ordres: number]>([
    [adresses.accueil, 6],
    [adresses.gestionnaire, 4],
    [adresses.demandesADecider, 4],
    [`${adresses.decisionDeDemandes}?acte=refuser&d=1&d=2`, 3],
    [`${adresses.bilanDeDemandes}?d=1,2`, 3],
    [adresseDemande(1), 5],
  ])('%s costs at most three round trips', async (page, ordres) => {
    await mesurer(gestionnaire, page, ordres);
  });
});

test('the home page of a référent costs at most three round trips', async () => {
  const id = await creerCompteRempli(base.sql);
  await base.sql`update compte set referent_national = true where id = ${id}`;
  await mesurer(await (await ouvrirPortail(base)).connecter(id), adresses.accueil, 7);
});

test('a page that needs nobody costs nothing to who is not signed in', async () => {
  const portail = await ouvrirPortail(base);
  vagues.length = 0;
  expect((await portail.anonyme.get(adresses.aide)).statusCode).toBe(200);
  expect(vagues).toEqual([]);
});

test('« last seen » is written at most once a minute', async () => {
  const ecritures = () =>
    vagues.flat().filter((texte) => /^\s*(update|insert)/i.test(texte)).length;
  await visiteur.get(adresses.aide);
  await base.regler(apres(INSTANT, minutes(1) - 1));
  await visiteur.get(adresses.aide);
  expect(ecritures()).toBe(0);
  await base.regler(apres(INSTANT, minutes(1)));
  vagues.length = 0;
  await visiteur.get(adresses.aide);
  await visiteur.get(adresses.aide);
  expect(ecritures()).toBe(1);
});
