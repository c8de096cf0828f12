// The searches of the directory whose plans are read.
import type { Criteres } from '../../src/domain/structure/recherche.ts';

/** Who searches. */
export const CHERCHEUR = 777_777;

/** Searches that most bodies would answer, and those that people make. */
export const RECHERCHES: [name: string, criteria: Partial<Criteres>][] = [
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
