// Sends one queued mail; tried again with growing delays while the relay is out of reach, always the same mail.
import { adresseDesabonnement } from '../domain/adresses.ts';
import { relireRappel } from '../domain/demande/rappel.ts';
import { composer, type Expediteur } from '../domain/notification/composer.ts';
import { type CourrielEnFile, estRappel } from '../domain/notification/notification.ts';
import { marquerEnvoye, resteAEnvoyer } from '../domain/notification/queries.ts';
import type { Clock } from '../platform/clock.ts';
import { mailHtml, mailText } from '../platform/mail/layout.tsx';
import type { Mailer } from '../platform/mail/transport.ts';
import type { Sql } from '../platform/postgres/sql.ts';

/**
 * A mail may leave twice in one window: a crash, or a database out of reach, between the relay's acceptance and
 * the mark. Both copies carry the same Message-ID. A reminder is read again; one that nobody is to get keeps its claim.
 */
export async function envoyerCourriel(
  enFile: CourrielEnFile,
  {
    sql,
    clock,
    mailer,
    expediteur,
  }: { sql: Sql; clock: Clock; mailer: Mailer; expediteur: Expediteur },
): Promise<void> {
  if (!(await resteAEnvoyer(sql, enFile.envoiId))) return;
  const lu = estRappel(enFile)
    ? await relireRappel(sql, enFile, await clock())
    : { courriel: enFile, jeton: null };
  if (!lu) return;
  const { courriel, jeton } = lu;
  const content = composer(courriel, expediteur, jeton);
  await mailer.send({
    to: courriel.destinataire,
    subject: content.title,
    text: mailText(content),
    html: mailHtml(content),
    messageId: courriel.messageId,
    langue: courriel.langue,
    ...(jeton === null
      ? {}
      : { desabonnement: expediteur.publicUrl + adresseDesabonnement(jeton) }),
  });
  await marquerEnvoye(sql, courriel.envoiId, await clock());
}
