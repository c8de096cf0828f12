// Writes journal lines; they are never changed afterwards (the portal's role may not).
import type { Transaction } from '../../platform/postgres/sql.ts';
import type { LigneDeJournal } from './journal.ts';

/** Adds one line, in the transaction of the act that it tells. */
export async function journaliser(tx: Transaction, ligne: LigneDeJournal): Promise<void> {
  await tx`
    insert into journal (instant, acteur_compte_id, en_qualite, acte, objet, objet_id, compte_id, structure_id, details)
    values (${ligne.instant}, ${ligne.acteurCompteId}, ${ligne.enQualite ?? null}, ${ligne.acte}, ${ligne.objet},
      ${ligne.objetId}, ${ligne.compteId}, ${ligne.structureId ?? null}, ${tx.json(ligne.details ?? {})})`;
}
