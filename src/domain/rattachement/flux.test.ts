// What an entry of the feed changes to a rattachement (model §5): a table of cases.
import { describe, expect, test } from 'vitest';
import {
  type DecisionEntree,
  decideEntree,
  type EntreeFlux,
  type LigneCourante,
  type RattachementCourant,
} from './flux.ts';

const JOUR = '2026-11-23';
const entree: EntreeFlux = {
  typeIdentifiant: 'SIRET',
  identifiant: '14700985600814',
  role: 'UTILISATEUR',
  dateDebut: '2026-01-01',
  dateFin: null,
  services: [],
};
const { typeIdentifiant, identifiant } = entree;
const ligne: LigneCourante = {
  id: 7,
  service: null,
  dateDebut: '2026-01-01',
  dateFin: null,
  statut: 'VALIDEE',
  origine: 'MADRHAS',
};
const courant: RattachementCourant = {
  id: 3,
  compteId: 1,
  structureId: 2,
  typeIdentifiant,
  identifiant,
  role: 'UTILISATEUR',
  roleDuFlux: 'UTILISATEUR',
  lignes: [ligne],
};
const gp = { role: 'GESTIONNAIRE_PRINCIPAL' } as const;
const gs = { role: 'GESTIONNAIRE_SECONDAIRE' } as const;
const fin = { dateFin: '2027-01-31' };
const duPortail = { ...ligne, id: 8, origine: 'GESTIONNAIRE' };
const rien: DecisionEntree = { kind: 'rien' };
const modifie = {
  kind: 'modifier',
  role: 'UTILISATEUR',
  nomme: false,
  ajouter: [],
  periode: [],
  terminer: [],
};

type Cas = [
  string,
  EntreeFlux | undefined,
  EntreeFlux | undefined,
  RattachementCourant | undefined,
  object,
];

describe('decideEntree', () => {
  test.each<Cas>([
    ['creates a new one', undefined, entree, undefined, { kind: 'creer', nomme: false }],
    [
      'newly names a principal',
      undefined,
      { ...entree, ...gp },
      undefined,
      { kind: 'creer', nomme: true },
    ],
    ['leaves alone what repeats itself', entree, entree, courant, rien],
    ['does not bring back what the person deleted', entree, entree, undefined, rien],
    [
      'brings it back when the feed changes it',
      entree,
      { ...entree, ...fin },
      undefined,
      { kind: 'creer' },
    ],
    [
      'but a principal who comes back is not newly named',
      { ...entree, ...gp },
      { ...entree, ...gp, dateDebut: '2026-06-01' },
      undefined,
      { kind: 'creer', nomme: false },
    ],
    ['leaves a hand-over', { ...entree, ...gp }, { ...entree, ...gp }, courant, rien],
    ['takes the new role', entree, { ...entree, ...gs }, courant, { ...modifie, ...gs }],
    [
      'names a principal',
      entree,
      { ...entree, ...gp },
      courant,
      { ...modifie, ...gp, nomme: true },
    ],
    [
      'keeps the role of a hand-over when only the period changes',
      entree,
      { ...entree, ...fin },
      { ...courant, ...gp },
      { ...modifie, ...gp, periode: [7] },
    ],
    ['moves the period', entree, { ...entree, ...fin }, courant, { ...modifie, periode: [7] }],
    [
      'passes from the whole structure to services',
      entree,
      { ...entree, services: ['URBS', 'VOIRIE'] },
      courant,
      { ...modifie, ajouter: ['URBS', 'VOIRIE'], terminer: [7] },
    ],
    [
      'leaves a deleted service deleted when another is added',
      { ...entree, services: ['URBS'] },
      { ...entree, services: ['URBS', 'VOIRIE'] },
      { ...courant, lignes: [] },
      { ...modifie, ajouter: ['VOIRIE'] },
    ],
    ['ends what it brought', entree, undefined, courant, { kind: 'supprimer' }],
    ['has nothing to end', entree, undefined, undefined, rien],
    [
      'ends its own lines only',
      entree,
      undefined,
      { ...courant, lignes: [ligne, { ...duPortail, service: 'URBS' }] },
      { ...modifie, terminer: [7] },
    ],
    [
      'takes its role back from what the portal gave',
      { ...entree, ...gs },
      undefined,
      { ...courant, ...gs, roleDuFlux: gs.role, lignes: [duPortail] },
      modifie,
    ],
    [
      'never ends what the portal gave',
      entree,
      undefined,
      { ...courant, roleDuFlux: null, lignes: [duPortail] },
      rien,
    ],
    [
      'never lowers a role that the portal gave',
      undefined,
      entree,
      { ...courant, ...gs, roleDuFlux: null, lignes: [duPortail] },
      rien,
    ],
    [
      'raises it',
      undefined,
      { ...entree, ...gp },
      { ...courant, ...gs, roleDuFlux: null, lignes: [duPortail] },
      { ...modifie, ...gp, nomme: true },
    ],
    [
      'takes the place of a line of the portal that has run out',
      undefined,
      entree,
      { ...courant, roleDuFlux: null, lignes: [{ ...duPortail, dateFin: '2026-11-22' }] },
      { ...modifie, ajouter: [null], terminer: [8] },
    ],
  ])('%s', (_, precedente, nouvelle, present, attendu) => {
    expect(decideEntree(precedente, nouvelle, present, JOUR)).toMatchObject(attendu);
  });
});
