// SQL of the contact address waiting for its confirmation (model §6).
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';

export type AdresseEnAttente = { id: number; adresse: string };

/** How many contact addresses the account asked for since an instant. */
export async function compterDemandesAdresse(
  tx: Transaction,
  compteId: number,
  depuis: Date,
): Promise<number> {
  const [{ nombre } = { nombre: 0 }] = await tx<{ nombre: number }[]>`
    select count(*)::int as nombre from confirmation_adresse
    where compte_id = ${compteId} and demandee_le > ${depuis}`;
  return nombre;
}

/** Ends the pending request of an account, if there is one. */
export async function terminerDemandeAdresse(
  tx: Transaction,
  compteId: number,
  issue: 'CONFIRMEE' | 'REMPLACEE' | 'ANNULEE',
  instant: Date,
): Promise<void> {
  await tx`
    update confirmation_adresse set terminee_le = ${instant}, issue = ${issue}
    where compte_id = ${compteId} and terminee_le is null`;
}

/** Files a request; gives its id. */
export async function creerDemandeAdresse(
  tx: Transaction,
  demande: {
    compteId: number;
    adresse: string;
    jetonEmpreinte: Buffer;
    demandeeLe: Date;
    expireLe: Date;
  },
): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into confirmation_adresse ${tx(demande)} returning id`;
  if (!row) throw new Error('the request was not stored');
  return row.id;
}

/** The live request of this account that this token names. */
export async function trouverDemandeAdresse(
  sql: Connection,
  compteId: number,
  jetonEmpreinte: Buffer,
  instant: Date,
): Promise<AdresseEnAttente | undefined> {
  const [demande] = await sql<AdresseEnAttente[]>`
    select id, adresse from confirmation_adresse
    where jeton_empreinte = ${jetonEmpreinte} and compte_id = ${compteId}
      and terminee_le is null and expire_le > ${instant}`;
  return demande;
}
