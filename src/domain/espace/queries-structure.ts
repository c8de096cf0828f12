// SQL of the espaces that managers open on a structure, and of what hangs on one.
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { Consequences } from '../structure/queries-fins.ts';

import type { EspaceDuCatalogue, EspaceSurStructure } from './ouverture.ts';

/** The espaces open on a structure and those that its managers may open, in the order of the catalogue. */
export async function espacesDeStructure(
  sql: Connection,
  structureId: number,
): Promise<EspaceSurStructure[]> {
  return sql<EspaceSurStructure[]>`
    select e.id, e.code, e.libelle_fr, e.libelle_en, o.ouvert_le,
      (select c.prenom || ' ' || c.nom from compte c where c.id = o.ouvert_par_compte_id
      ) as ouvert_par
    from structure s
    join espace e on not e.par_defaut and e.pour in ('TOUS', 'GESTIONNAIRES', s.type_structure)
    left join espace_structure o
      on o.structure_id = s.id and o.espace_id = e.id and o.ferme_le is null
    where s.id = ${structureId}
    order by e.ordre`;
}

/** An espace of the catalogue by its code. */
export async function espaceDuCatalogue(
  sql: Connection,
  code: string,
): Promise<EspaceDuCatalogue | undefined> {
  const [espace] = await sql<EspaceDuCatalogue[]>`
    select id, code, libelle_fr, libelle_en, pour, par_defaut from espace where code = ${code}`;
  return espace;
}

/** An espace of the catalogue, on a structure. */
export type Cible = { structureId: number; code: string };

function espaceDe(sql: Connection, code: string) {
  return sql`(select id from espace where code = ${code})`;
}

/** Opens an espace on a structure; false when it is. */
export async function insererOuverture(
  tx: Transaction,
  { structureId, code, parCompteId }: Cible & { parCompteId: number },
  instant: Date,
): Promise<boolean> {
  const { count } = await tx`
    insert into espace_structure (structure_id, espace_id, ouvert_le, ouvert_par_compte_id)
    values (${structureId}, ${espaceDe(tx, code)}, ${instant}, ${parCompteId})
    on conflict (structure_id, espace_id) where ferme_le is null do nothing`;
  return count > 0;
}

/** Closes it; false when it is. */
export async function ecrireFermeture(
  tx: Transaction,
  { structureId, code }: Cible,
  instant: Date,
): Promise<boolean> {
  const { count } = await tx`
    update espace_structure set ferme_le = ${instant}
    where structure_id = ${structureId} and espace_id = ${espaceDe(tx, code)}
      and ferme_le is null`;
  return count > 0;
}

// What hangs on an espace of a structure: granted abonnements, pending lines of requests for it.
function abonnes(sql: Connection, { structureId, code }: Cible) {
  return sql`select a.id, a.compte_id from abonnement a
    where a.structure_id = ${structureId} and a.espace_id = ${espaceDe(sql, code)} and a.termine_le is null`;
}
function demandees(sql: Connection, { structureId, code }: Cible) {
  return sql`select l.id, l.compte_id, l.demande_id from demande d
    join demande_ligne l on l.demande_id = d.id and l.espace_id = ${espaceDe(sql, code)}
      and l.etat = 'EN_COURS_DE_VALIDATION'
    where d.structure_id = ${structureId} and d.etat = 'EN_COURS_DE_VALIDATION'`;
}

/** The accounts that the closing of an espace touches. */
export async function comptesDeLEspace(sql: Connection, cible: Cible): Promise<number[]> {
  const rows = await sql<{ compteId: number }[]>`
    select compte_id from (${abonnes(sql, cible)}) a
    union select compte_id from (${demandees(sql, cible)}) d`;
  return rows.map(({ compteId }) => compteId);
}

/** What the closing of an espace would touch, for the page that warns. */
export async function consequencesPourLEspace(
  sql: Connection,
  cible: Cible,
): Promise<Consequences> {
  const [portee] = await sql<Consequences[]>`
    with a as (${abonnes(sql, cible)}), d as (${demandees(sql, cible)})
    select (select count(*)::int from (select compte_id from a union select compte_id from d) t
      ) as personnes,
      (select count(*)::int from a) as abonnements,
      (select count(distinct demande_id)::int from d) as demandes`;
  return portee ?? { personnes: 0, abonnements: 0, demandes: 0 };
}

/** The pending lines of requests for an espace of a structure. */
export async function lignesDemandeesSurLEspace(tx: Transaction, cible: Cible): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`select id from (${demandees(tx, cible)}) d`;
  return rows.map(({ id }) => id);
}
