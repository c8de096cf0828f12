// Deleting one's own abonnements (guide p.13): granted ones only, default rights have no end of their own.
import type { Sql } from '../../platform/postgres/sql.ts';
import { type CompteIndisponible, verrouillerActif } from '../compte/acte.ts';
import { raconterAbonnements } from './fins.ts';
import { terminerSiens } from './queries-fins.ts';

export type ResultatSuppression = { kind: 'supprimes'; nombre: number } | CompteIndisponible;

/** Ends those of these abonnements that are the account's and still live. */
export function supprimerAbonnements(
  sql: Sql,
  compteId: number,
  ids: number[],
  instant: Date,
): Promise<ResultatSuppression> {
  return sql.begin(async (tx): Promise<ResultatSuppression> => {
    if (!(await verrouillerActif(tx, compteId, instant))) return { kind: 'indisponible' };
    const finis = await terminerSiens(tx, compteId, ids, instant);
    const auteur = { acteurCompteId: compteId };
    await raconterAbonnements(tx, finis, 'ABONNEMENT_SUPPRIME', auteur, instant);
    return { kind: 'supprimes', nombre: finis.length };
  });
}
