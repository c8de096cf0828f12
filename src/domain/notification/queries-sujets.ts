// The pieces of SQL that every reading of the digests shares: who may be written to, of which subject an event is.
import type { PendingQuery, Row } from 'postgres';
import type { Connection } from '../../platform/postgres/sql.ts';
import { PAR_DEFAUT, QUOIS_A_DECIDER, SUJETS } from './preferences.ts';

/** True of an account `c` that may be told: active, willing, with a proved address. */
export function eligible(sql: Connection): PendingQuery<Row[]> {
  return sql`c.etat = 'ACTIF' and c.recevoir_notifications and c.adresse_electronique is not null`;
}

/** The subject of an event `e`: its family, but for blocked invoices and what waits for a decision. */
export function sujetDe(sql: Connection): PendingQuery<Row[]> {
  return sql`case
    when e.quoi in ${sql([...QUOIS_A_DECIDER])} then 'DEMANDES_A_DECIDER'
    when e.quoi = 'FACTURE' and e.details->>'statut' in ('REJETEE', 'SUSPENDUE')
      then 'FACTURE_BLOQUEE'
    else e.famille end`;
}

/** The subjects `s` with the rhythm that holds for who chose nothing. */
export function sujetsParDefaut(sql: Connection): PendingQuery<Row[]> {
  return sql`unnest(${[...SUJETS] as string[]}::text[],
    ${SUJETS.map((sujet) => PAR_DEFAUT[sujet]) as string[]}::text[]) as s (sujet, rythme)`;
}
