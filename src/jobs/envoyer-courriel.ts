// Sends one queued mail; tried again with growing delays while the relay is out of reach, always the same mail.
import { composer, type Expediteur } from '../domain/notification/composer.ts';
import type { CourrielEnFile } from '../domain/notification/notification.ts';
import { marquerEnvoye, resteAEnvoyer } from '../domain/notification/queries.ts';
import type { Clock } from '../platform/clock.ts';
import { mailHtml, mailText } from '../platform/mail/layout.tsx';
import type { Mailer } from '../platform/mail/transport.ts';
import type { Sql } from '../platform/postgres/sql.ts';

/**
 * A mail may leave twice in one window: a crash, or a database out of reach, between the relay's acceptance and
 * the mark. Both copies carry the same Message-ID.
 */
export async function envoyerCourriel(
  courriel: CourrielEnFile,
  {
    sql,
    clock,
    mailer,
    expediteur,
  }: { sql: Sql; clock: Clock; mailer: Mailer; expediteur: Expediteur },
): Promise<void> {
  if (!(await resteAEnvoyer(sql, courriel.envoiId))) return;
  const content = composer(courriel, expediteur);
  await mailer.send({
    to: courriel.destinataire,
    subject: content.title,
    text: mailText(content),
    html: mailHtml(content),
    messageId: courriel.messageId,
    langue: courriel.langue,
  });
  await marquerEnvoye(sql, courriel.envoiId, await clock());
}
