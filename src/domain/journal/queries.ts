// Writes journal lines; they are never changed afterwards (the portal's role may not).
import type { Transaction } from '../../platform/postgres/sql.ts';
import type { LigneDeJournal } from './journal.ts';

const COLONNES = [
  'instant',
  'acteurCompteId',
  'enQualite',
  'acte',
  'objet',
  'objetId',
  'compteId',
  'structureId',
  'details',
] as const;

/** Adds one line, in the transaction of the act that it tells. */
export function journaliser(tx: Transaction, ligne: LigneDeJournal): Promise<void> {
  return journaliserTout(tx, [ligne]);
}

/** Adds lines, in their order, in one statement. */
export async function journaliserTout(
  tx: Transaction,
  lignes: readonly LigneDeJournal[],
): Promise<void> {
  if (lignes.length === 0) return;
  const rows = lignes.map((ligne) => ({
    ...ligne,
    enQualite: ligne.enQualite ?? null,
    structureId: ligne.structureId ?? null,
    details: tx.json(ligne.details ?? {}),
  }));
  await tx`insert into journal ${tx(rows, ...COLONNES)}`;
}
