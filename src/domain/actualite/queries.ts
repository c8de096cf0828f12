// The SQL of the actualités: published again under the same identifier and language, one is
// changed.
import type { Sql } from '../../platform/postgres/sql.ts';
import type { Langue } from '../../platform/textes/index.ts';
import type { ActualiteAPublier, ActualiteEnListe } from './actualite.ts';

export type ActualiteLue = ActualiteEnListe & { langue: Langue; html: string };

/** Stores an actualité; one that had been withdrawn is shown again. */
export async function publierActualite(
  sql: Sql,
  actualite: ActualiteAPublier,
  instant: Date,
): Promise<'publiee' | 'modifiee'> {
  const { identifiant, langue, titre, resume, markdown, html, du, au } = actualite;
  const [ecrite] = await sql<{ nouvelle: boolean }[]>`
    insert into actualite (identifiant, langue, titre, resume, markdown, html, du, au, publiee_le, modifiee_le)
    values (${identifiant}, ${langue}, ${titre}, ${resume}, ${markdown}, ${html}, ${du}, ${au ?? 'infinity'},
      ${instant}, ${instant})
    on conflict (identifiant, langue) do update set
      titre = excluded.titre, resume = excluded.resume, markdown = excluded.markdown,
      html = excluded.html, du = excluded.du, au = excluded.au,
      modifiee_le = excluded.modifiee_le, retiree_le = null
    returning xmax = 0 as nouvelle`;
  return ecrite?.nouvelle ? 'publiee' : 'modifiee';
}

/**
 * Withdraws an actualité, in one language or in both; gives the languages in which it was shown.
 */
export async function retirerActualite(
  sql: Sql,
  identifiant: string,
  langue: Langue | null,
  instant: Date,
): Promise<Langue[]> {
  const retirees = await sql<{ langue: Langue }[]>`
    update actualite set retiree_le = ${instant}, modifiee_le = ${instant}
    where identifiant = ${identifiant} and langue = coalesce(${langue}, langue)
      and retiree_le is null
    returning langue`;
  return retirees.map((retiree) => retiree.langue);
}

/** What is shown on a civil day in a language, newest first. */
export async function actualitesCourantes(
  sql: Sql,
  langue: Langue,
  jour: string,
  limite: number,
): Promise<ActualiteEnListe[]> {
  return sql<ActualiteEnListe[]>`
    select identifiant, titre, resume, du::text from actualite
    where langue = ${langue} and retiree_le is null and du <= ${jour}
      and au >= ${jour}
    order by actualite.du desc, id desc limit ${limite}`;
}

/** An actualité that is shown on a civil day, in the language wished if there is one in it. */
export async function actualiteCourante(
  sql: Sql,
  identifiant: string,
  langue: Langue,
  jour: string,
): Promise<ActualiteLue | undefined> {
  const [lue] = await sql<ActualiteLue[]>`
    select identifiant, langue, titre, resume, html, du::text from actualite
    where identifiant = ${identifiant} and retiree_le is null and du <= ${jour}
      and au >= ${jour}
    order by langue = ${langue} desc limit 1`;
  return lue;
}

/** True when it was published once, be it withdrawn since. */
export async function actualiteConnue(
  sql: Sql,
  identifiant: string,
  langue: Langue,
): Promise<boolean> {
  const [connue] = await sql`
    select from actualite where identifiant = ${identifiant} and langue = ${langue}`;
  return connue !== undefined;
}
