// Every query of a page finds its rows by an index, at a million rows (design §6.10).
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actualiteCourante, actualitesCourantes } from '../../src/domain/actualite/queries.ts';
import { comptesAConnecter, trouverCompte } from '../../src/domain/compte/queries.ts';
import {
  compterDemandesAdresse,
  terminerDemandeAdresse,
  trouverDemandeAdresse,
} from '../../src/domain/compte/queries-adresse.ts';
import { verrouillerDemandesEnCours } from '../../src/domain/demande/queries.ts';
import {
  demandeLisible,
  demandesDuCompte,
  dernierRefus,
} from '../../src/domain/demande/queries-lecture.ts';
import { lireDroits } from '../../src/domain/demande/queries-situation.ts';
import {
  consequencesPourLEspace,
  espacesDeStructure,
} from '../../src/domain/espace/queries-structure.ts';
import { historiqueDe } from '../../src/domain/journal/queries-historique.ts';
import { marquerEnvoye, resteAEnvoyer } from '../../src/domain/notification/queries.ts';
import { rattachementsDuCompte } from '../../src/domain/rattachement/queries.ts';
import { reclamerLignesAPrevenir } from '../../src/domain/rattachement/queries-echeances.ts';
import {
  candidatsSuccession,
  rattachementsASupprimer,
  verrouillerMesRattachements,
} from '../../src/domain/rattachement/queries-suppression.ts';
import { utilisateursDe } from '../../src/domain/rattachement/queries-utilisateurs.ts';
import { utilisateursAExporter } from '../../src/domain/rattachement/queries-utilisateurs-export.ts';
import {
  delegationsDe,
  personnesChoisies,
  utilisateurDe,
} from '../../src/domain/rattachement/queries-utilisateurs-fiche.ts';
import {
  lireSession,
  noterVue,
  terminerSession,
  terminerSessionsDuCompte,
  terminerSessionsPigp,
} from '../../src/domain/session/queries.ts';
import { relireSaisie } from '../../src/domain/session/queries-saisie.ts';
import { structuresAExporter } from '../../src/domain/structure/queries-export.ts';
import {
  gestionnairesDe,
  lireStructure,
  servicesDe,
} from '../../src/domain/structure/queries-fiche.ts';
import {
  comptesDuService,
  consequencesDeFermeture,
  empechements,
  finsAAppliquer,
} from '../../src/domain/structure/queries-fins.ts';
import { ficheGeree, serviceGere } from '../../src/domain/structure/queries-gestion.ts';
import {
  rechercherStructures,
  trouverParticulier,
} from '../../src/domain/structure/queries-recherche.ts';
import { type Criteres, SANS_CRITERE } from '../../src/domain/structure/recherche.ts';
import { empreinte } from '../../src/platform/jetons.ts';
import { connect } from '../../src/platform/postgres/connect.ts';
import { baseDeTest } from '../soutien/base-de-test.ts';
import { demarrerGrappe } from '../soutien/grappe.ts';
import {
  ABONNEMENTS_DE_300,
  ABONNEMENTS_DE_300_BUFFERS_MAX,
  DES_ABONNEMENTS,
  DES_FINS_D_ABONNEMENTS,
} from './abonnements.ts';
import { explain, type Query, type Statement } from './expliquer.ts';
import { DU_FIL, FIL_BUFFERS_MAX, FIL_DE_300_BUFFERS_MAX, FILS_DE_300 } from './fil.ts';
import { DE_L_HORLOGE, DU_REFERENT, SUR_LA_GRANDE } from './gestion.ts';
import { remplir } from './million.ts';
import { DES_PIECES } from './pieces-jointes.ts';
import { COMPTES_DU_LOT, DES_LOTS, DES_NOTIFICATIONS, PAGES_PAR_COMPTE } from './releves.ts';

const BUFFERS_MAX = 200;
/** A full drawer has 200 rows, each on a page of its own where many people add files at once. */
const TIROIR_BUFFERS_MAX = 250;
const COMPTE = 777_777;
const DEMANDEUR = 120_000;
/** Its rattachement has the same id. */
const PRINCIPAL = 76;
const SUCCESSION = { compteId: PRINCIPAL, rattachementId: PRINCIPAL, recherche: '' };
const RATTACHEMENTS = { texte: '', etat: null, page: 1, parPage: 50 };
const SANS_FILTRE = { actes: [], personne: '', du: null, au: null };
const ESPACE_DE_77 = { structureId: 77, code: 'ENGAGEMENTS' };
const CLE = empreinte(String(COMPTE));
const INSTANT = new Date('2026-11-23T09:30:00Z');
const JOUR = '2026-11-23';
const IDENTITE = { issuer: 'https://pigp', sub: `sub-${COMPTE}`, identifiant: `agent.${COMPTE}` };

// Apart from the other tests': what waits for the oldest transaction of a PostgreSQL would wait for the filling.
const grappe = await demarrerGrappe();
afterAll(grappe.arreter);
const base = await baseDeTest(grappe.adminUrl);
const statements: Statement[] = [];
const sql = connect(base.adresses.portail, {
  max: 1,
  name: 'plans',
  indexesOnly: true,
  onStatement: (text, values) => statements.push({ text, values }),
});
afterAll(() => sql.end());

beforeAll(async () => {
  const database = base.adresses.portail.split('/').at(-1);
  const adminUrl = grappe.adminUrl.replace(/postgres$/, database ?? '');
  const superuser = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  await remplir(base, superuser);
  await superuser.end();
}, 480_000);

const QUERIES: [name: string, run: Query][] = [
  ['lireSession', (s) => lireSession(s, CLE, JOUR)],
  ['noterVue', (s) => noterVue(s, CLE, INSTANT)],
  ['terminerSession', (s) => terminerSession(s, CLE, 'DECONNEXION', INSTANT)],
  [
    'terminerSessionsDuCompte',
    (s) => terminerSessionsDuCompte(s, COMPTE, 'COMPTE_DESACTIVE', INSTANT),
  ],
  [
    'terminerSessionsPigp by sid',
    (s) => terminerSessionsPigp(s, { issuer: 'https://pigp', sid: 'sid-5', sub: null }, INSTANT),
  ],
  [
    'terminerSessionsPigp by sub',
    (s) => terminerSessionsPigp(s, { issuer: 'https://pigp', sid: null, sub: 'sub-5' }, INSTANT),
  ],
  [
    'relireSaisie',
    (s) => relireSaisie(s, CLE, { compteId: COMPTE, chemin: '/mon-compte' }, INSTANT),
  ],
  ['trouverCompte', (s) => trouverCompte(s, COMPTE, INSTANT)],
  ['comptesAConnecter', (s) => comptesAConnecter(s, IDENTITE)],
  ['compterDemandesAdresse', (s) => compterDemandesAdresse(s, COMPTE, INSTANT)],
  ['trouverDemandeAdresse', (s) => trouverDemandeAdresse(s, COMPTE, CLE, INSTANT)],
  ['terminerDemandeAdresse', (s) => terminerDemandeAdresse(s, COMPTE, 'ANNULEE', INSTANT)],
  ['rattachementsDuCompte', (s) => rattachementsDuCompte(s, COMPTE, RATTACHEMENTS, JOUR)],
  ['demandesDuCompte', (s) => demandesDuCompte(s, DEMANDEUR, { etat: null, page: 1, parPage: 20 })],
  ['demandeLisible', (s) => demandeLisible(s, 60_000, DEMANDEUR, JOUR)],
  ['dernierRefus', (s) => dernierRefus(s, DEMANDEUR, 77)],
  ['lireDroits', (s) => lireDroits(s, PRINCIPAL, 77, JOUR)],
  ['lireStructure', (s) => lireStructure(s, 77, { compteId: COMPTE, prouve: false }, JOUR)],
  ['gestionnairesDe', (s) => gestionnairesDe(s, 77, JOUR)],
  ['servicesDe', (s) => servicesDe(s, 77, { texte: '', ouvertsLe: JOUR, page: 1, parPage: 50 })],
  ['rattachementsASupprimer', (s) => rattachementsASupprimer(s, PRINCIPAL, [PRINCIPAL], JOUR)],
  [
    'verrouillerMesRattachements',
    (s) => verrouillerMesRattachements(s, PRINCIPAL, [PRINCIPAL], JOUR),
  ],
  ['candidatsSuccession', (s) => candidatsSuccession(s, SUCCESSION, JOUR, 20)],
  [
    'utilisateursDe',
    (s) =>
      utilisateursDe(s, 77, { texte: 'nom', role: null, etat: null, page: 1, parPage: 20 }, JOUR),
  ],
  [
    'utilisateursDe by state',
    (s) =>
      utilisateursDe(s, 77, { texte: '', role: null, etat: 'VALIDEE', page: 1, parPage: 20 }, JOUR),
  ],
  ['utilisateurDe', (s) => utilisateurDe(s, 77, PRINCIPAL, JOUR)],
  ['personnesChoisies', (s) => personnesChoisies(s, 77, [PRINCIPAL, 100_076])],
  ['delegationsDe', (s) => delegationsDe(s, 77, JOUR)],
  ['utilisateursAExporter', (s) => utilisateursAExporter(s, 77, [PRINCIPAL, 100_076], JOUR)],
  ['reclamerLignesAPrevenir', (s) => reclamerLignesAPrevenir(s, COMPTE, JOUR)],
  ['verrouillerDemandesEnCours', (s) => verrouillerDemandesEnCours(s, DEMANDEUR, [77])],
  ['structuresAExporter', (s) => structuresAExporter(s, [1, 77, 777_777])],
  [
    'trouverParticulier',
    (s) => trouverParticulier(s, { identifiant: '1', nom: 'a', prenom: null }),
  ],
  ['ficheGeree', (s) => ficheGeree(s, 77)],
  ['serviceGere', (s) => serviceGere(s, 77, 77)],
  ['consequencesDeFermeture', (s) => consequencesDeFermeture(s, 77, JOUR)],
  ['empechements', (s) => empechements(s, { structureId: 77, serviceId: 77 }, JOUR, JOUR)],
  ['comptesDuService', (s) => comptesDuService(s, 77, 77)],
  ['finsAAppliquer', (s) => finsAAppliquer(s, JOUR, 100)],
  ['espacesDeStructure', (s) => espacesDeStructure(s, 77)],
  ['consequencesPourLEspace', (s) => consequencesPourLEspace(s, ESPACE_DE_77)],
  ['historiqueDe', (s) => historiqueDe(s, 77, SANS_FILTRE, null, 26)],
  ['historiqueDe from a line on', (s) => historiqueDe(s, 77, SANS_FILTRE, { avant: 150_000 }, 26)],
  ...DES_ABONNEMENTS,
  ['actualitesCourantes', (s) => actualitesCourantes(s, 'fr', JOUR, 3)],
  ['actualiteCourante', (s) => actualiteCourante(s, 'actualite-7', 'fr', JOUR)],
  ['resteAEnvoyer', (s) => resteAEnvoyer(s, 777)],
  ['marquerEnvoye', (s) => marquerEnvoye(s, 777, INSTANT)],
];

/** Searches that most bodies would answer, and those that people make. */
const SEARCHES: [name: string, criteria: Partial<Criteres>][] = [
  ['a whole identifier', { identifiant: '21760002200016' }],
  ['the beginning of many identifiers', { identifiant: '2' }],
  [
    'the beginning of many identifiers of another type',
    { identifiant: '2', typeIdentifiant: 'RIDET' },
  ],
  ['the beginning of many identifiers, closed', { identifiant: '2', statut: 'INACTIF' }],
  ['the beginning of a few', { identifiant: '21760002' }],
  ['a postal code', { codePostal: '76640' }],
  ['the beginning of many postal codes', { codePostal: '75' }],
  ['a postal code and a town', { codePostal: '69001', ville: 'lyon' }],
  ['the largest town', { ville: 'paris' }],
  ['a rare word', { raisonSociale: 'alvimare' }],
  ['the most common word', { raisonSociale: 'école' }],
  ['words that say nothing', { raisonSociale: 'de la' }],
  ['two common words', { raisonSociale: 'école saint' }],
  ['a slip in a rare word', { raisonSociale: 'alvimrae' }],
  ['a slip in a common word', { raisonSociale: 'comune saintt' }],
  ['a short beginning', { raisonSociale: 'sai' }],
  ['words of nobody', { raisonSociale: 'xylophage quetzal' }],
  ['a label', { libelle: 'mairie' }],
  ['a common word closed', { raisonSociale: 'école', statut: 'INACTIF' }],
  ['a common word abroad', { raisonSociale: 'école', pays: 'BE' }],
  ['a common word of another type', { raisonSociale: 'école', typeIdentifiant: 'RIDET' }],
  ['private ones', { raisonSociale: 'école', typeStructure: 'PRIVEE' }],
  [
    'several criteria',
    { raisonSociale: 'école', ville: 'lyon', codePostal: '69', statut: 'ACTIF', pays: 'FR' },
  ],
  ['an identifier and a word', { identifiant: '217', raisonSociale: 'commune', ville: 'rouen' }],
];
const SEARCH_BUFFERS_MAX = 2_000;
/** The managers' lists, whatever the size of the structure (issue of the managers). */
const GRANDE_BUFFERS_MAX = 500;
const FENETRE = { page: 1, parPage: 50, tri: null };

describe('at a million rows', () => {
  test.each(QUERIES)('%s reads by an index, few pages', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers).toBeGreaterThan(0);
    expect(buffers, plans).toBeLessThan(BUFFERS_MAX);
  });

  test.each(SUR_LA_GRANDE)('%s of a large structure: 500 pages at most', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers).toBeGreaterThan(0);
    expect(buffers, plans).toBeLessThanOrEqual(GRANDE_BUFFERS_MAX);
  });

  test.each(DES_PIECES)('%s of a full drawer: few pages', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers, plans).toBeLessThan(TIROIR_BUFFERS_MAX);
  });

  test.each(DES_NOTIFICATIONS)('%s, of notifications, reads few pages', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers, plans).toBeLessThan(BUFFERS_MAX);
  });

  test.each(DES_LOTS)('a batch of digests is %s account by account', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers, plans).toBeLessThan(COMPTES_DU_LOT * PAGES_PAR_COMPTE);
  });

  test.each(DU_REFERENT)('%s, for a référent, reads few pages', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers, plans).toBeLessThan(BUFFERS_MAX);
  });

  test.each(ABONNEMENTS_DE_300)('%s, of 300 structures: a bounded number', async (_name, run) => {
    const { buffers, plans } = await explain(sql, statements, run);
    expect(buffers, plans).toBeLessThan(ABONNEMENTS_DE_300_BUFFERS_MAX);
  });

  test.each(DES_FINS_D_ABONNEMENTS)(
    '%s, for the clock, are found by an index',
    async (_name, run) => {
      const { scanned, plans } = await explain(sql, statements, run);
      expect(scanned, plans).toEqual([]);
    },
  );

  test.each(DE_L_HORLOGE)('%s, for the clock, is found by an index', async (_name, run) => {
    const { scanned, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
  });

  test.each(DU_FIL)('%s of somebody attached to one structure: few pages', async (_name, run) => {
    const { scanned, buffers, plans } = await explain(sql, statements, run);
    expect(scanned, plans).toEqual([]);
    expect(buffers, plans).toBeLessThan(FIL_BUFFERS_MAX);
  });

  describe.each([
    ['with the values known', false],
    ['with the values unknown', true],
  ])('planned %s', (_how, generic) => {
    test.each(FILS_DE_300)(
      '%s of a manager of 300 structures: a bounded number of pages',
      async (_name, run) => {
        const { scanned, buffers, plans } = await explain(sql, statements, run, { generic });
        expect(scanned, plans).toEqual([]);
        expect(buffers, plans).toBeLessThan(FIL_DE_300_BUFFERS_MAX);
      },
    );
  });

  describe.each([
    ['with the values known', false],
    ['with the values unknown', true],
  ])('planned %s', (_how, generic) => {
    test.each(SEARCHES)('a search by %s reads by the index, few pages', async (_name, criteria) => {
      const criteres = { ...SANS_CRITERE, ...criteria };
      const run: Query = (s) => rechercherStructures(s, COMPTE, criteres, FENETRE);
      const { scanned, buffers, plans } = await explain(sql, statements, run, { generic });
      expect(scanned, plans).toEqual([]);
      expect(buffers).toBeGreaterThan(0);
      expect(buffers, plans).toBeLessThan(SEARCH_BUFFERS_MAX);
    });
  });
});
