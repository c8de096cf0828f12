// The matrix of model §3, cell by cell: columns are UTILISATEUR, DELEGUE, SECONDAIRE, PRINCIPAL, REFERENT.
import { describe, expect, test } from 'vitest';
import { ACTES, type Acte, decideDroit, QUALITES, type Situation } from './droits.ts';

const AUTRUI: Situation = {
  surSoi: false,
  rattache: false,
  roleVacant: false,
  escaladee: false,
  reprise: false,
  passation: false,
};
const SOI: Situation = { ...AUTRUI, surSoi: true };

type Cas = [acte: Acte, quand: string, situation: Situation, reponses: string];
const CAS: Cas[] = [
  ['GERER_SES_DONNEES', 'on their own account', SOI, 'oui oui oui oui oui'],
  ['GERER_SES_DONNEES', 'on somebody else’s account', AUTRUI, 'non non non non non'],
  ['ETENDRE_SES_DROITS', 'for themselves', SOI, 'demande oui oui oui demande'],
  ['ETENDRE_SES_DROITS', 'for somebody else', AUTRUI, 'non non non non non'],
  ['DECIDER_DEMANDE', 'of somebody else', AUTRUI, 'non oui oui oui non'],
  ['DECIDER_DEMANDE', 'of their own', SOI, 'non non non non non'],
  ['DECIDER_DEMANDE', 'that went up', { ...AUTRUI, escaladee: true }, 'non oui oui oui oui'],
  [
    'DECIDER_DEMANDE',
    'that went up, where attached',
    { ...AUTRUI, escaladee: true, rattache: true },
    'non oui oui oui non',
  ],
  ['DECIDER_DEMANDE', 'their own that went up', { ...SOI, escaladee: true }, 'non non non non non'],
  ['GERER_UTILISATEUR', 'somebody else', AUTRUI, 'non oui oui oui non'],
  ['GERER_UTILISATEUR', 'themselves', SOI, 'non non non non non'],
  ['GERER_SECONDAIRE', 'somebody else', AUTRUI, 'non non non oui motif'],
  ['GERER_SECONDAIRE', 'themselves', SOI, 'non non non non non'],
  ['GERER_PRINCIPAL', 'somebody else', AUTRUI, 'non non non non non'],
  ['GERER_PRINCIPAL', 'their own hand-over', { ...SOI, passation: true }, 'non non non oui non'],
  ['GERER_PRINCIPAL', 'after a reprise', { ...AUTRUI, reprise: true }, 'non non non non motif'],
  [
    'GERER_PRINCIPAL',
    'after a reprise, where attached',
    { ...AUTRUI, reprise: true, rattache: true },
    'non non non non non',
  ],
  ['GERER_PRINCIPAL', 'after their own reprise', { ...SOI, reprise: true }, 'non non non non non'],
  ['REPRENDRE_ROLE_VACANT', 'while it is held', SOI, 'non non non non non'],
  [
    'REPRENDRE_ROLE_VACANT',
    'when vacant, for oneself',
    { ...SOI, rattache: true, roleVacant: true },
    'demande non oui non non',
  ],
  [
    'REPRENDRE_ROLE_VACANT',
    'when vacant, decided for others',
    { ...AUTRUI, roleVacant: true },
    'demande non oui non oui',
  ],
  ['MODIFIER_FICHE', 'of the structure', AUTRUI, 'non oui oui oui non'],
  ['GERER_COMPTES_TECHNIQUES', 'of the structure', AUTRUI, 'non non non oui non'],
  ['ACTIVER_COMPTE', 'of somebody else', AUTRUI, 'non non non non oui'],
  ['ACTIVER_COMPTE', 'their own', SOI, 'non non non non non'],
  ['ACTIVER_COMPTE', 'where attached', { ...AUTRUI, rattache: true }, 'non non non non non'],
];

function enMots(acte: Acte, qualite: (typeof QUALITES)[number], situation: Situation): string {
  const droit = decideDroit(acte, [qualite], situation);
  if (droit.kind === 'permis') return droit.motifObligatoire ? 'motif' : 'oui';
  return droit.kind === 'demande' ? 'demande' : 'non';
}

describe('who may do what', () => {
  test.each(CAS)('%s, %s', (acte, _quand, situation, reponses) => {
    expect(QUALITES.map((qualite) => enMots(acte, qualite, situation)).join(' ')).toBe(reponses);
  });

  test('every act of the matrix has its cases', () => {
    expect(new Set(CAS.map(([acte]) => acte))).toEqual(new Set(ACTES));
  });

  test('somebody with several qualities has the most favourable right, and acts in that quality', () => {
    const droit = decideDroit('GERER_SECONDAIRE', ['UTILISATEUR', 'REFERENT', 'PRINCIPAL'], AUTRUI);
    expect(droit).toEqual({ kind: 'permis', enQualite: 'PRINCIPAL', motifObligatoire: false });
  });

  test('a stranger is refused without learning that the structure exists', () => {
    expect(decideDroit('MODIFIER_FICHE', ['UTILISATEUR'], AUTRUI)).toEqual({
      kind: 'refuse',
      visible: false,
    });
    expect(decideDroit('MODIFIER_FICHE', [], AUTRUI)).toEqual({ kind: 'refuse', visible: false });
  });

  test('somebody attached is refused openly', () => {
    const situation = { ...AUTRUI, rattache: true };
    expect(decideDroit('MODIFIER_FICHE', ['UTILISATEUR'], situation)).toEqual({
      kind: 'refuse',
      visible: true,
    });
  });
});
