// Which events digests tell: those that nobody did themselves, and that no mail told at once.
import { expect, test } from 'vitest';
import { QUOIS_RELEVES } from './evenement.ts';

test('digests tell what no mail told at once, and nothing else', () => {
  expect(QUOIS_RELEVES.toSorted()).toEqual([
    'DEMANDE_ESCALADEE',
    'DEMANDE_RECUE',
    'DEMANDE_RECUE_EXPIREE',
    'FACTURE',
    'PIECE_REJETEE',
    'SERVICE_ARRETE',
  ]);
});
