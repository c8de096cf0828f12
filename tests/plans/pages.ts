// The queries of the pages, and of the acts behind them, each of one account or one structure among a million rows.
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
import { trouverParticulier } from '../../src/domain/structure/queries-recherche.ts';
import { empreinte } from '../../src/platform/jetons.ts';
import { DES_ABONNEMENTS } from './abonnements.ts';
import type { Query } from './expliquer.ts';

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

/** What the pages, and the acts behind them, ask. */
export const DES_PAGES: [name: string, run: Query][] = [
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
