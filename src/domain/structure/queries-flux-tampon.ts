// SQL of an import, 1: the file's lines in temporary tables of its own connection, and those that cannot be kept.
import { type CopyValue, copyIn } from '../../platform/postgres/copy.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import type { ColonneFiche, ServiceFlux, StructureFlux } from './flux.ts';

const PAGE_RANGS = 1_000;

/** A column as SQL names it: `adresseComplement1` → `adresse_complement_1`. */
export function nomSql(colonne: string): string {
  return colonne.replace(/[A-Z]|\d+/g, (c) => `_${c.toLowerCase()}`);
}

/** Makes the tables that hold the lines until the end of the transaction, with the types of the directory. */
export async function ouvrirTampons(
  tx: Connection,
  colonnes: readonly ColonneFiche[],
): Promise<void> {
  // Sorts and joins of a whole directory, for the time of this transaction.
  await tx`set local work_mem = '64MB'`;
  await tx`
    create temp table flux_structure on commit drop as
    select 0 as rang, false as refusee, type_identifiant, identifiant, source,
      ${tx(colonnes.map(nomSql))}
    from structure with no data`;
  await tx`
    create temp table flux_service on commit drop as
    select 0 as rang, false as refusee, s.type_identifiant, s.identifiant, v.code, v.source,
      v.libelle, v.date_debut, v.date_fin, v.engagement_obligatoire
    from service v join structure s on s.id = v.structure_id with no data`;
}

/** The structures as rows of their table. */
export async function* rangeesDeStructures(
  colonnes: readonly ColonneFiche[],
  structures: AsyncIterable<StructureFlux>,
): AsyncGenerator<CopyValue[], void> {
  for await (const { rang, typeIdentifiant, identifiant, source, fiche } of structures) {
    const rangee: CopyValue[] = [rang, fiche === null, typeIdentifiant, identifiant, source];
    for (const colonne of colonnes) rangee.push(fiche?.[colonne]);
    yield rangee;
  }
}

/** Sends the structures. */
export async function copierStructures(
  tx: Connection,
  colonnes: readonly ColonneFiche[],
  structures: AsyncIterable<StructureFlux>,
): Promise<void> {
  const rangees = rangeesDeStructures(colonnes, structures);
  await copyIn(tx, tx`copy flux_structure from stdin`, rangees);
  await tx`analyze flux_structure (type_identifiant, identifiant)`;
}

async function* rangeesDeServices(
  services: AsyncIterable<ServiceFlux>,
): AsyncGenerator<CopyValue[], void> {
  for await (const { rang, typeIdentifiant, identifiant, code, source, fiche } of services) {
    const cle = [rang, fiche === null, typeIdentifiant, identifiant, code, source];
    const { libelle, dateDebut, dateFin, engagementObligatoire } = fiche ?? {};
    yield [...cle, libelle, dateDebut, dateFin, engagementObligatoire];
  }
}

/** Sends the services. */
export async function copierServices(
  tx: Connection,
  services: AsyncIterable<ServiceFlux>,
): Promise<void> {
  await copyIn(tx, tx`copy flux_service from stdin`, rangeesDeServices(services));
  await tx`analyze flux_service (type_identifiant, identifiant)`;
}

type PageDeRangs = AsyncIterable<{ rang: number }[]>;

/** Refuses the lines that name a structure again: the first stands. Gives their numbers, in order. */
export function refuserStructuresEnDouble(tx: Connection): PageDeRangs {
  return tx<{ rang: number }[]>`
    with premieres as (
      select type_identifiant, identifiant, min(rang) as rang from flux_structure
      where not refusee group by type_identifiant, identifiant having count(*) > 1
    ), refusees as (
      update flux_structure f set refusee = true from premieres p
      where f.type_identifiant = p.type_identifiant and f.identifiant = p.identifiant
        and f.rang > p.rang and not f.refusee
      returning f.rang
    )
    select rang from refusees order by rang`.cursor(PAGE_RANGS);
}

/** Finds the type of the identifiers that came without one: that of the one structure which bears it. */
export async function trouverTypes(tx: Connection): Promise<void> {
  await tx`
    update flux_service f set type_identifiant = t.type_identifiant
    from (
      select identifiant, min(type_identifiant) as type_identifiant
      from (
        select identifiant, type_identifiant from structure
        union all
        select identifiant, type_identifiant from flux_structure where not refusee
      ) connues
      where identifiant in (select identifiant from flux_service where type_identifiant is null)
      group by identifiant having count(distinct type_identifiant) = 1
    ) t
    where f.type_identifiant is null and f.identifiant = t.identifiant`;
}

/** Refuses the services of a structure that nobody knows. Gives their lines, in order. */
export function refuserServicesSansStructure(tx: Connection): PageDeRangs {
  return tx<{ rang: number }[]>`
    with refusees as (
      update flux_service f set refusee = true
      where not refusee
        and not exists (
          select from structure s
          where s.type_identifiant = f.type_identifiant and s.identifiant = f.identifiant
        )
        and not exists (
          select from flux_structure n
          where n.type_identifiant = f.type_identifiant and n.identifiant = f.identifiant
            and not n.refusee
        )
      returning rang
    )
    select rang from refusees order by rang`.cursor(PAGE_RANGS);
}

/** Refuses the lines that name a service again: the first stands. Gives their numbers, in order. */
export function refuserServicesEnDouble(tx: Connection): PageDeRangs {
  return tx<{ rang: number }[]>`
    with premiers as (
      select type_identifiant, identifiant, code, min(rang) as rang from flux_service
      where not refusee group by type_identifiant, identifiant, code having count(*) > 1
    ), refusees as (
      update flux_service f set refusee = true from premiers p
      where f.type_identifiant = p.type_identifiant and f.identifiant = p.identifiant
        and f.code = p.code and f.rang > p.rang and not f.refusee
      returning f.rang
    )
    select rang from refusees order by rang`.cursor(PAGE_RANGS);
}
