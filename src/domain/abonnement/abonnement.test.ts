// What may be asked of the espaces of a structure: each reason to say no, what is left out, what is granted at once.
import { describe, expect, test } from 'vitest';
import {
  type AbonnementDemande,
  type DecisionAbonnement,
  type DroitDEspace,
  decideDemandeAbonnement,
  type EspaceDemandable,
  type SituationDemande,
} from './abonnement.ts';

const JOUR = '2026-11-23';
const [URBS, VOIRIE, FERME] = [10, 11, 12];

const espace = (id: number, code: string, champs: Partial<EspaceDemandable> = {}) => ({
  ...{ id, code, libelleFr: code, libelleEn: code, pour: 'TOUS' as const, parDefaut: false },
  ...{ validationRequise: true, ouvert: true },
  ...champs,
});
const ESPACES = [
  espace(1, 'ENGAGEMENTS'),
  espace(2, 'TRAVAUX'),
  espace(3, 'FERME', { ouvert: false }),
  espace(4, 'FACTURES_EMISES', { parDefaut: true }),
  espace(5, 'RACCORDEMENTS', { pour: 'GESTIONNAIRES' }),
  espace(6, 'LIBRE', { validationRequise: false }),
];
const [ENGAGEMENTS, TRAVAUX, LIBRE] = [1, 2, 6];
const ligne = (portee: number | null, champs = {}) => ({
  ...{ portee, dateDebut: '2026-01-01', dateFin: null, statut: 'VALIDEE' as const },
  ...champs,
});
const ENTIERE = [ligne(null)];
const droit = (
  espaceId: number,
  mode: DroitDEspace['mode'] = 'CONSULTATION',
  portee: number | null = null,
): DroitDEspace => ({ portee, espaceId, mode });

type Demande = Pick<AbonnementDemande, 'portees' | 'espaces' | 'mode'>;
const DEMANDE: Demande = { portees: [null], espaces: ['ENGAGEMENTS'], mode: 'CONSULTATION' };
const SITUATION: SituationDemande = {
  jour: JOUR,
  statutStructure: 'ACTIF',
  lignes: ENTIERE,
  services: [
    { id: URBS, dateFin: null },
    { id: VOIRIE, dateFin: JOUR },
    { id: FERME, dateFin: '2026-11-22' },
  ],
  espaces: ESPACES,
  acquis: [],
  enCours: [],
  gere: false,
  aussitot: false,
};
const demandes = (...aDemander: DroitDEspace[]): DecisionAbonnement => ({
  ...{ kind: 'retenir', aDemander, aAccorder: [] },
});
const accordes = (...aAccorder: DroitDEspace[]): DecisionAbonnement => ({
  ...{ kind: 'retenir', aDemander: [], aAccorder },
});

type Cas = [
  quoi: string,
  demande: Partial<Demande>,
  situation: Partial<SituationDemande>,
  attendu: DecisionAbonnement | Exclude<DecisionAbonnement['kind'], 'retenir'>,
];
const CAS: Cas[] = [
  ['an open espace on the whole', {}, {}, demandes(droit(ENGAGEMENTS))],
  [
    'each espace on each service',
    { portees: [URBS, VOIRIE], espaces: ['ENGAGEMENTS', 'TRAVAUX', 'TRAVAUX'] },
    {},
    demandes(
      ...[URBS, VOIRIE].map((p) => droit(ENGAGEMENTS, 'CONSULTATION', p)),
      ...[URBS, VOIRIE].map((p) => droit(TRAVAUX, 'CONSULTATION', p)),
    ),
  ],
  [
    'the whole makes services needless',
    { portees: [URBS, null] },
    {},
    demandes(droit(ENGAGEMENTS)),
  ],
  ['an inactive structure', {}, { statutStructure: 'INACTIF' }, 'structureInactive'],
  ['no scope', { portees: [] }, {}, 'porteeManquante'],
  ['no espace', { espaces: [] }, {}, 'espaceManquant'],
  [
    'too many lines',
    { portees: Array.from({ length: 101 }, (_, n) => n + 1), espaces: ['ENGAGEMENTS', 'TRAVAUX'] },
    {},
    'tropDAbonnements',
  ],
  ['without a line', {}, { lignes: [] }, 'nonRattache'],
  ['over since yesterday', {}, { lignes: [ligne(null, { dateFin: '2026-11-22' })] }, 'nonRattache'],
  ['over tonight', {}, { lignes: [ligne(null, { dateFin: JOUR })] }, demandes(droit(ENGAGEMENTS))],
  ['from tomorrow on', {}, { lignes: [ligne(null, { dateDebut: '2026-11-24' })] }, 'nonRattache'],
  ['suspended', {}, { lignes: [ligne(null, { statut: 'DESACTIVEE' })] }, 'nonRattache'],
  ['the whole with a service', {}, { lignes: [ligne(URBS)] }, 'horsDePortee'],
  ['another service', { portees: [VOIRIE] }, { lignes: [ligne(URBS)] }, 'horsDePortee'],
  [
    'one’s own service',
    { portees: [URBS] },
    { lignes: [ligne(URBS)] },
    demandes(droit(ENGAGEMENTS, 'CONSULTATION', URBS)),
  ],
  ['a service of another structure', { portees: [99] }, {}, 'serviceInconnu'],
  ['a closed service', { portees: [FERME] }, {}, 'serviceFerme'],
  ['an espace that is not open', { espaces: ['ENGAGEMENTS', 'FERME'] }, {}, 'espaceFerme'],
  ['an espace that is in no catalogue', { espaces: ['XYLOPHAGE'] }, {}, 'espaceFerme'],
  ['a default espace', { espaces: ['FACTURES_EMISES'] }, {}, 'espaceParDefaut'],
  ['an espace for managers', { espaces: ['RACCORDEMENTS'] }, {}, 'espaceReserve'],
  [
    'an espace for managers, by one',
    { espaces: ['RACCORDEMENTS'] },
    { gere: true, aussitot: true },
    accordes(droit(5)),
  ],
  ['one’s own as a manager', {}, { gere: true, aussitot: true }, accordes(droit(ENGAGEMENTS))],
  ['without validation', { espaces: ['LIBRE'] }, {}, accordes(droit(LIBRE))],
  [
    'with and without validation',
    { espaces: ['LIBRE', 'TRAVAUX'] },
    {},
    { kind: 'retenir', aDemander: [droit(TRAVAUX)], aAccorder: [droit(LIBRE)] },
  ],
  ['held in that mode', {}, { acquis: [droit(ENGAGEMENTS)] }, 'dejaAcquis'],
  ['held in a wider mode', {}, { acquis: [droit(ENGAGEMENTS, 'MODIFICATION')] }, 'dejaAcquis'],
  [
    'a service while the whole is held',
    { portees: [URBS] },
    { acquis: [droit(ENGAGEMENTS)] },
    'dejaAcquis',
  ],
  [
    'a wider mode than held',
    { mode: 'MODIFICATION' },
    { acquis: [droit(ENGAGEMENTS)] },
    demandes(droit(ENGAGEMENTS, 'MODIFICATION')),
  ],
  [
    'the whole while a service is held',
    {},
    { acquis: [droit(ENGAGEMENTS, 'MODIFICATION', URBS)] },
    demandes(droit(ENGAGEMENTS)),
  ],
  [
    'one of two held',
    { espaces: ['ENGAGEMENTS', 'TRAVAUX'] },
    { acquis: [droit(ENGAGEMENTS)] },
    demandes(droit(TRAVAUX)),
  ],
  ['asked already', {}, { enCours: [droit(ENGAGEMENTS)] }, 'dejaDemande'],
  [
    'asked already in another mode',
    { mode: 'MODIFICATION' },
    { enCours: [droit(ENGAGEMENTS)] },
    'dejaDemande',
  ],
  [
    'a service while the whole is asked',
    { portees: [URBS] },
    { enCours: [droit(ENGAGEMENTS)] },
    'dejaDemande',
  ],
  [
    'a manager’s own, asked before they were one',
    {},
    { enCours: [droit(ENGAGEMENTS)], gere: true, aussitot: true },
    accordes(droit(ENGAGEMENTS)),
  ],
];

describe('a request for espaces', () => {
  test.each(CAS)('%s', (_quoi, demande, situation, attendu) => {
    const decision = decideDemandeAbonnement(
      { ...DEMANDE, ...demande },
      { ...SITUATION, ...situation },
    );
    expect(decision).toEqual(typeof attendu === 'string' ? { kind: attendu } : attendu);
  });
});
