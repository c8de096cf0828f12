// The queries of abonnements, for the tests that read plans at a million rows.
import {
  servicesTenus,
  structuresTenues,
  structureTenue,
} from '../../src/domain/abonnement/queries-ajout.ts';
import { finsDues } from '../../src/domain/abonnement/queries-echeances.ts';
import { lignesSansRattachement } from '../../src/domain/abonnement/queries-fins.ts';
import {
  abonnementsChoisis,
  abonnementsDuCompte,
  abonnementsDuRattachement,
  porteesDeLEspace,
} from '../../src/domain/abonnement/queries-liste.ts';
import {
  espacesDeQuelquUn,
  espacesSurStructure,
} from '../../src/domain/abonnement/queries-situation.ts';
import type { Query } from './expliquer.ts';
import { GESTIONNAIRE_DE_300 } from './fil.ts';

const JOUR = '2026-11-23';
/** Has an abonnement and requests; their rattachement has the same id. */
const ABONNE = 120_001;
const STRUCTURE = 1 + (ABONNE % 100_000);
const TOUS = { texte: '', etat: null, page: 1, parPage: 20 };
const QUI = { compteId: ABONNE, rattachementId: ABONNE };

export const DES_ABONNEMENTS: [name: string, run: Query][] = [
  ['abonnementsDuCompte', (s) => abonnementsDuCompte(s, ABONNE, TOUS, JOUR)],
  [
    'abonnementsDuCompte, refused',
    (s) => abonnementsDuCompte(s, ABONNE, { ...TOUS, texte: 'commune', etat: 'REFUSE' }, JOUR),
  ],
  ['porteesDeLEspace', (s) => porteesDeLEspace(s, ABONNE, 'SOLLICITATIONS_EMISES', TOUS, JOUR)],
  ['abonnementsChoisis', (s) => abonnementsChoisis(s, ABONNE, [1, 2, 3], JOUR)],
  ['abonnementsDuRattachement', (s) => abonnementsDuRattachement(s, QUI, TOUS, JOUR)],
  ['structuresTenues', (s) => structuresTenues(s, ABONNE, TOUS, JOUR)],
  ['structureTenue', (s) => structureTenue(s, ABONNE, STRUCTURE)],
  ['servicesTenus', (s) => servicesTenus(s, ABONNE, STRUCTURE, TOUS, JOUR)],
  ['espacesSurStructure', (s) => espacesSurStructure(s, STRUCTURE)],
  ['espacesDeQuelquUn', (s) => espacesDeQuelquUn(s, ABONNE, STRUCTURE)],
  ['lignesSansRattachement', (s) => lignesSansRattachement(s, [ABONNE], JOUR)],
];

/**
 * Of a manager of 300 structures: the rights held (2,430 pages), their lines and their structures, to sort by name (1,200
 * each), then what a page's rows show.
 */
export const ABONNEMENTS_DE_300: [name: string, run: Query][] = [
  ['their abonnements', (s) => abonnementsDuCompte(s, GESTIONNAIRE_DE_300, TOUS, JOUR)],
  [
    'the last page of them',
    (s) => abonnementsDuCompte(s, GESTIONNAIRE_DE_300, { ...TOUS, page: 46 }, JOUR),
  ],
  [
    'a structure among them',
    (s) => abonnementsDuCompte(s, GESTIONNAIRE_DE_300, { ...TOUS, texte: 'commune' }, JOUR),
  ],
  ['an espace', (s) => porteesDeLEspace(s, GESTIONNAIRE_DE_300, 'FACTURES_EMISES', TOUS, JOUR)],
  ['where to ask for one', (s) => structuresTenues(s, GESTIONNAIRE_DE_300, TOUS, JOUR)],
];
export const ABONNEMENTS_DE_300_BUFFERS_MAX = 5_500;

/** What the clock looks for. */
export const DES_FINS_D_ABONNEMENTS: [name: string, run: Query][] = [
  ['the last days that are over', (s) => finsDues(s, JOUR, 1000)],
];
