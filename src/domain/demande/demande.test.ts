// What becomes of a request for a rattachement (screens §6.2, model §2, §3): tables of cases.
import { describe, expect, test } from 'vitest';
import type { LignePortee } from '../rattachement/portee.ts';
import {
  type DecisionDemande,
  decideDemande,
  type RattachementDemande,
  type RefusDemande,
  SERVICES_MAX,
  type SituationDemande,
} from './demande.ts';

const [HIER, JOUR, DEMAIN] = ['2026-11-22', '2026-11-23', '2026-11-24'];
const [A, B, C] = [1, 2, 3];

type Demande = Pick<RattachementDemande, 'portees' | 'dateDebut' | 'dateFin'>;
const demande: Demande = { portees: [A], dateDebut: JOUR, dateFin: null };
const situation: SituationDemande = {
  jour: JOUR,
  statutStructure: 'ACTIF',
  services: [A, B, C].map((id) => ({ id, dateFin: null })),
  lignes: [],
  enCours: [],
  gere: false,
  principal: false,
};
const ligne = (portee: number | null, champs: Partial<LignePortee> = {}): LignePortee => ({
  portee,
  dateDebut: '2026-01-01',
  dateFin: null,
  statut: 'VALIDEE',
  ...champs,
});
/** The services asked, the first of which ends on that day. */
const fermeA = (dateFin: string) => ({
  services: [
    { id: A, dateFin },
    { id: B, dateFin: null },
  ],
});
type Portees = Demande['portees'];
const demander = (...portees: Portees): DecisionDemande => ({ kind: 'demander', portees });
const accorder = (...portees: Portees): DecisionDemande => ({ kind: 'accorder', portees });

type Cas = [string, Partial<Demande>, Partial<SituationDemande>, DecisionDemande];
type Refus = [string, Partial<Demande>, Partial<SituationDemande>, RefusDemande];
const decider = (d: Partial<Demande>, s: Partial<SituationDemande>) =>
  decideDemande({ ...demande, ...d }, { ...situation, ...s });

describe('a request is refused in advance', () => {
  test.each<Refus>([
    ['on a closed structure', {}, { statutStructure: 'INACTIF' }, 'structureInactive'],
    [
      'on a closed structure, before anything else that is wrong',
      { portees: [], dateFin: HIER },
      { statutStructure: 'INACTIF' },
      'structureInactive',
    ],
    ['when nothing was chosen', { portees: [] }, {}, 'rienDeDemande'],
    [
      'beyond so many services',
      { portees: Array.from({ length: SERVICES_MAX + 1 }, () => A) },
      {},
      'tropDeServices',
    ],
    ['for a service of another structure', { portees: [9] }, {}, 'serviceInconnu'],
    ['when one among them is of another', { portees: [A, 9] }, {}, 'serviceInconnu'],
    ['from the day after its end', { dateDebut: DEMAIN, dateFin: JOUR }, {}, 'finAvantDebut'],
    ['ended long before it starts', { dateFin: '2026-01-01' }, {}, 'finAvantDebut'],
    ['for days that are over', { dateDebut: '2026-11-01', dateFin: HIER }, {}, 'periodePassee'],
    ['for a service closed yesterday', {}, fermeA(HIER), 'serviceFerme'],
    [
      'for a service closed before a start to come',
      { dateDebut: '2027-01-01' },
      fermeA('2026-12-31'),
      'serviceFerme',
    ],
    [
      'for a service closed since, though its start was open',
      { dateDebut: '2026-01-01' },
      fermeA(HIER),
      'serviceFerme',
    ],
    ['when one of its services is closed', { portees: [B, A] }, fermeA(HIER), 'serviceFerme'],
    [
      'with an end, for a principal',
      { dateFin: '2027-01-01' },
      { principal: true, gere: true },
      'finDePrincipal',
    ],
    ['when all of it is there', {}, { lignes: [ligne(A)] }, 'dejaRattache'],
    ['when the whole structure is there', {}, { lignes: [ligne(null)] }, 'dejaRattache'],
    [
      'for the whole when it is there, whichever services come along',
      { portees: [A, null] },
      { lignes: [ligne(null)] },
      'dejaRattache',
    ],
    [
      'when each service is there by a line of its own',
      { portees: [A, B] },
      { lignes: [ligne(A), ligne(B)] },
      'dejaRattache',
    ],
    [
      'of a shorter period',
      { dateDebut: DEMAIN, dateFin: '2026-12-01' },
      { lignes: [ligne(A, { dateFin: '2026-12-31' })] },
      'dejaRattache',
    ],
    [
      'of the very same period',
      { dateDebut: JOUR, dateFin: '2026-12-31' },
      { lignes: [ligne(A, { dateDebut: JOUR, dateFin: '2026-12-31' })] },
      'dejaRattache',
    ],
    ['of a manager who has it', {}, { gere: true, lignes: [ligne(null)] }, 'dejaRattache'],
    ['pending for the same service', {}, { enCours: [A] }, 'dejaDemande'],
    ['pending for the same whole', { portees: [null] }, { enCours: [null] }, 'dejaDemande'],
    [
      'for services while the whole is pending',
      { portees: [A, B] },
      { enCours: [null] },
      'dejaDemande',
    ],
    [
      'when what is not there yet is pending',
      { portees: [A, B] },
      { lignes: [ligne(A)], enCours: [B] },
      'dejaDemande',
    ],
    [
      'of a longer period while one is pending',
      { dateFin: '2028-01-01' },
      { lignes: [ligne(A, { dateFin: '2026-12-31' })], enCours: [A] },
      'dejaDemande',
    ],
  ])('%s', (_quoi, d, s, attendu) => {
    expect(decider(d, s)).toEqual({ kind: attendu });
  });
});

describe('a request goes to the managers', () => {
  test.each<Cas>([
    ['for a service', {}, {}, demander(A)],
    ['for the whole structure', { portees: [null] }, {}, demander(null)],
    ['for the whole alone when services come along', { portees: [A, null, B] }, {}, demander(null)],
    ['for each service once', { portees: [B, A, B] }, {}, demander(B, A)],
    [
      'for as many services as one may ask',
      { portees: Array.from({ length: SERVICES_MAX }, () => A) },
      {},
      demander(A),
    ],
    ['for one day alone', { dateDebut: JOUR, dateFin: JOUR }, {}, demander(A)],
    ['until today', { dateDebut: '2026-01-01', dateFin: JOUR }, {}, demander(A)],
    ['from a day to come', { dateDebut: '2028-02-29' }, {}, demander(A)],
    ['for a service of its last day', {}, fermeA(JOUR), demander(A)],
    [
      'for a service that closes on the very day of the start',
      { dateDebut: '2026-12-31' },
      fermeA('2026-12-31'),
      demander(A),
    ],
    ['for a service when another is closed', { portees: [B] }, fermeA(HIER), demander(B)],
    ['for the whole when a service is closed', { portees: [null] }, fermeA(HIER), demander(null)],
    ['for the rest', { portees: [A, B, C] }, { lignes: [ligne(B)] }, demander(A, C)],
    ['for what is not pending', { portees: [A, B] }, { enCours: [B] }, demander(A)],
    [
      'for what is neither there nor pending',
      { portees: [A, B, C] },
      { lignes: [ligne(A)], enCours: [B] },
      demander(C),
    ],
    [
      'for the whole on top of services',
      { portees: [null] },
      { lignes: [ligne(A), ligne(B), ligne(C)] },
      demander(null),
    ],
    [
      'for the whole while a service is pending',
      { portees: [null] },
      { enCours: [A] },
      demander(null),
    ],
    ['for another service', { portees: [B] }, { lignes: [ligne(A)] }, demander(B)],
    ['for a later end', {}, { lignes: [ligne(A, { dateFin: '2026-12-31' })] }, demander(A)],
    [
      'for one more day',
      { dateFin: '2027-01-01' },
      { lignes: [ligne(A, { dateFin: '2026-12-31' })] },
      demander(A),
    ],
    [
      'for an earlier start',
      { dateDebut: JOUR },
      { lignes: [ligne(A, { dateDebut: DEMAIN })] },
      demander(A),
    ],
    [
      'for a later end of the whole, by a service',
      {},
      { lignes: [ligne(null, { dateFin: '2026-12-31' })] },
      demander(A),
    ],
    ['again once over', {}, { lignes: [ligne(A, { dateFin: HIER })] }, demander(A)],
    [
      'for what is suspended',
      {},
      { lignes: [ligne(A, { statut: 'DESACTIVEE' }), ligne(null, { statut: 'DESACTIVEE' })] },
      demander(A),
    ],
  ])('%s', (_quoi, d, s, attendu) => {
    expect(decider(d, s)).toEqual(attendu);
  });
});

describe('what a manager asks on what they manage', () => {
  const finit = (dateFin: string) => [ligne(A, { dateFin })];

  test.each<Cas>([
    ['is granted at once: a service', { portees: [B] }, { lignes: [ligne(A)] }, accorder(B)],
    ['is granted at once: the whole', { portees: [null] }, { lignes: [ligne(A)] }, accorder(null)],
    ['is granted for the rest', { portees: [A, B] }, { lignes: [ligne(A)] }, accorder(B)],
    [
      'is granted though it was pending',
      { portees: [B] },
      { lignes: [ligne(A)], enCours: [B, null] },
      accorder(B),
    ],
    [
      'is granted without end to a principal',
      { portees: [B] },
      { lignes: [ligne(A)], principal: true },
      accorder(B),
    ],
    [
      'is granted until the day to which they are attached',
      { portees: [B], dateFin: '2026-12-31' },
      { lignes: finit('2026-12-31') },
      accorder(B),
    ],
    [
      'is a request one day beyond it: nobody decides on their own role',
      { portees: [B], dateFin: '2027-01-01' },
      { lignes: finit('2026-12-31') },
      demander(B),
    ],
    [
      'is a request when it would make them stay for good',
      { portees: [B] },
      { lignes: finit('2026-12-31') },
      demander(B),
    ],
    ['is a request for a longer period', {}, { lignes: finit('2026-12-31') }, demander(A)],
    [
      'is a request while a line of theirs is suspended: they do not resume it',
      { portees: [null] },
      { lignes: [ligne(A), ligne(null, { statut: 'DESACTIVEE' })] },
      demander(null),
    ],
    [
      'is a request for any scope while one is suspended',
      { portees: [C] },
      { lignes: [ligne(A), ligne(B, { statut: 'DESACTIVEE' })] },
      demander(C),
    ],
  ])('%s', (_quoi, d, s, attendu) => {
    expect(decider(d, { gere: true, ...s })).toEqual(attendu);
  });

  test.each<Refus>([
    [
      'on a closed structure',
      { portees: [B] },
      { statutStructure: 'INACTIF' },
      'structureInactive',
    ],
    ['for a service of another structure', { portees: [9] }, {}, 'serviceInconnu'],
    ['for a closed service', { portees: [A] }, fermeA(HIER), 'serviceFerme'],
    [
      'for days that are over',
      { portees: [B], dateDebut: HIER, dateFin: HIER },
      {},
      'periodePassee',
    ],
    [
      'pending, beyond the day to which they are attached',
      { portees: [B] },
      { lignes: finit('2026-12-31'), enCours: [B] },
      'dejaDemande',
    ],
  ])('is refused as anybody’s %s', (_quoi, d, s, attendu) => {
    expect(decider(d, { gere: true, lignes: [ligne(C)], ...s })).toEqual({ kind: attendu });
  });
});
