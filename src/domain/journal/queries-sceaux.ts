// SQL of the seals (model §2): lines to seal, in order, and seals to check.
import type { PendingQuery, Row } from 'postgres';
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { Maillon } from './sceau.ts';

/** True when this transaction alone seals, until its end; nobody waits. */
export async function obtenirScellement(tx: Transaction): Promise<boolean> {
  const [row] = await tx<{ obtenu: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended('sceaux du journal', 0)) as obtenu`;
  return row?.obtenu ?? false;
}

/** The last seal; where all are erased, what the erasure kept of it. */
export async function dernierSceau(
  sql: Connection,
): Promise<(Maillon & { horizon: string | null }) | undefined> {
  const [sceau] = await sql<(Maillon & { horizon: string | null })[]>`
    select rang, empreinte, horizon::text as horizon from (
      (select rang, empreinte, horizon from journal_sceau order by rang desc limit 1)
      union all
      (select rang, empreinte, null from journal_effacement order by rang desc limit 1)
    ) derniers
    order by rang desc limit 1`;
  return sceau;
}

/** A line as it is sealed. */
export type LigneASceller = { id: number; texte: string };

// The canonical text of line `j`: every column, in one writing that no setting of the connection changes.
function texteCanonique(sql: Connection): PendingQuery<Row[]> {
  return sql`jsonb_build_array(j.id,
    to_char(j.instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    j.acteur_compte_id, j.en_qualite, j.acte, j.objet, j.objet_id, j.compte_id, j.structure_id,
    j.details, j.transaction_id::text)::text`;
}

/**
 * Lines of transactions that are over, not sealed yet, by id, and how far this looked. A line that a running
 * transaction will still commit is above the oldest of them: it comes later, whatever its id. `horizon`: the lines of
 * transactions below it were all seen. Ids of transactions start again in a restored database: the whole is then
 * looked at, and lines that this cluster cannot have written are of the past.
 */
export async function lignesASceller(
  tx: Transaction,
  horizon: string | null,
  nombre: number,
): Promise<{ lignes: LigneASceller[]; limite: string }> {
  const [bornes] = await tx<{ limite: string; depuis: string }[]>`
    select pg_snapshot_xmin(s)::text as limite,
      case when ${horizon}::xid8 <= pg_snapshot_xmin(s) then ${horizon} else '0' end as depuis
    from pg_current_snapshot() s`;
  if (!bornes) throw new Error('a snapshot is one row');
  const { limite, depuis } = bornes;
  const lignes = await tx<LigneASceller[]>`
    select j.id, ${texteCanonique(tx)} as texte
    from journal j
    where j.transaction_id >= ${depuis}::xid8
      and (j.transaction_id < ${limite}::xid8
        or j.transaction_id >= pg_snapshot_xmax(pg_current_snapshot()))
      and not exists (select from journal_sceau s where s.journal_id = j.id)
    order by j.id limit ${nombre}`;
  return { lignes, limite };
}

/** Stores seals; `horizon`: how far the batch looked. */
export async function insererSceaux(
  tx: Transaction,
  sceaux: (Maillon & { ligne: { id: number } })[],
  horizon: string | null,
  instant: Date,
): Promise<void> {
  await tx`
    insert into journal_sceau (rang, journal_id, empreinte, scelle_le, horizon)
    select rang, journal_id, decode(empreinte, 'hex'), ${instant}, ${horizon}::xid8
    from unnest(${sceaux.map(({ rang }) => rang)}::bigint[],
      ${sceaux.map(({ ligne }) => ligne.id)}::bigint[],
      ${sceaux.map(({ empreinte }) => empreinte.toString('hex'))}::text[])
      as s (rang, journal_id, empreinte)`;
}

/** A seal as it is checked; without text, its line is gone. */
export type SceauLu = Maillon & { journalId: number; texte: string | null };

const PAGE_SCEAUX = 5_000;

/** Every seal, in order, with the present text of its line. */
export function tousLesSceaux(sql: Connection): AsyncIterable<SceauLu[]> {
  return sql<SceauLu[]>`
    select s.rang, s.journal_id, s.empreinte,
      case when j.id is not null then ${texteCanonique(sql)} end as texte
    from journal_sceau s left join journal j on j.id = s.journal_id
    order by s.rang`.cursor(PAGE_SCEAUX);
}

/** The last seal that was erased with its line, if any was. */
export async function dernierEfface(sql: Connection): Promise<Maillon | undefined> {
  const [efface] = await sql<Maillon[]>`
    select rang, empreinte from journal_effacement order by rang desc limit 1`;
  return efface;
}

/** The lines that no seal covers yet. */
export type Queue = { nombre: number; depuis: Date | null };

/** How many lines wait for their seal, and since when. */
export async function lignesNonScellees(sql: Connection): Promise<Queue> {
  const [queue] = await sql<Queue[]>`
    select count(*)::int as nombre, min(j.instant) as depuis
    from journal j
    where not exists (select from journal_sceau s where s.journal_id = j.id)`;
  return queue ?? { nombre: 0, depuis: null };
}
