// The queries of managers, of référents and of the clock, for the tests that read plans at a million rows.

import {
  chercherCompteDuReferent,
  compteDuReferent,
  structuresDuCompte,
} from '../../src/domain/compte/queries-referent.ts';
import type { FiltreDeFile } from '../../src/domain/demande/file.ts';
import { compteDesDemandes, compteDesMontees } from '../../src/domain/demande/queries-attente.ts';
import {
  decideursDe,
  demandesAEscalader,
  demandesAgees,
  referentsAPrevenir,
  structuresARappeler,
  structuresEnRetard,
} from '../../src/domain/demande/queries-echeances.ts';
import { demandesADecider, demandesEscalades } from '../../src/domain/demande/queries-file.ts';
import {
  attenteDuGestionnaire,
  attenteDuReferent,
  lecteurDuRappel,
} from '../../src/domain/demande/queries-rappels.ts';
import { lireRepreneur, lireRole } from '../../src/domain/demande/queries-reprise.ts';
import { reprisesOpposables } from '../../src/domain/demande/queries-reprise-lecture.ts';
import { estReferentDe } from '../../src/domain/droits/queries.ts';
import { structureGeree } from '../../src/domain/rattachement/queries-gestion.ts';
import {
  structuresFragiles,
  structuresGerees,
} from '../../src/domain/rattachement/queries-mes-structures.ts';
import { structuresSansGestionnaire } from '../../src/domain/rattachement/queries-sans-gestionnaire.ts';
import { utilisateursDe } from '../../src/domain/rattachement/queries-utilisateurs.ts';
import type { Query } from './expliquer.ts';
import { GESTIONNAIRE_DE_300 } from './fil.ts';
import { GRANDE, PRINCIPAL_DE_LA_GRANDE, REFERENT_76, REFERENT_NATIONAL } from './million.ts';

const JOUR = '2026-11-23';
const MOI = PRINCIPAL_DE_LA_GRANDE;
const FILE: FiltreDeFile = {
  structureId: null,
  nature: null,
  ageJours: null,
  texte: '',
  tri: 'ancien',
  page: 1,
  parPage: 20,
};
const TOUS = { texte: '', role: null, etat: null, page: 1, parPage: 20 };

const file = (filtre: Partial<FiltreDeFile>): Query => {
  return (s) => demandesADecider(s, MOI, { ...FILE, ...filtre }, JOUR);
};
const gens = (filtre: Partial<Parameters<typeof utilisateursDe>[2]>): Query => {
  return (s) => utilisateursDe(s, GRANDE, { ...TOUS, ...filtre }, JOUR);
};

/** On the structure with ten thousand people attached and five thousand requests. */
export const SUR_LA_GRANDE: [name: string, run: Query][] = [
  ['the queue', file({})],
  ['its last page', file({ page: 50 })],
  ['the queue, newest first', file({ tri: 'recent' })],
  ['the queue by requester', file({ tri: 'demandeur' })],
  ['the queue by structure', file({ tri: 'structure' })],
  ['the old ones', file({ ageJours: 21 })],
  ['one requester', file({ texte: 'nom 224999' })],
  ['a requester of nobody', file({ texte: 'xylophage' })],
  ['how many wait', (s) => compteDesDemandes(s, MOI, JOUR)],
  ['the people', gens({})],
  ['their last page', gens({ page: 50 })],
  ['one person', gens({ texte: 'nom 209999' })],
  ['nobody', gens({ texte: 'xylophage' })],
  ['the principal', gens({ role: 'GESTIONNAIRE_PRINCIPAL' })],
  ['the people whose rights are suspended', gens({ etat: 'DESACTIVEE' })],
  ['the structure', (s) => structureGeree(s, MOI, GRANDE, JOUR)],
  [
    'the structures managed',
    (s) => structuresGerees(s, MOI, { texte: '', page: 1, parPage: 10 }, JOUR),
  ],
  ['the take-overs to oppose', (s) => reprisesOpposables(s, MOI, JOUR, { oppositionJours: 7 })],
  ['those with one manager', (s) => structuresFragiles(s, MOI, JOUR)],
  ['whom to tell', (s) => decideursDe(s, GRANDE, JOUR)],
  ['the role', (s) => lireRole(s, GRANDE, JOUR)],
  ['who asks for it', (s) => lireRepreneur(s, MOI, GRANDE, JOUR)],
];

/** What a référent reads; few things go up. */
export const DU_REFERENT: [name: string, run: Query][] = [
  [
    'an account by its identifiant',
    (s) => chercherCompteDuReferent(s, REFERENT_76, 'agent.777', JOUR),
  ],
  ['an account', (s) => compteDuReferent(s, REFERENT_76, 777, JOUR)],
  ['the structures of an account', (s) => structuresDuCompte(s, REFERENT_76, 777, JOUR)],
  ['a right on a structure', (s) => estReferentDe(s, MOI, GRANDE)],
  ['the requests that went up', (s) => demandesEscalades(s, MOI, FILE, JOUR)],
  ['how many went up, for the home page', (s) => compteDesMontees(s, REFERENT_76)],
  ['what a mail says', (s) => attenteDuReferent(s, MOI)],
];

/** What a référent reads of somebody who manages three hundred structures. */
export const DU_COMPTE_DE_300: [name: string, run: Query][] = [
  ['the account', (s) => compteDuReferent(s, REFERENT_NATIONAL, GESTIONNAIRE_DE_300, JOUR)],
  ['its structures', (s) => structuresDuCompte(s, REFERENT_NATIONAL, GESTIONNAIRE_DE_300, JOUR)],
];

/** What the clock looks for in all that waits: by index, whatever it finds. */
export const DE_L_HORLOGE: [name: string, run: Query][] = [
  ['the requests to end', (s) => demandesAgees(s, JOUR, 90, 1000)],
  ['those to send up', (s) => demandesAEscalader(s, JOUR, 21, 1000)],
  ['the structures to remind', (s) => structuresARappeler(s, JOUR, [3, 7, 14], 1000)],
  ['the référents to tell', (s) => referentsAPrevenir(s, JOUR)],
  [
    'the structures to remind weekly',
    (s) => structuresEnRetard(s, { lundi: JOUR, jour: JOUR, age: 3, apres: 0 }, 1000),
  ],
  ['what a reminder says', (s) => attenteDuGestionnaire(s, MOI, JOUR)],
  ['whom a reminder is for', (s) => lecteurDuRappel(s, 777, JOUR)],
  [
    'the structures that nobody manages',
    (s) => structuresSansGestionnaire(s, MOI, { departement: '76', page: 1, parPage: 20 }, JOUR),
  ],
];
