// SQL of what was typed in a form sent after its session ended: kept 15 minutes for the same account.
import type { Connection } from '../../platform/postgres/sql.ts';

export type Saisie = { compteId: number; chemin: string; champs: Record<string, string> };

/** Keeps a form; one at a time for an account and a page. */
export async function conserverSaisie(
  sql: Connection,
  jetonEmpreinte: Buffer,
  { compteId, chemin, champs }: Saisie,
  expireLe: Date,
): Promise<void> {
  await sql`
    with avant as (
      delete from saisie_conservee where compte_id = ${compteId} and chemin = ${chemin}
    )
    insert into saisie_conservee (jeton_empreinte, compte_id, chemin, champs, expire_le)
    values (${jetonEmpreinte}, ${compteId}, ${chemin}, ${sql.json(champs)}, ${expireLe})`;
}

/** The form that the token names, to its own account and page only. */
export async function relireSaisie(
  sql: Connection,
  jetonEmpreinte: Buffer,
  { compteId, chemin }: { compteId: number; chemin: string },
  instant: Date,
): Promise<Record<string, string> | undefined> {
  const [saisie] = await sql<{ champs: Record<string, string> }[]>`
    select champs from saisie_conservee
    where jeton_empreinte = ${jetonEmpreinte} and compte_id = ${compteId} and chemin = ${chemin}
      and expire_le > ${instant}`;
  return saisie?.champs;
}
