// Puts mails in the queue and remembers that they left: one (account, nature, period) leaves once (model §2).
import { randomUUID } from 'node:crypto';
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { Langue } from '../../platform/textes/index.ts';
import type { Courriel, CourrielEnFile } from './notification.ts';

export type Destinataire = {
  compteId: number;
  adresse: string;
  langue: Langue;
  nomComplet: string;
};

/** The task of the queue that sends one mail. */
export const TACHE_ENVOYER_COURRIEL = 'envoyer-courriel';

/** Tries of one mail: the queue's own delays grow to six hours, so that it waits a month for its relay. */
const ESSAIS_MAX = 130;

/**
 * Queues a mail in the transaction of the act that causes it. `periode` tells apart the mails of one nature;
 * a second one of the same period is not queued.
 */
export async function mettreEnFile(
  tx: Transaction,
  courriel: Courriel,
  destinataire: Destinataire,
  periode: string,
  instant: Date,
): Promise<void> {
  const messageId = randomUUID();
  const [envoi] = await tx<{ id: number }[]>`
    insert into envoi (compte_id, nature, periode, message_id, reclame_le)
    values (${destinataire.compteId}, ${courriel.nature}, ${periode}, ${messageId}, ${instant})
    on conflict (compte_id, nature, periode) do nothing
    returning id`;
  if (!envoi) return;
  const enFile: CourrielEnFile = {
    ...courriel,
    envoiId: envoi.id,
    messageId,
    destinataire: destinataire.adresse,
    langue: destinataire.langue,
    nomComplet: destinataire.nomComplet,
  };
  await tx`
    select graphile_worker.add_job(${TACHE_ENVOYER_COURRIEL}, ${tx.json(enFile)}::json,
      max_attempts => ${ESSAIS_MAX})`;
}

/**
 * Queues the same mail for many accounts, as `mettreEnFile` does for one; those that are switched off or have no proved
 * address get none.
 */
export async function mettreEnFilePourTous(
  tx: Transaction,
  courriel: Courriel,
  compteIds: readonly number[],
  periode: string,
  instant: Date,
): Promise<void> {
  if (compteIds.length === 0) return;
  await tx`
    with destinataires as (
      select id, adresse_electronique, langue, prenom || ' ' || nom as nom_complet from compte
      where id = any (${[...compteIds]}::bigint[]) and etat = 'ACTIF'
        and adresse_electronique is not null
    ), envois as (
      insert into envoi (compte_id, nature, periode, message_id, reclame_le)
      select id, ${courriel.nature}, ${periode}, gen_random_uuid()::text, ${instant}
      from destinataires
      on conflict (compte_id, nature, periode) do nothing
      returning id, compte_id, message_id
    )
    select count(*) from graphile_worker.add_jobs(array(
      select row(${TACHE_ENVOYER_COURRIEL}, (${tx.json(courriel)}::jsonb
          || jsonb_build_object('envoiId', e.id, 'messageId', e.message_id,
            'destinataire', d.adresse_electronique, 'langue', d.langue,
            'nomComplet', d.nom_complet))::json,
        null, null, ${ESSAIS_MAX}::int, null, null, null)::graphile_worker.job_spec
      from envois e join destinataires d on d.id = e.compte_id
      order by e.id))`;
}

/** True when the mail has not left yet. */
export async function resteAEnvoyer(sql: Connection, envoiId: number): Promise<boolean> {
  const [envoi] = await sql`select from envoi where id = ${envoiId} and envoye_le is null`;
  return envoi !== undefined;
}

/** Remembers that the relay took the mail. */
export async function marquerEnvoye(
  sql: Connection,
  envoiId: number,
  instant: Date,
): Promise<void> {
  await sql`update envoi set envoye_le = ${instant} where id = ${envoiId}`;
}
