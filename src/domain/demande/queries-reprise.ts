// SQL of the role of gestionnaire principal left vacant, and of the requests to take it over (model §3).
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { Repreneur, SituationDuRole } from './reprise.ts';

/** The role on a structure, and the account that holds it in name when it is vacant. */
export type RoleLu = SituationDuRole & {
  structureId: number;
  designation: string;
  /** The live rattachement with the role, whoever its account is. */
  ancienId: number | null;
  ancienCompteId: number | null;
};

/** Reads who holds the role of gestionnaire principal; the caller holds the structure when it acts. */
export async function lireRole(
  sql: Connection,
  structureId: number,
  jour: string,
): Promise<RoleLu | undefined> {
  const [role] = await sql<RoleLu[]>`
    select s.id as structure_id, s.designation, s.statut as statut_structure,
      coalesce(c.etat, 'INACTIF') <> 'ACTIF' as vacant,
      (select count(*)::int from gestionnaires_actifs(s.id, ${jour})) as gestionnaires_actifs,
      p.id as ancien_id, p.compte_id as ancien_compte_id
    from structure s
    left join rattachement p on p.structure_id = s.id and p.role = 'GESTIONNAIRE_PRINCIPAL'
      and p.supprime_le is null
    left join compte c on c.id = p.compte_id
    where s.id = ${structureId}`;
  return role;
}

export type RepreneurLu = Repreneur & {
  compteId: number;
  /** null: not attached. */
  rattachementId: number | null;
  /** Their request that waits; null: none does. */
  demandeId: number | null;
};

/** Reads what somebody is on the structure, as far as taking the role over goes. */
export async function lireRepreneur(
  sql: Connection,
  compteId: number,
  structureId: number,
  jour: string,
): Promise<RepreneurLu> {
  const [row] = await sql<RepreneurLu[]>`
    with sienne as (
      select demande_id from demande_ligne where compte_id = ${compteId}
        and structure_id = ${structureId} and nature = 'REPRISE'
        and etat = 'EN_COURS_DE_VALIDATION'
    )
    select ${compteId}::bigint as compte_id,
      (select id from rattachement where compte_id = ${compteId}
        and structure_id = ${structureId} and supprime_le is null) as rattachement_id,
      exists (select from gestionnaires_actifs(${structureId}, ${jour})
        where compte_id = ${compteId} and role = 'GESTIONNAIRE_SECONDAIRE') as secondaire_actif,
      exists (select from portees_actives(${compteId}, ${jour}) p
        where p.structure_id = ${structureId} and not p.gestion and p.service_id is null) as entiere,
      exists (select from sienne) as en_cours, (select demande_id from sienne) as demande_id`;
  if (!row) throw new Error('a select without a table gives one row');
  return row;
}

/** Stores a « Demande de reprise »; it goes up to the référents at once. Gives its id. */
export async function insererReprise(
  tx: Transaction,
  compteId: number,
  { structureId, motif }: { structureId: number; motif: string },
  instant: Date,
): Promise<number> {
  const [demande] = await tx<{ id: number }[]>`
    insert into demande (nature, compte_id, structure_id, commentaire, demandee_le, escaladee_le)
    values ('REPRISE', ${compteId}, ${structureId}, ${motif}, ${instant}, ${instant})
    returning id`;
  if (!demande) throw new Error('the request was not stored');
  await tx`
    insert into demande_ligne (demande_id, nature, compte_id, structure_id)
    values (${demande.id}, 'REPRISE', ${compteId}, ${structureId})`;
  return demande.id;
}

/** Remembers that a manager opposed a take-over. */
export async function noterOpposition(tx: Transaction, id: number, instant: Date): Promise<void> {
  await tx`
    update demande set opposee_le = ${instant}, version = version + 1 where id = ${id}`;
}

/** Whom and what a pending take-over concerns, before rows are locked in order. */
export async function lireReprise(
  sql: Connection,
  id: number,
): Promise<{ compteId: number; structureId: number } | undefined> {
  const [demande] = await sql<{ compteId: number; structureId: number }[]>`
    select compte_id, structure_id from demande
    where id = ${id} and nature = 'REPRISE' and compte_id is not null`;
  return demande;
}

/** The take-overs that still wait on a structure, locked in order. */
export async function verrouillerReprises(
  tx: Transaction,
  structureId: number,
): Promise<{ id: number; compteId: number }[]> {
  return tx<{ id: number; compteId: number }[]>`
    select id, compte_id from demande
    where structure_id = ${structureId} and nature = 'REPRISE'
      and etat = 'EN_COURS_DE_VALIDATION'
    order by id
    for update`;
}
