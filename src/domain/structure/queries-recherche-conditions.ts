// The criteria of a search as SQL: words in one index, the rest on the row (screens §6.1).
import type { PendingQuery, Row } from 'postgres';
import type { Connection } from '../../platform/postgres/sql.ts';
import { type Criteres, finDePrefixe, type Tri } from './recherche.ts';

export type Fragment = PendingQuery<Row[]>;

/** How words are asked: as they are, or as words begun or one slip away too. */
export type Requete = 'requete_de' | 'requete_souple';

/** The letter behind which the index keeps the words of names: of all of them, or of the short ones. */
export type LettreDuNom = 'n' | 'k';

/** What the rows of `structure s` must hold; at least one criterion is given. */
export function conditions(
  sql: Connection,
  criteres: Criteres,
  requete: Requete,
  lettreDuNom: LettreDuNom = 'n',
): Fragment {
  const indexees = requetes(sql, criteres, requete, lettreDuNom);
  const { pays, statut, typeIdentifiant, identifiant } = criteres;
  // What most structures are (French, active, by SIRET) is not in the index.
  const filtres = [
    // A subquery, so that the words are looked up once for the statement and not once a row.
    indexees.length > 0 && sql`s.recherche @@ (select ${joindre(sql, indexees, sql`&&`)})`,
    pays === 'FR' && sql`s.adresse_pays = 'FR'`,
    statut === 'ACTIF' && sql`s.statut = 'ACTIF'`,
    typeIdentifiant === 'SIRET' && sql`s.type_identifiant = 'SIRET'`,
    identifiant !== null &&
      sql`s.identifiant collate "C" >= ${identifiant}
        and s.identifiant collate "C" < ${finDePrefixe(identifiant)}`,
  ];
  return joindre(sql, filtres.filter(donne), sql`and`);
}

/** True when nothing that is asked stands in the index of words: the identifier alone finds. */
export function parIdentifiantSeul(criteres: Criteres): boolean {
  const { raisonSociale, libelle, ville, codePostal, pays, statut, typeIdentifiant } = criteres;
  const mots = [raisonSociale, libelle, ville, codePostal].some((critere) => critere !== null);
  const rares =
    statut === 'INACTIF' || (pays ?? 'FR') !== 'FR' || (typeIdentifiant ?? 'SIRET') !== 'SIRET';
  return criteres.identifiant !== null && !mots && !rares;
}

function requetes(
  sql: Connection,
  criteres: Criteres,
  requete: Requete,
  lettreDuNom: LettreDuNom,
): Fragment[] {
  const { raisonSociale, libelle, ville, codePostal, pays, statut, typeIdentifiant } = criteres;
  const mots = (lettre: string, texte: string) => sql`${sql(requete)}(${lettre}, ${texte})`;
  const valeur = (texte: string) => sql`quote_literal(${texte}::text)::tsquery`;
  return [
    raisonSociale !== null && mots(lettreDuNom, raisonSociale),
    libelle !== null && mots('l', libelle),
    ville !== null && mots('v', ville),
    codePostal !== null && sql`requete_de_code_postal(${codePostal})`,
    pays !== null && pays !== 'FR' && valeur(`c:${pays}`),
    statut === 'INACTIF' && valeur('s:inactif'),
    typeIdentifiant !== null && typeIdentifiant !== 'SIRET' && valeur(`i:${typeIdentifiant}`),
  ].filter(donne);
}

/** The order of results: the column asked, or the closest first, then the name. */
export function ordre(sql: Connection, criteres: Criteres, tri: Tri | null): Fragment {
  if (tri) {
    const sens = tri.sens === 'croissant' ? sql`asc` : sql`desc`;
    return sql`${TRIS[tri.colonne](sql)} ${sens} nulls last, tri, id`;
  }
  return joindre(
    sql,
    [
      criteres.identifiant !== null && sql`(identifiant = ${criteres.identifiant}) desc`,
      // Of the names that hold the words, the one with the fewest others.
      criteres.raisonSociale !== null && sql`length(tri) - length(replace(tri, ' ', ''))`,
      sql`tri, id`,
    ].filter(donne),
    sql`,`,
  );
}

const TRIS: Record<Tri['colonne'], (sql: Connection) => Fragment> = {
  typeIdentifiant: (sql) => sql`type_identifiant`,
  identifiant: (sql) => sql`identifiant collate "C"`,
  designation: (sql) => sql`tri`,
  statut: (sql) => sql`statut`,
  codePostal: (sql) => sql`code_postal collate "C"`,
  ville: (sql) => sql`plier(ville)`,
};

function joindre(sql: Connection, fragments: Fragment[], entre: Fragment): Fragment {
  return fragments.reduce((tout, un) => sql`${tout} ${entre} ${un}`);
}

function donne(fragment: Fragment | false): fragment is Fragment {
  return fragment !== false;
}
