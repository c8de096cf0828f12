// SQL of an import, 3: the merge. Only the rows that change are locked, in the order of their ids.
import type { Connection } from '../../platform/postgres/sql.ts';
import type { ColonneFiche } from './flux.ts';
import { nomSql } from './queries-flux-tampon.ts';

/** Lets one file merge at a time, whatever its source: another waits for the end of this transaction. */
export async function verrouillerAnnuaire(tx: Connection): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('fusion des structures', 0))`;
}

/**
 * Locks the structures that will change, so that a manager's last word is read before it is compared; with services,
 * those too that have one which ends: acts on the people attached to them wait.
 */
export async function verrouillerStructures(tx: Connection, avecServices: boolean): Promise<void> {
  const deServices = tx`
    union
    select v.structure_id from service v join effet_service e on e.id = v.id
    where e.effet in ('fermee', 'absente')`;
  await tx`
    select count(*) from (
      select from structure
      where id in (
        select id from effet_structure
        where effet in ('modifiee', 'rouverte', 'fermee', 'absente')
        ${avecServices ? deServices : tx``}
      )
      order by id for no key update
    ) verrouillees`;
}

/** Writes what the file changed in the structures of its source. */
export async function modifierStructures(
  tx: Connection,
  colonnes: readonly ColonneFiche[],
  instant: Date,
): Promise<void> {
  const valeurs = colonnes.map((colonne) => {
    const c = tx(nomSql(colonne));
    return tx`${c} = case when s.sources ? ${colonne} then s.${c} else f.${c} end,`;
  });
  await tx`
    update structure s set ${valeurs} modifie_le = ${instant}, version = version + 1
    from effet_structure e join flux_structure f on f.rang = e.rang
    where s.id = e.id and e.effet in ('modifiee', 'rouverte', 'fermee')`;
}

/** Closes the structures that the file no longer names. */
export async function fermerStructures(tx: Connection, instant: Date): Promise<void> {
  await tx`
    update structure s set statut = 'INACTIF', modifie_le = ${instant}, version = version + 1
    from effet_structure e where s.id = e.id and e.effet = 'absente'`;
}

/** Creates the structures that nobody has; gives how many. One that somebody made meanwhile is left to them. */
export async function insererStructures(
  tx: Connection,
  colonnes: readonly ColonneFiche[],
  instant: Date,
): Promise<number> {
  const noms = colonnes.map(nomSql);
  const { count } = await tx`
    insert into structure (
      type_identifiant, identifiant, source, cree_le, modifie_le, ${tx(noms)}
    )
    select f.type_identifiant, f.identifiant, f.source, ${instant}, ${instant},
      ${tx(noms)}
    from effet_structure e join flux_structure f on f.rang = e.rang
    where e.effet = 'creee'
    order by f.type_identifiant, f.identifiant
    on conflict (type_identifiant, identifiant) do nothing`;
  return count;
}

/** Locks the services that will change. */
export async function verrouillerServices(tx: Connection): Promise<void> {
  await tx`
    select count(*) from (
      select from service v join effet_service e on e.id = v.id
      where e.effet in ('modifiee', 'rouverte', 'fermee', 'absente')
      order by v.id for no key update of v
    ) verrouilles`;
}

/** Writes what the file changed in the services of its source. */
export async function modifierServices(tx: Connection, instant: Date): Promise<void> {
  await tx`
    update service v set
      libelle = case when v.sources ? 'libelle' then v.libelle else f.libelle end,
      engagement_obligatoire = case when v.sources ? 'engagementObligatoire'
        then v.engagement_obligatoire else f.engagement_obligatoire end,
      date_debut = case when v.sources ?| '{dateDebut,dateFin}'
        then v.date_debut else f.date_debut end,
      date_fin = case when v.sources ?| '{dateDebut,dateFin}' then v.date_fin else f.date_fin end,
      modifie_le = ${instant}, version = version + 1
    from effet_service e join flux_service f on f.rang = e.rang
    where v.id = e.id and e.effet in ('modifiee', 'rouverte', 'fermee')`;
}

/** Ends, the day before, the services that the file no longer names; one that was to start later never does. */
export async function fermerServices(tx: Connection, jour: string, instant: Date): Promise<void> {
  await tx`
    update service v set
      date_debut = case when v.date_debut < ${jour} then v.date_debut
        when v.date_debut is not null then ${jour}::date - 1 end,
      date_fin = ${jour}::date - 1,
      modifie_le = ${instant}, version = version + 1
    from effet_service e where v.id = e.id and e.effet = 'absente'`;
}

/** The services that the file closes. */
export async function servicesFermes(tx: Connection): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select id from effet_service where effet in ('fermee', 'absente') order by id`;
  return rows.map(({ id }) => id);
}

/** Tells the closings in the history of their structures: the portal's own, from a register. */
export async function journaliserFermetures(tx: Connection, instant: Date): Promise<void> {
  await tx`
    insert into journal (instant, acte, objet, objet_id, structure_id, details)
    select ${instant}, 'SERVICE_FERME', 'service', v.id, v.structure_id,
      jsonb_build_object('source', v.source, 'dernierJour', v.date_fin)
    from effet_service e join service v on v.id = e.id
    where e.effet in ('fermee', 'absente')
    order by v.id`;
}

/** Creates the services that nobody has; gives how many. */
export async function insererServices(tx: Connection, instant: Date): Promise<number> {
  const { count } = await tx`
    insert into service (
      structure_id, source, code, libelle, date_debut, date_fin, engagement_obligatoire, cree_le,
      modifie_le
    )
    select s.id, f.source, f.code, f.libelle, f.date_debut, f.date_fin, f.engagement_obligatoire,
      ${instant}, ${instant}
    from effet_service e
    join flux_service f on f.rang = e.rang
    join structure s
      on s.type_identifiant = f.type_identifiant and s.identifiant = f.identifiant
    where e.effet = 'creee'
    order by s.id, f.code
    on conflict (structure_id, code) do nothing`;
  return count;
}
