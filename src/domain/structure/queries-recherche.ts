// SQL of the directory's search: candidates by one index, a thousand at most, then ranked and cut into a page.
import { debutDePage, type PageVoulue } from '../../platform/postgres/pages.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import {
  conditions,
  type Fragment,
  ordre,
  parIdentifiantSeul,
  type Requete,
} from './queries-recherche-conditions.ts';
import {
  type Criteres,
  type CriteresParticulier,
  RESULTATS_MAX,
  type Resultats,
  type StructureTrouvee,
  type Tri,
} from './recherche.ts';

/** Which page, of how many rows, in which order. */
export type Fenetre = PageVoulue & { tri: Tri | null };

/**
 * One page of the structures that the criteria find for an account: public ones; private ones that
 * it is attached to, or whose whole identifier is given (screens §6.1). When nothing holds the very
 * words, close ones are looked for: words begun, or one slip away.
 */
export async function rechercherStructures(
  sql: Connection,
  compteId: number,
  criteres: Criteres,
  fenetre: Fenetre,
): Promise<Resultats> {
  const exacts = await lirePage(sql, compteId, criteres, fenetre, 'requete_de');
  const { raisonSociale, libelle, ville } = criteres;
  const sansMot = raisonSociale === null && libelle === null && ville === null;
  if (exacts.total > 0 || sansMot) return { ...exacts, approches: false };
  const proches = await lirePage(sql, compteId, criteres, fenetre, 'requete_souple');
  return { ...proches, approches: proches.total > 0 };
}

async function lirePage(
  sql: Connection,
  compteId: number,
  criteres: Criteres,
  fenetre: Fenetre,
  requete: Requete,
): Promise<Omit<Resultats, 'approches'>> {
  const montres = sql`(select least(total, ${RESULTATS_MAX}) from compte)`;
  const rows = await sql<(StructureTrouvee & { total: number })[]>`
    with ${candidates(sql, compteId, criteres, requete)},
    compte as (select count(*)::int as total from candidates)
    select c.id, c.type_identifiant, c.identifiant, c.designation, c.type_structure, c.statut,
      c.code_postal, c.ville, (select total from compte) as total
    from candidates c
    order by ${ordre(sql, criteres, fenetre.tri)}
    limit ${fenetre.parPage} offset ${debutDePage(sql, fenetre, montres)}`;
  const total = rows[0]?.total ?? 0;
  return {
    structures: rows.map(({ total: _, ...structure }) => structure),
    total: Math.min(total, RESULTATS_MAX),
    plus: total > RESULTATS_MAX,
  };
}

// Each list stops at what is left of a thousand and one rows: that bounds what any search reads.
function candidates(
  sql: Connection,
  compteId: number,
  criteres: Criteres,
  requete: Requete,
): Fragment {
  const listes = publiques(sql, criteres, requete);
  const reste = sql`${RESULTATS_MAX + 1} - (select count(*) from publiques)`;
  const condition = sql`s.type_structure = 'PRIVEE' and s.type_identifiant <> 'PARTICULIER'
    and ${conditions(sql, criteres, requete)}`;
  if (criteres.typeStructure === 'PUBLIQUE')
    return sql`${listes}, candidates as materialized (select * from publiques)`;
  return sql`${listes}, privees as materialized (
      select ${colonnes(sql)}
      from rattachement r join structure s on s.id = r.structure_id
      where r.compte_id = ${compteId} and r.supprime_le is null and ${condition}
      union
      select ${colonnes(sql)} from structure s
      where s.identifiant collate "C" = ${criteres.identifiant} and ${condition}
      limit ${reste}
    ), candidates as materialized (select * from publiques union all select * from privees)`;
}

// Names of four words at most first: the closest to a common word are among the thousand.
function publiques(sql: Connection, criteres: Criteres, requete: Requete): Fragment {
  const { raisonSociale, typeStructure } = criteres;
  const publique = sql`s.type_structure = 'PUBLIQUE' and s.type_identifiant <> 'PARTICULIER'`;
  const tout = sql`select ${colonnes(sql)} from structure s
    where ${publique} and ${conditions(sql, criteres, requete)}`;
  if (typeStructure === 'PRIVEE')
    return sql`publiques as (select ${colonnes(sql)} from structure s where false)`;
  if (raisonSociale === null) {
    // Walked in the order of its index, a prefix that begins most identifiers stops at the limit.
    const parcours = parIdentifiantSeul(criteres) ? sql`order by s.identifiant collate "C"` : sql``;
    return sql`publiques as materialized (${tout} ${parcours} limit ${RESULTATS_MAX + 1})`;
  }
  return sql`courtes as materialized (
      select ${colonnes(sql)} from structure s
      where ${publique} and ${conditions(sql, criteres, requete, 'k')} limit ${RESULTATS_MAX + 1}
    ), longues as materialized (
      ${tout} and not s.recherche @@ (select ${sql(requete)}('k', ${raisonSociale}))
      limit ${RESULTATS_MAX + 1} - (select count(*) from courtes)
    ), publiques as (select * from courtes union all select * from longues)`;
}

function colonnes(sql: Connection): Fragment {
  return sql`s.id, s.type_identifiant, s.identifiant, s.designation, s.type_structure, s.statut,
    s.adresse_code_postal as code_postal, s.adresse_ville as ville, s.tri`;
}

/** The particulier whose whole identifier and name are given; one hit at most. */
export async function trouverParticulier(
  sql: Connection,
  { identifiant, nom, prenom }: CriteresParticulier,
): Promise<StructureTrouvee | undefined> {
  const [structure] = await sql<StructureTrouvee[]>`
    select s.id, s.type_identifiant, s.identifiant, s.designation, s.type_structure, s.statut,
      s.adresse_code_postal as code_postal, s.adresse_ville as ville
    from structure s
    where s.type_identifiant = 'PARTICULIER' and s.identifiant = ${identifiant}
      and plier(s.nom) = plier(${nom})
      and (${prenom}::text is null or plier(s.prenom) = plier(${prenom}))`;
  return structure;
}
