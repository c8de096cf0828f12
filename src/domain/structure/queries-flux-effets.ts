// SQL of an import, 2: what its lines would change, found before anything is.
import type { Connection } from '../../platform/postgres/sql.ts';
import { type ColonneFiche, EFFETS, type Effet, type Prevision, type SourceFlux } from './flux.ts';
import { nomSql } from './queries-flux-tampon.ts';

/**
 * Classes each structure of the file: rows of another source are left alone, of the others the columns that no manager
 * changed (« sources », model §1) are compared. What does not change is not in the result.
 */
export async function classerStructures(
  tx: Connection,
  colonnes: readonly ColonneFiche[],
): Promise<void> {
  const differences = colonnes.map((colonne) => {
    const c = tx(nomSql(colonne));
    return tx`or (s.${c} is distinct from f.${c} and not s.sources ? ${colonne})`;
  });
  await tx`
    create temp table effet_structure on commit drop as
    select f.rang, s.id,
      case
        when s.id is null then 'creee'
        when s.source <> f.source then 'autreSource'
        when f.statut = s.statut or s.sources ? 'statut' then 'modifiee'
        when f.statut = 'ACTIF' then 'rouverte'
        else 'fermee'
      end as effet
    from flux_structure f
    left join structure s
      on s.type_identifiant = f.type_identifiant and s.identifiant = f.identifiant
    where not f.refusee and (s.id is null or s.source <> f.source ${differences})`;
}

/** Adds the structures of a source that its complete file no longer names, not even in a line refused. */
export async function classerStructuresAbsentes(tx: Connection, source: SourceFlux): Promise<void> {
  await tx`
    insert into effet_structure (rang, id, effet)
    select null, s.id, 'absente' from structure s
    where s.source = ${source} and s.statut = 'ACTIF' and not s.sources ? 'statut'
      and not exists (
        select from flux_structure f
        where f.type_identifiant = s.type_identifiant and f.identifiant = s.identifiant
      )`;
}

/** Counts what the file would do to the structures. */
export async function prevoirStructures(tx: Connection, source: SourceFlux): Promise<Prevision> {
  const effets = await tx<{ effet: Effet; nombre: number }[]>`
    select effet, count(*) as nombre from effet_structure group by effet`;
  const [comptes] = await tx<{ lignes: number; actives: number }[]>`
    select (select count(*) from flux_structure where not refusee) as lignes,
      (select count(*) from structure where source = ${source} and statut = 'ACTIF') as actives`;
  return prevision(comptes, effets);
}

/**
 * Classes each service of the file, as for structures. Its two dates go together: a manager who changed one keeps both.
 */
export async function classerServices(tx: Connection, jour: string): Promise<void> {
  await tx`
    create temp table effet_service on commit drop as
    select f.rang, v.id,
      case
        when v.id is null then 'creee'
        when v.source <> f.source then 'autreSource'
        when v.sources ?| '{dateDebut,dateFin}'
          or coalesce(f.date_fin < ${jour}, false) = coalesce(v.date_fin < ${jour}, false)
          then 'modifiee'
        when f.date_fin < ${jour} then 'fermee'
        else 'rouverte'
      end as effet
    from flux_service f
    left join structure s
      on s.type_identifiant = f.type_identifiant and s.identifiant = f.identifiant
    left join service v on v.structure_id = s.id and v.code = f.code
    where not f.refusee and (
      v.id is null or v.source <> f.source
      or (v.libelle is distinct from f.libelle and not v.sources ? 'libelle')
      or (v.engagement_obligatoire is distinct from f.engagement_obligatoire
        and not v.sources ? 'engagementObligatoire')
      or ((v.date_debut, v.date_fin) is distinct from (f.date_debut, f.date_fin)
        and not v.sources ?| '{dateDebut,dateFin}')
    )`;
}

/** Adds the services of a source, still open, that its complete file no longer names. */
export async function classerServicesAbsents(
  tx: Connection,
  source: SourceFlux,
  jour: string,
): Promise<void> {
  await tx`
    insert into effet_service (rang, id, effet)
    select null, v.id, 'absente' from service v
    where v.source = ${source} and (v.date_fin is null or v.date_fin >= ${jour})
      and not v.sources ?| '{dateDebut,dateFin}'
      and not exists (
        select from flux_service f
        join structure s
          on s.type_identifiant = f.type_identifiant and s.identifiant = f.identifiant
        where s.id = v.structure_id and f.code = v.code
      )`;
}

/** Counts what the file would do to the services. */
export async function prevoirServices(
  tx: Connection,
  source: SourceFlux,
  jour: string,
): Promise<Prevision> {
  const effets = await tx<{ effet: Effet; nombre: number }[]>`
    select effet, count(*) as nombre from effet_service group by effet`;
  const [comptes] = await tx<{ lignes: number; actives: number }[]>`
    select (select count(*) from flux_service where not refusee) as lignes,
      (
        select count(*) from service
        where source = ${source} and (date_fin is null or date_fin >= ${jour})
      ) as actives`;
  return prevision(comptes, effets);
}

function prevision(
  comptes: { lignes: number; actives: number } | undefined,
  effets: { effet: Effet; nombre: number }[],
): Prevision {
  const nombres = new Map(effets.map(({ effet, nombre }) => [effet, nombre]));
  const parEffet = Object.fromEntries(EFFETS.map((effet) => [effet, nombres.get(effet) ?? 0]));
  return {
    lignes: comptes?.lignes ?? 0,
    actives: comptes?.actives ?? 0,
    effets: parEffet as Prevision['effets'],
  };
}
