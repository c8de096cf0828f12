// A reminder of requests to decide on, as it stands when it leaves (model §6: a notification).
import { jourCivil } from '../../platform/clock.ts';
import { nouveauJeton } from '../../platform/jetons.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import type { CourrielEnFile, Rappel } from '../notification/notification.ts';
import { rythmeDesRappels } from '../notification/preferences.ts';
import { jetonsDeDesabonnement } from '../notification/queries-reclamation.ts';
import { attenteDuGestionnaire, attenteDuReferent, lecteurDuRappel } from './queries-rappels.ts';

/**
 * The reminder with what waits, to whom and how the person wants it at this instant, and the token that stops it; null when it
 * must not leave any more: a mail may have waited for days for its relay.
 */
export async function relireRappel(
  sql: Connection,
  courriel: CourrielEnFile & Rappel,
  instant: Date,
): Promise<{ courriel: CourrielEnFile & Rappel; jeton: string } | null> {
  const jour = jourCivil(instant);
  const lecteur = await lecteurDuRappel(sql, courriel.envoiId, jour);
  if (!lecteur) return null;
  const escalade = courriel.nature === 'DEMANDES_ESCALADEES';
  // No rhythm of their own keeps référents: managers come before them.
  const seulGestionnaire = lecteur.seulGestionnaire && !escalade;
  if (rythmeDesRappels({ ...lecteur, seulGestionnaire }) === 'JAMAIS') return null;
  const { compteId, adresse: destinataire, langue, nomComplet } = lecteur;
  const attente = escalade
    ? await attenteDuReferent(sql, compteId)
    : await attenteDuGestionnaire(sql, compteId, jour);
  if (attente.nombre === 0) return null;
  const voulu = { compteId, cible: 'DEMANDES_A_DECIDER', neuf: nouveauJeton() } as const;
  const jetons = await jetonsDeDesabonnement(sql, [voulu]);
  const jeton = jetons.get(`${compteId} ${voulu.cible}`) ?? '';
  return { courriel: { ...courriel, ...attente, destinataire, langue, nomComplet }, jeton };
}
