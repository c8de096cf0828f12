// SQL of a structure found by what somebody types (screens §5, §7): words of its name, the beginning of its identifier.
import type { PendingQuery, Row } from 'postgres';
import type { Connection } from '../../platform/postgres/sql.ts';

/** Structure `s` has all these words in its designation, in any order, or an identifier that begins so; '' for all. */
export function nommeeAinsi(sql: Connection, texte: string): PendingQuery<Row[]> {
  return sql`(${texte} = ''
    or s.tri like all ((
      select array_agg('%' || mot || '%') from unnest(mots_de(${texte})) mot)::text[])
    or starts_with(s.identifiant, upper(regexp_replace(${texte}, '\\s', '', 'g'))))`;
}
