// The state of a line as its reader sees it: what is stored, and what its period says of the day.
import { describe, expect, test } from 'vitest';
import { type EtatAffiche, etatAffiche, type LigneAffichee } from './rattachement.ts';

const JOUR = '2026-11-23';

type Cas = [LigneAffichee['statut'], string, string | null, EtatAffiche, quoi: string];
const CAS: Cas[] = [
  ['VALIDEE', '2026-01-01', null, 'VALIDEE', 'started, without end'],
  ['VALIDEE', '2026-11-23', null, 'VALIDEE', 'that starts today'],
  ['VALIDEE', '2026-01-01', '2026-11-23', 'VALIDEE', 'that ends today'],
  ['VALIDEE', '2026-11-23', '2026-11-23', 'VALIDEE', 'of today alone'],
  ['VALIDEE', '2026-11-24', null, 'A_VENIR', 'that starts tomorrow'],
  ['VALIDEE', '2027-01-01', '2027-12-31', 'A_VENIR', 'of next year'],
  ['VALIDEE', '2026-01-01', '2026-11-22', 'EXPIREE', 'that ended yesterday'],
  ['VALIDEE', '2025-01-01', '2025-12-31', 'EXPIREE', 'of last year'],
  ['DESACTIVEE', '2026-01-01', null, 'DESACTIVEE', 'suspended'],
  ['DESACTIVEE', '2027-01-01', null, 'DESACTIVEE', 'suspended before it starts'],
  ['DESACTIVEE', '2025-01-01', '2025-12-31', 'DESACTIVEE', 'suspended, then over'],
];

describe('a line', () => {
  test.each(CAS)(
    '%s from %s to %s reads as %s: one %s',
    (statut, dateDebut, dateFin, attendu, _quoi) => {
      expect(etatAffiche({ statut, dateDebut, dateFin }, JOUR)).toBe(attendu);
    },
  );
});
