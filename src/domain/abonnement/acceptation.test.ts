// What accepting a request for espaces grants, and what a manager gives without one: all, less, or why nothing.
import { describe, expect, test } from 'vitest';
import type { Cadre, DroitDEspace, EspaceDemandable } from './abonnement.ts';
import {
  decideAcceptationAbonnement,
  type LigneDemandee,
  type OctroiDAbonnements,
  type SituationAcceptation,
} from './acceptation.ts';
import { decideDon } from './don.ts';

const JOUR = '2026-11-23';
const [URBS, VOIRIE] = [10, 11];
const espace = (id: number, code: string, champs: Partial<EspaceDemandable> = {}) => ({
  ...{ id, code, libelleFr: code, libelleEn: code, pour: 'TOUS' as const, parDefaut: false },
  ...{ validationRequise: true, ouvert: true },
  ...champs,
});
const ligne = (portee: number | null) => ({
  ...{ portee, dateDebut: '2026-01-01', dateFin: null, statut: 'VALIDEE' as const },
});
const CADRE: Cadre = {
  jour: JOUR,
  statutStructure: 'ACTIF',
  lignes: [ligne(null)],
  services: [
    { id: URBS, dateFin: null },
    { id: VOIRIE, dateFin: null },
  ],
  espaces: [espace(1, 'ENGAGEMENTS'), espace(2, 'TRAVAUX')],
  acquis: [],
  gere: false,
};
const UNE: LigneDemandee = { id: 71, portee: null, espaceId: 1, mode: 'MODIFICATION' };
const AUTRE: LigneDemandee = { id: 72, portee: URBS, espaceId: 2, mode: 'CONSULTATION' };
const SITUATION: SituationAcceptation = {
  ...CADRE,
  etatDemandeur: 'ACTIF',
  demandees: [UNE, AUTRE],
};
const TOUT = [71, 72];
const fermes = (...codes: string[]) =>
  CADRE.espaces.map((e) => ({ ...e, ouvert: !codes.includes(e.code) }));

type Attendu = { lignes: LigneDemandee[]; reduite?: boolean; aEcrire?: DroitDEspace[] } | string;
const CAS: [string, OctroiDAbonnements | null, Partial<SituationAcceptation>, Attendu][] = [
  ['all, as it is asked', null, {}, { lignes: [UNE, AUTRE] }],
  ['all, ticked', { lignes: TOUT, consultation: false }, {}, { lignes: [UNE, AUTRE] }],
  ['one line', { lignes: [72], consultation: false }, {}, { lignes: [AUTRE], reduite: true }],
  [
    'in consultation only',
    { lignes: TOUT, consultation: true },
    {},
    { lignes: [{ ...UNE, mode: 'CONSULTATION' }, AUTRE], reduite: true },
  ],
  ['nothing ticked', { lignes: [], consultation: false }, {}, 'rienAccorde'],
  ['a line of another request', { lignes: [71, 99], consultation: false }, {}, 'horsDemande'],
  [
    'one espace closed since',
    null,
    { espaces: fermes('TRAVAUX') },
    { lignes: [UNE], reduite: true },
  ],
  ['all closed since', null, { espaces: fermes('ENGAGEMENTS', 'TRAVAUX') }, 'espaceFerme'],
  ['narrowed to a service', null, { lignes: [ligne(URBS)] }, { lignes: [AUTRE], reduite: true }],
  ['detached since', null, { lignes: [] }, 'nonRattache'],
  ['an inactive structure', null, { statutStructure: 'INACTIF' }, 'structureInactive'],
  ['an account that is off', null, { etatDemandeur: 'INACTIF' }, 'compteInactif'],
  [
    'an espace that became everybody’s is served, and not written',
    null,
    {
      espaces: [espace(1, 'ENGAGEMENTS', { parDefaut: true, ouvert: false }), espace(2, 'TRAVAUX')],
    },
    { lignes: [UNE, AUTRE], aEcrire: [AUTRE] },
  ],
  [
    'what was given meanwhile is accepted, and not written again',
    null,
    { acquis: [{ portee: null, espaceId: 1, mode: 'MODIFICATION' }] },
    { lignes: [UNE, AUTRE], aEcrire: [AUTRE] },
  ],
];

describe('accepting a request for espaces', () => {
  test.each(CAS)('%s', (_quoi, octroi, situation, attendu) => {
    const decision = decideAcceptationAbonnement(octroi, { ...SITUATION, ...situation });
    if (typeof attendu === 'string') return expect(decision).toEqual({ kind: attendu });
    const { lignes, reduite = false, aEcrire = lignes } = attendu;
    return expect(decision).toEqual({ kind: 'accorder', lignes, aEcrire, reduite });
  });
});

const DON: [string, string[], Partial<Cadre & { etatCompte: 'ACTIF' | 'INACTIF' }>, unknown][] = [
  ['on the whole', ['ENGAGEMENTS'], {}, [{ portee: null, espaceId: 1, mode: 'CONSULTATION' }]],
  [
    'on each service of theirs',
    ['ENGAGEMENTS'],
    { lignes: [ligne(URBS), ligne(VOIRIE)] },
    [URBS, VOIRIE].map((portee) => ({ portee, espaceId: 1, mode: 'CONSULTATION' })),
  ],
  [
    'a closed service is left out',
    ['ENGAGEMENTS'],
    {
      lignes: [ligne(URBS), ligne(VOIRIE)],
      services: [
        { id: URBS, dateFin: null },
        { id: VOIRIE, dateFin: '2026-11-22' },
      ],
    },
    [{ portee: URBS, espaceId: 1, mode: 'CONSULTATION' }],
  ],
  ['nothing new', ['ENGAGEMENTS'], { acquis: [UNE] }, 'dejaAcquis'],
  ['no espace', [], {}, 'espaceManquant'],
  ['one that is closed', ['ENGAGEMENTS'], { espaces: fermes('ENGAGEMENTS') }, 'espaceFerme'],
  ['nobody attached today', ['ENGAGEMENTS'], { lignes: [] }, 'nonRattache'],
  ['an account that is off', ['ENGAGEMENTS'], { etatCompte: 'INACTIF' }, 'compteInactif'],
  ['an inactive structure', ['ENGAGEMENTS'], { statutStructure: 'INACTIF' }, 'structureInactive'],
  [
    'for managers, to somebody who is none',
    ['ENGAGEMENTS'],
    { espaces: [espace(1, 'ENGAGEMENTS', { pour: 'GESTIONNAIRES' })] },
    'espaceReserve',
  ],
];

describe('a gift of espaces', () => {
  test.each(DON)('%s', (_quoi, espaces, situation, attendu) => {
    const don = { espaces, mode: 'CONSULTATION' } as const;
    const decision = decideDon(don, { ...CADRE, etatCompte: 'ACTIF', ...situation });
    const kind = typeof attendu === 'string' ? attendu : 'donner';
    expect(decision).toEqual(kind === 'donner' ? { kind, droits: attendu } : { kind });
  });
});
