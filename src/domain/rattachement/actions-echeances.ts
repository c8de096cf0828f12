// Tells people, 30 and 7 days before, that a rattachement of theirs ends; past its end it gives no right by itself.
import { jourCivil } from '../../platform/clock.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { destinataireDe, verrouillerActif } from '../compte/acte.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { mettreEnFile } from '../notification/queries.ts';
import { comptesAPrevenir, reclamerLignesAPrevenir } from './queries-echeances.ts';

/** What one run takes; the next one goes on. */
const COMPTES_PAR_PASSAGE = 10_000;

/**
 * Sends the notices that are due, one mail and one event a structure for each person; gives how many
 * people were told. Each account is its own transaction: run twice, by two workers or after a kill,
 * nobody is told twice of one end.
 */
export async function annoncerFins(sql: Sql, instant: Date): Promise<number> {
  const jour = jourCivil(instant);
  let prevenus = 0;
  for (const compteId of await comptesAPrevenir(sql, jour, COMPTES_PAR_PASSAGE))
    if (await annoncerFinsDuCompte(sql, compteId, jour, instant)) prevenus += 1;
  return prevenus;
}

function annoncerFinsDuCompte(
  sql: Sql,
  compteId: number,
  jour: string,
  instant: Date,
): Promise<boolean> {
  return sql.begin(async (tx) => {
    const compte = await verrouillerActif(tx, compteId, instant);
    if (!compte) return false;
    const lignes = await reclamerLignesAPrevenir(tx, compteId, jour);
    const [premiere] = lignes;
    if (!premiere) return false;
    for (const structureId of new Set(lignes.map((ligne) => ligne.structureId)))
      await annoncerAuCompte(tx, compteId, 'RATTACHEMENT_BIENTOT_FINI', instant, structureId);
    if (compte.adresseElectronique === null) return true;
    const fins = lignes.map(({ structure, service, dateFin }) => ({
      structure,
      service,
      jour: dateFin,
    }));
    const destinataire = destinataireDe(compte, compte.adresseElectronique);
    // A line told today may be prolonged today, and told of its new end.
    const periode = `fin-${jour}-${premiere.id}-${premiere.dateFin}`;
    await mettreEnFile(
      tx,
      { nature: 'RATTACHEMENTS_BIENTOT_FINIS', fins },
      destinataire,
      periode,
      instant,
    );
    return true;
  });
}
