// SQL of the people attached to a structure: the list, page first, and one of them (screens §9).
import type { PendingQuery, Row } from 'postgres';
import { debutDePage, type PageVoulue } from '../../platform/postgres/pages.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import {
  type FiltreUtilisateurs,
  type PersonneChoisie,
  UTILISATEURS_MAX,
  type UtilisateurListe,
} from './utilisateurs.ts';

type Fragment = PendingQuery<Row[]>;

/** The state of line `l` on a civil day, from best to worst. */
export const rangDe = (sql: Connection, jour: string) => sql`case
  when l.statut = 'DESACTIVEE' then 4
  when l.date_debut > ${jour} then 2
  when l.date_fin < ${jour} then 3
  else 1 end`;
/** The name of the best of these states. */
export const etatDuRang = (sql: Connection, meilleur: Fragment) => sql`
  case ${meilleur} when 1 then 'VALIDEE' when 2 then 'A_VENIR' when 3 then 'EXPIREE'
    else 'DESACTIVEE' end`;

// Rattachements `r` of the structure that the filter keeps: two indexes hold all that it compares.
function conditions(
  sql: Connection,
  structureId: number,
  { texte, role, etat }: FiltreUtilisateurs,
  jour: string,
) {
  // « is true » keeps it from becoming a join, which would look rattachements up one by one.
  const parEtat = sql`and (r.id in (
    select l.rattachement_id from rattachement_ligne l
    where l.structure_id = ${structureId} and l.statut <> 'SUPPRIMEE'
    group by l.rattachement_id
    having ${etatDuRang(sql, sql`min(${rangDe(sql, jour)})`)} = ${etat})) is true`;
  return sql`r.structure_id = ${structureId} and r.supprime_le is null
    and (${role}::text is null or r.role = ${role})
    and r.tri like all (array(
      select '%' || mot || '%' from unnest(mots_de(${texte})) mot
    )) ${etat === null ? sql`` : parEtat}`;
}

/** The people that the filter keeps, by name; counted up to a thousand, `plus` beyond. */
export async function utilisateursDe(
  sql: Connection,
  structureId: number,
  { page, parPage, ...filtre }: FiltreUtilisateurs & PageVoulue,
  jour: string,
): Promise<{ lignes: UtilisateurListe[]; total: number; plus: boolean }> {
  const total = sql`(select least(count(*), ${UTILISATEURS_MAX})::int from retenus)`;
  const rows = await sql<(UtilisateurListe & { total: number })[]>`
    with retenus as materialized (
      select r.id, r.tri, r.role, r.compte_id from rattachement r
      where ${conditions(sql, structureId, filtre, jour)}
      order by r.tri, r.id
      limit ${UTILISATEURS_MAX + 1}
    ), montres as materialized (
      select * from retenus order by tri, id
      limit ${parPage} offset ${debutDePage(sql, { page, parPage }, total)}
    ), delegues as materialized (
      select compte_id, max(date_fin) as date_fin from delegation
      where structure_id = ${structureId} and terminee_le is null
        and date_debut <= ${jour} and date_fin >= ${jour}
      group by compte_id
    )
    select m.id, m.compte_id, m.role, c.nom, c.prenom, c.identifiant_connexion, c.etat as etat_compte,
      lignes.etat, lignes.lignes, lignes.nombre_lignes, g.date_fin as delegue_jusqu_au,
      (select count(*)::int from retenus) as total
    from montres m
    join compte c on c.id = m.compte_id
    left join delegues g on g.compte_id = m.compte_id
    cross join lateral (${lignesResumees(sql, jour)}) lignes
    order by m.tri, m.id`;
  const trouves = rows[0]?.total ?? 0;
  const lignes = rows.map(({ total: _, ...utilisateur }) => utilisateur);
  return { lignes, total: Math.min(trouves, UTILISATEURS_MAX), plus: trouves > UTILISATEURS_MAX };
}

const LIGNES_MONTREES = 3;

// A few lines of `m` and how many there are; `l` has its state.
function lignesResumees(sql: Connection, jour: string) {
  return sql`
    select ${etatDuRang(sql, sql`min(l.rang)`)} as etat, count(*)::int as nombre_lignes,
      coalesce(json_agg(json_build_object('service', l.libelle, 'dateDebut', l.date_debut,
        'dateFin', l.date_fin, 'statut', l.statut) order by l.n)
        filter (where l.n <= ${LIGNES_MONTREES}), '[]') as lignes
    from (
      select l.date_debut, l.date_fin, l.statut, v.libelle, ${rangDe(sql, jour)} as rang,
        row_number() over (order by v.code collate "C" nulls first, l.id) as n
      from rattachement_ligne l left join service v on v.id = l.service_id
      where l.rattachement_id = m.id and l.statut <> 'SUPPRIMEE'
    ) l`;
}

/** The ids of all the people that the filter keeps, in the order of the list. */
export async function idsUtilisateurs(
  sql: Connection,
  structureId: number,
  filtre: FiltreUtilisateurs,
  jour: string,
  limite: number,
): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select r.id from rattachement r
    where ${conditions(sql, structureId, filtre, jour)}
    order by r.tri, r.id
    limit ${limite}`;
  return rows.map(({ id }) => id);
}

/** The people that the filter keeps, so many at most: whom an act on the whole list is about. */
export async function personnesDuFiltre(
  sql: Connection,
  structureId: number,
  filtre: FiltreUtilisateurs,
  jour: string,
  limite: number,
): Promise<PersonneChoisie[]> {
  return sql<PersonneChoisie[]>`
    select r.id, r.role, c.nom, c.prenom, c.identifiant_connexion, c.etat as etat_compte,
      true as attache
    from rattachement r join compte c on c.id = r.compte_id
    where ${conditions(sql, structureId, filtre, jour)}
    order by r.tri, r.id
    limit ${limite}`;
}
