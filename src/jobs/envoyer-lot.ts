// Sends the mails of one batch: read again when what was read grows old, each marked as soon as it left.

import { adresseDesabonnement } from '../domain/adresses.ts';
import { type AEnvoyer, preparerLot } from '../domain/notification/actions-releve.ts';
import type { Expediteur } from '../domain/notification/composer.ts';
import { composerReleve } from '../domain/notification/composer-releve.ts';
import { type Lot, terminerLot } from '../domain/notification/queries-lot.ts';
import type { Passage } from '../domain/notification/queries-passage.ts';
import { noterRefus } from '../domain/notification/queries-reclamation.ts';
import { prochainEssai } from '../domain/notification/releve.ts';
import type { Clock } from '../platform/clock.ts';
import { mailHtml, mailText } from '../platform/mail/layout.tsx';
import type { Mailer } from '../platform/mail/transport.ts';
import type { Connection } from '../platform/postgres/sql.ts';
import { Marques } from './marques.ts';

const ENVOIS_PAR_LOT = 8;
/** Mails handed to the relay and not marked yet, at most, by two batches at once: what a killed worker may send twice. */
export const ENVOIS_EN_VOL = 2 * ENVOIS_PAR_LOT;
/** What was read longer ago is read again before it is sent: rights and choices may have changed. */
const RELECTURE_MS = 5_000;
/** What tells that no relay answers, or that it takes nothing now, rather than that it refuses one mail. */
const HORS_DE_PORTEE =
  /^E(CONN\w*|TIMEDOUT|SOCKET|DNS|TLS|AUTH|PROXY|PROTOCOL|HOSTUNREACH|PIPE|NOTFOUND)$/;
const OCCUPE = 421;
const POUR_DE_BON = 500;

export type OutilsDEnvoi = {
  clock: Clock;
  mailer: Mailer;
  expediteur: Expediteur;
  /** True once the worker stops: what is left is another's. */
  arrete: () => boolean;
  log: { warn(details: object, message: string): void };
};

type Etat = { tentes: Set<number>; envoyes: number; perdus: number; relais: boolean };

/** Claims a batch, and sends it if the relay is there; gives whether it still is. */
export async function envoyerLot(
  connection: Connection,
  lot: Lot,
  relais: boolean,
  outils: OutilsDEnvoi,
): Promise<boolean> {
  const etat: Etat = { tentes: new Set(), envoyes: 0, perdus: 0, relais };
  let pris = lot;
  let restants: AEnvoyer[];
  do {
    const aEnvoyer = await preparerLot(connection, pris, await outils.clock());
    restants = aEnvoyer.filter(({ envoiId }) => !etat.tentes.has(envoiId));
    if (etat.relais) await envoyerUnTemps(connection, pris, restants, etat, outils);
    pris = { ...pris, prepare: true };
    restants = restants.filter(({ envoiId }) => !etat.tentes.has(envoiId));
  } while (restants.length > 0 && etat.relais && !outils.arrete());
  await fermer(connection, lot, etat, restants.length, outils);
  return etat.relais;
}

async function fermer(
  connection: Connection,
  lot: Lot,
  { tentes, envoyes, perdus }: Etat,
  restants: number,
  { clock, log }: OutilsDEnvoi,
): Promise<void> {
  const instant = await clock();
  const refuses = tentes.size - envoyes - perdus;
  if (perdus > 0) log.warn({ lot: lot.id, perdus }, 'mails of a batch are refused for good');
  if (refuses + restants === 0) return terminerLot(connection, lot.id, null, instant);
  // Some left: the relay is there, the others may go soon.
  const essais = envoyes > 0 ? 1 : lot.essais + 1;
  log.warn({ lot: lot.id, envoyes, refuses, restants, essais }, 'mails of a batch have not left');
  const prochain = prochainEssai(lot.passage.rythme, essais, instant);
  return terminerLot(connection, lot.id, { essais, prochainEssai: prochain }, instant);
}

async function envoyerUnTemps(
  connection: Connection,
  { passage }: Lot,
  aEnvoyer: readonly AEnvoyer[],
  etat: Etat,
  outils: OutilsDEnvoi,
): Promise<void> {
  const marques = new Marques(connection, passage.coupe, outils.clock);
  const limite = performance.now() + RELECTURE_MS;
  const file = aEnvoyer.values();
  async function vider(): Promise<void> {
    for (const envoi of file) {
      if (performance.now() > limite || !etat.relais || outils.arrete()) return;
      etat.tentes.add(envoi.envoiId);
      const refus = await remettre(envoi, passage, outils);
      if (refus === null) {
        await marques.marquer(envoi);
        etat.envoyes += 1;
      } else if (refus === 'relais') etat.relais = false;
      else if (refus === 'pourDeBon') {
        etat.perdus += 1;
        await noterRefus(connection, envoi.envoiId, await outils.clock());
      }
    }
  }
  // Each to its end, one that fails included: nothing goes on once the batch is left.
  const fins = await Promise.allSettled(Array.from({ length: ENVOIS_PAR_LOT }, vider));
  for (const fin of fins) if (fin.status === 'rejected') throw fin.reason;
}

/** Hands a mail to the relay; gives what it refuses: all, this mail for now, or for good. */
async function remettre(
  { contenu, jeton, messageId }: AEnvoyer,
  passage: Passage,
  { mailer, expediteur }: OutilsDEnvoi,
): Promise<null | 'relais' | 'pourLInstant' | 'pourDeBon'> {
  const courriel = composerReleve(contenu, { ...passage, jeton }, expediteur);
  try {
    await mailer.send({
      to: contenu.adresse,
      subject: courriel.title,
      text: mailText(courriel),
      html: mailHtml(courriel),
      messageId,
      langue: contenu.langue,
      desabonnement: expediteur.publicUrl + adresseDesabonnement(jeton),
    });
    return null;
  } catch (error) {
    const { code = '', responseCode = 0 } = error as { code?: string; responseCode?: number };
    if (HORS_DE_PORTEE.test(code) || responseCode === OCCUPE) return 'relais';
    return responseCode >= POUR_DE_BON ? 'pourDeBon' : 'pourLInstant';
  }
}
